// The words of territory: levels, kinds of succession, kinds of bodies, measures, parallel trees, each in both languages.

import { type Bilingual, defineNames, keysOf } from '../../../platform/contract/words.ts'

export const levelNames = defineNames({
  province: { vi: 'Cấp tỉnh', en: 'Province' },
  district: { vi: 'Cấp huyện', en: 'District' },
  commune: { vi: 'Cấp xã', en: 'Commune' },
  village: { vi: 'Thôn, tổ dân phố', en: 'Village' },
})
export const levels = keysOf(levelNames)
export type Level = keyof typeof levelNames

/** After a number: "15 xã, phường, thị trấn". */
export const levelPlurals: Record<Level, Bilingual> = {
  province: { vi: 'tỉnh, thành phố', en: 'provinces' },
  district: { vi: 'huyện, quận, thị xã', en: 'districts' },
  commune: { vi: 'xã, phường, thị trấn', en: 'communes' },
  village: { vi: 'thôn, tổ dân phố', en: 'villages' },
}

const changes = defineNames({
  rename: { vi: 'Đổi tên', en: 'Renamed' },
  merge: { vi: 'Nhập', en: 'Merged' },
  split: { vi: 'Chia', en: 'Split' },
  'merge-split': { vi: 'Nhập và chia', en: 'Merged and split' },
  move: { vi: 'Chuyển một phần', en: 'Part moved' },
  'level-removed': { vi: 'Kết thúc cấp hành chính', en: 'Level removed' },
  'province-merge': { vi: 'Nhập tỉnh', en: 'Provinces merged' },
  'code-reuse': { vi: 'Mã dùng lại', en: 'Code used again' },
})
export const successionKinds = keysOf(changes)
export type SuccessionKind = keyof typeof changes
export const successionKindNames = defineNames({ ...changes, unchanged: { vi: 'Không đổi', en: 'Unchanged' } })

export const bodyKindNames = defineNames({
  agency: { vi: 'Cơ quan', en: 'Agency' },
  unit: { vi: 'Đơn vị', en: 'Public unit' },
  school: { vi: 'Trường học', en: 'School' },
  firm: { vi: 'Doanh nghiệp', en: 'Firm' },
  'conditional-business': { vi: 'Cơ sở kinh doanh có điều kiện', en: 'Conditional business' },
  cluster: { vi: 'Cụm công nghiệp', en: 'Industrial cluster' },
  organisation: { vi: 'Tổ chức', en: 'Organisation' },
  other: { vi: 'Khác', en: 'Other' },
})
export const bodyKinds = keysOf(bodyKindNames)
export type BodyKind = keyof typeof bodyKindNames
/** The bodies that a plan counts when it says "agencies, units, schools". */
export const countedBodyKinds: readonly BodyKind[] = ['agency', 'unit', 'school']

export const treeNames = defineNames({
  government: { vi: 'Chính quyền', en: 'Government' },
  party: { vi: 'Đảng', en: 'Party' },
  police: { vi: 'Công an', en: 'Police' },
  front: { vi: 'Mặt trận và đoàn thể', en: 'Front and mass organisations' },
})
export const trees = keysOf(treeNames)
export type Tree = keyof typeof treeNames

/** What a denominator counts; the last seven are the groups of whom all are asked for a commitment. */
export const measureNames = defineNames({
  residents: { vi: 'Dân số', en: 'Residents' },
  households: { vi: 'Số hộ', en: 'Households' },
  leaders: { vi: 'Lãnh đạo xã, thị trấn', en: 'Commune leaders' },
  officials: { vi: 'Cán bộ, công chức, viên chức, người lao động', en: 'Officials and public employees' },
  'party-members': { vi: 'Đảng viên', en: 'Party members' },
  'household-heads': { vi: 'Chủ hộ gia đình', en: 'Household heads' },
  'conditional-businesses': { vi: 'Cơ sở KD có điều kiện về ANTT', en: 'Conditional businesses' },
  firms: { vi: 'Doanh nghiệp, công ty', en: 'Firms' },
  'cluster-owners': { vi: 'Chủ cụm công nghiệp', en: 'Owners of industrial clusters' },
})
export const measures = keysOf(measureNames)
export type Measure = keyof typeof measureNames
