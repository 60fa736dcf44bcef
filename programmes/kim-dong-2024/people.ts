// People and posts of the demonstration. Every person here is invented; posts are those that such a district has.

import { bodyId } from './bodies.ts'
import { areaId, personId, postId } from './ids.ts'
import { communeCodes, units } from './territory.ts'

export type DemoPerson = { id: string; key: string; name: string; email: string; signsIn: boolean }
const somebody = (key: string, name: string, signsIn = false): DemoPerson => ({
  id: personId(key),
  key,
  name: `${name} (minh họa)`,
  email: `${key}@demo.example`,
  signsIn,
})

export const people: DemoPerson[] = [
  somebody('tinh', 'Đỗ Hải Yến', true),
  somebody('huyen', 'Vũ Minh Khang', true),
  somebody('xa', 'Phạm Thu Hòa', true),
  somebody('thon', 'Bùi Văn Lộc', true),
  somebody('coquan', 'Hoàng Mai Chi', true),
  somebody('kiemtra', 'Ngô Quốc Thịnh', true),
  somebody('quantri', 'Lê Đức Anh', true),
  somebody('ngocthanh', 'Trịnh Văn Túc', true),
  somebody('conganxa', 'Lương Thu Hạnh', true),
  somebody('truongcax', 'Tạ Đình Khôi', true),
  somebody('congangiap', 'Đoàn Văn Sáng', true),
  somebody('trucban', 'Đinh Thế Vinh', true),
  somebody('tramyte', 'Mai Thị Lan', true),
  somebody('conganxa2', 'Tạ Minh Đức', true),
  somebody('giupdo', 'Nguyễn Thị Thắm', true),
  somebody('giaoduc-truoc', 'Đặng Thị Hoa'),
  somebody('giaoduc', 'Nguyễn Kim Túy'),
  somebody('congan', 'Trần Quang Huy'),
]

export type DemoPost = {
  id: string
  areaId: string
  kind: string
  vi: string
  en: string
  reportsTo?: string
  /** The body that the post heads. */
  bodyId?: string
}
const inDistrict = (kind: string, vi: string, en: string, reportsTo = 'vice-chair'): DemoPost => ({
  id: postId(kind, '331'),
  areaId: areaId('331'),
  kind,
  vi,
  en,
  reportsTo: kind === reportsTo ? undefined : postId(reportsTo, '331'),
})
const isTown = (code: string) => units.some((unit) => unit.code === code && unit.type === 'thị trấn')

export const posts: DemoPost[] = [
  {
    id: postId('chair', '33'),
    areaId: areaId('33'),
    kind: 'chair',
    vi: 'Chủ tịch UBND tỉnh',
    en: 'Chair, Provincial People’s Committee',
  },
  {
    id: postId('programme-officer', '33'),
    areaId: areaId('33'),
    kind: 'programme-officer',
    vi: 'Chuyên viên UBND tỉnh',
    en: 'Officer, Provincial People’s Committee',
    reportsTo: postId('chair', '33'),
  },
  {
    ...inDistrict('chair', 'Chủ tịch UBND huyện', 'Chair, District People’s Committee', 'chair'),
    reportsTo: postId('chair', '33'),
  },
  inDistrict('vice-chair', 'Phó Chủ tịch UBND huyện', 'Vice-chair, District People’s Committee', 'chair'),
  inDistrict('party-secretary', 'Bí thư Huyện ủy', 'District Party Secretary', 'party-secretary'),
  inDistrict('police-chief', 'Trưởng Công an huyện', 'Head of District Police'),
  inDistrict('education-head', 'Trưởng phòng GD&ĐT', 'Head of Education Office'),
  inDistrict('culture-head', 'Trưởng phòng VH&TT', 'Head of Culture Office'),
  inDistrict('health-head', 'Giám đốc Trung tâm Y tế', 'Director of the Health Centre'),
  inDistrict('home-affairs-head', 'Trưởng phòng Nội vụ', 'Head of Home Affairs Office'),
  inDistrict('labour-head', 'Trưởng phòng LĐ-TB&XH', 'Head of Labour and Social Affairs Office'),
  inDistrict('office-head', 'Chánh Văn phòng HĐND và UBND huyện', 'Head of the Office of Council and Committee'),
  inDistrict('union-chair', 'Chủ tịch LĐLĐ huyện', 'Chair, District Federation of Labour', 'party-secretary'),
  inDistrict('front-chair', 'Chủ tịch UBMTTQ huyện', 'Chair, District Fatherland Front', 'party-secretary'),
  ...communeCodes.flatMap((code): DemoPost[] => {
    const unit = isTown(code) ? 'thị trấn' : 'xã'
    const inCommune = (kind: string, vi: string, en: string, reportsTo: string): DemoPost => ({
      id: postId(kind, code),
      areaId: areaId(code),
      kind,
      vi,
      en,
      reportsTo,
    })
    return [
      inCommune('chair', `Chủ tịch UBND ${unit}`, 'Chair, Commune People’s Committee', postId('vice-chair', '331')),
      inCommune('police', `Trưởng Công an ${unit}`, 'Head of Commune Police', postId('chair', code)),
      inCommune('culture', `Công chức VH-XH ${unit}`, 'Culture and Social Affairs Officer', postId('chair', code)),
      {
        ...inCommune(
          'school-head',
          'Hiệu trưởng trường THCS',
          'Head of the Lower Secondary School',
          postId('chair', code),
        ),
        ...(code === '12280' && { bodyId: bodyId(code, 'Trường THCS Lương Bằng') }),
      },
      inCommune('hamlet-head', 'Trưởng thôn 1', 'Head of Hamlet 1', postId('chair', code)),
    ]
  }),
]

export const holders: { postId: string; personId: string; from: string; to?: string }[] = [
  { postId: postId('programme-officer', '33'), personId: personId('tinh'), from: '2023-01-01' },
  { postId: postId('vice-chair', '331'), personId: personId('huyen'), from: '2023-01-01', to: '2025-07-01' },
  { postId: postId('culture', '12280'), personId: personId('xa'), from: '2023-01-01', to: '2025-07-01' },
  { postId: postId('hamlet-head', '12322'), personId: personId('thon'), from: '2023-01-01', to: '2025-07-01' },
  { postId: postId('school-head', '12280'), personId: personId('coquan'), from: '2023-01-01', to: '2025-07-01' },
  { postId: postId('chair', '12322'), personId: personId('ngocthanh'), from: '2023-01-01', to: '2025-07-01' },
  {
    postId: postId('education-head', '331'),
    personId: personId('giaoduc-truoc'),
    from: '2022-01-01',
    to: '2024-11-04',
  },
  { postId: postId('education-head', '331'), personId: personId('giaoduc'), from: '2024-11-04', to: '2025-07-01' },
  { postId: postId('police-chief', '331'), personId: personId('congan'), from: '2022-01-01', to: '2025-07-01' },
]

/** Grants without an end keep the demonstration usable today; in a real office they end with the post. */
export const grants: { personId: string; role: string; areaId: string | null }[] = [
  { personId: personId('tinh'), role: 'province-lead', areaId: areaId('33', '2025-07-01') },
  { personId: personId('huyen'), role: 'district-lead', areaId: areaId('331') },
  { personId: personId('xa'), role: 'commune-officer', areaId: areaId('12280') },
  { personId: personId('thon'), role: 'hamlet-head', areaId: areaId('12322') },
  { personId: personId('coquan'), role: 'agency-head', areaId: areaId('12280') },
  { personId: personId('ngocthanh'), role: 'commune-officer', areaId: areaId('12322') },
  // The files of persons are kept today, in the communes of today.
  { personId: personId('conganxa'), role: 'commune-police', areaId: areaId('12322', '2025-07-01') },
  { personId: personId('truongcax'), role: 'commune-police-head', areaId: areaId('12322', '2025-07-01') },
  { personId: personId('congangiap'), role: 'commune-police', areaId: areaId('12286', '2025-07-01') },
  { personId: personId('trucban'), role: 'commune-police', areaId: areaId('12286', '2025-07-01') },
  { personId: personId('trucban'), role: 'emergency-duty', areaId: areaId('33', '2025-07-01') },
  { personId: personId('conganxa2'), role: 'commune-police', areaId: areaId('12322', '2025-07-01') },
  { personId: personId('giupdo'), role: 'case-helper', areaId: areaId('12322', '2025-07-01') },
  { personId: personId('tramyte'), role: 'health-station', areaId: areaId('12322', '2025-07-01') },
  { personId: personId('kiemtra'), role: 'auditor', areaId: null },
  { personId: personId('quantri'), role: 'administrator', areaId: null },
]
