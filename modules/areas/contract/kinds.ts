// The words of territory: levels, kinds of succession, kinds of bodies, measures, parallel trees, each in both languages.

import type { Bilingual } from '../../../platform/contract/words.ts'

export const levels = ['province', 'district', 'commune', 'village'] as const
export type Level = (typeof levels)[number]
export const levelNames: Record<Level, Bilingual> = {
  province: { vi: 'Cấp tỉnh', en: 'Province' },
  district: { vi: 'Cấp huyện', en: 'District' },
  commune: { vi: 'Cấp xã', en: 'Commune' },
  village: { vi: 'Thôn, tổ dân phố', en: 'Village' },
}

/** After a number: "15 xã, phường, thị trấn". */
export const levelPlurals: Record<Level, Bilingual> = {
  province: { vi: 'tỉnh, thành phố', en: 'provinces' },
  district: { vi: 'huyện, quận, thị xã', en: 'districts' },
  commune: { vi: 'xã, phường, thị trấn', en: 'communes' },
  village: { vi: 'thôn, tổ dân phố', en: 'villages' },
}

export const successionKinds = [
  'rename',
  'merge',
  'split',
  'merge-split',
  'move',
  'level-removed',
  'province-merge',
  'code-reuse',
] as const
export type SuccessionKind = (typeof successionKinds)[number]
export const successionKindNames: Record<SuccessionKind | 'unchanged', Bilingual> = {
  rename: { vi: 'Đổi tên', en: 'Renamed' },
  merge: { vi: 'Nhập', en: 'Merged' },
  split: { vi: 'Chia', en: 'Split' },
  'merge-split': { vi: 'Nhập và chia', en: 'Merged and split' },
  move: { vi: 'Chuyển một phần', en: 'Part moved' },
  'level-removed': { vi: 'Kết thúc cấp hành chính', en: 'Level removed' },
  'province-merge': { vi: 'Nhập tỉnh', en: 'Provinces merged' },
  'code-reuse': { vi: 'Mã dùng lại', en: 'Code used again' },
  unchanged: { vi: 'Không đổi', en: 'Unchanged' },
}

export const bodyKinds = [
  'agency',
  'unit',
  'school',
  'firm',
  'conditional-business',
  'cluster',
  'organisation',
  'other',
] as const
export type BodyKind = (typeof bodyKinds)[number]
export const bodyKindNames: Record<BodyKind, Bilingual> = {
  agency: { vi: 'Cơ quan', en: 'Agency' },
  unit: { vi: 'Đơn vị', en: 'Public unit' },
  school: { vi: 'Trường học', en: 'School' },
  firm: { vi: 'Doanh nghiệp', en: 'Firm' },
  'conditional-business': { vi: 'Cơ sở kinh doanh có điều kiện', en: 'Conditional business' },
  cluster: { vi: 'Cụm công nghiệp', en: 'Industrial cluster' },
  organisation: { vi: 'Tổ chức', en: 'Organisation' },
  other: { vi: 'Khác', en: 'Other' },
}
/** The bodies that a plan counts when it says "agencies, units, schools". */
export const countedBodyKinds: readonly BodyKind[] = ['agency', 'unit', 'school']

export const trees = ['government', 'party', 'police', 'front'] as const
export type Tree = (typeof trees)[number]
export const treeNames: Record<Tree, Bilingual> = {
  government: { vi: 'Chính quyền', en: 'Government' },
  party: { vi: 'Đảng', en: 'Party' },
  police: { vi: 'Công an', en: 'Police' },
  front: { vi: 'Mặt trận và đoàn thể', en: 'Front and mass organisations' },
}

/** What a denominator counts; the last seven are the groups of whom all are asked for a commitment. */
export const measures = [
  'residents',
  'households',
  'leaders',
  'officials',
  'party-members',
  'household-heads',
  'conditional-businesses',
  'firms',
  'cluster-owners',
] as const
export type Measure = (typeof measures)[number]
export const measureNames: Record<Measure, Bilingual> = {
  residents: { vi: 'Dân số', en: 'Residents' },
  households: { vi: 'Số hộ', en: 'Households' },
  leaders: { vi: 'Lãnh đạo xã, thị trấn', en: 'Commune leaders' },
  officials: { vi: 'Cán bộ, công chức, viên chức, người lao động', en: 'Officials and public employees' },
  'party-members': { vi: 'Đảng viên', en: 'Party members' },
  'household-heads': { vi: 'Chủ hộ gia đình', en: 'Household heads' },
  'conditional-businesses': { vi: 'Cơ sở KD có điều kiện về ANTT', en: 'Conditional businesses' },
  firms: { vi: 'Doanh nghiệp, công ty', en: 'Firms' },
  'cluster-owners': { vi: 'Chủ cụm công nghiệp', en: 'Owners of industrial clusters' },
}
