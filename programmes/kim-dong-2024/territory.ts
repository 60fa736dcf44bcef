// The territory of Kim Động: 17 communes, 15 from 01/12/2024, 4 and a part of a fifth from 01/07/2025.
// Codes are those of the General Statistics Office. Positions are approximate and serve a schematic map only.

import { areaId, communesMergedOn, districtsEndedOn, onRecordFrom } from './ids.ts'

export type Unit = {
  id: string
  code: string
  name: string
  type: string
  level: 'province' | 'district' | 'commune' | 'village'
  parentId?: string
  validFrom: string
  validTo?: string
  lat?: number
  lon?: number
  approximate?: boolean
  km2?: number
}

const province = areaId('33')
const district = areaId('331')
const newProvince = areaId('33', districtsEndedOn)

const communes2024: [code: string, name: string, lat: number, lon: number, approximate?: boolean][] = [
  ['12280', 'Lương Bằng', 20.7375, 106.0699],
  ['12283', 'Nghĩa Dân', 20.7939, 106.0552],
  ['12286', 'Toàn Thắng', 20.7898, 106.0376],
  ['12289', 'Vĩnh Xá', 20.7767, 106.0229],
  ['12292', 'Phạm Ngũ Lão', 20.7734, 106.0581],
  ['12295', 'Thọ Vinh', 20.766, 105.993, true],
  ['12298', 'Đồng Thanh', 20.7515, 106.0141],
  ['12301', 'Song Mai', 20.7409, 106.0346],
  ['12304', 'Chính Nghĩa', 20.7586, 106.0611],
  ['12307', 'Nhân La', 20.748, 106.093, true],
  ['12310', 'Phú Thịnh', 20.752, 105.983, true],
  ['12313', 'Mai Động', 20.7259, 105.9788],
  ['12316', 'Đức Hợp', 20.7185, 105.9964],
  ['12319', 'Hùng An', 20.7315, 106.0111],
  ['12322', 'Ngọc Thanh', 20.7209, 106.0317],
  ['12325', 'Vũ Xá', 20.733, 106.093, true],
  ['12328', 'Hiệp Cường', 20.7144, 106.0699],
]
/** The codes of the 17 communes and towns of 2024. */
export const communeCodes: readonly string[] = communes2024.map(([code]) => code)
const mergedIn2024 = new Set(['12295', '12310', '12325', '12307'])

export const units: Unit[] = [
  {
    id: province,
    code: '33',
    name: 'Hưng Yên',
    type: 'tỉnh',
    level: 'province',
    validFrom: onRecordFrom,
    validTo: districtsEndedOn,
  },
  {
    id: areaId('34'),
    code: '34',
    name: 'Thái Bình',
    type: 'tỉnh',
    level: 'province',
    validFrom: onRecordFrom,
    validTo: districtsEndedOn,
  },
  { id: newProvince, code: '33', name: 'Hưng Yên', type: 'tỉnh', level: 'province', validFrom: districtsEndedOn },
  {
    id: district,
    code: '331',
    name: 'Kim Động',
    type: 'huyện',
    level: 'district',
    parentId: province,
    validFrom: onRecordFrom,
    validTo: districtsEndedOn,
  },
  ...communes2024.map(
    ([code, name, lat, lon, approximate]): Unit => ({
      id: areaId(code),
      code,
      name,
      type: code === '12280' ? 'thị trấn' : 'xã',
      level: 'commune',
      parentId: district,
      validFrom: onRecordFrom,
      validTo: mergedIn2024.has(code) ? communesMergedOn : districtsEndedOn,
      lat,
      lon,
      approximate,
    }),
  ),
  merged('12295', 'Phú Thọ', 20.759, 105.988),
  merged('12325', 'Diên Hồng', 20.7405, 106.093),
  today('12280', 'Lương Bằng', 'xã', 20.7517, 106.068, 29.08),
  today('12286', 'Nghĩa Dân', 'xã', 20.7888, 106.034, 23.29),
  today('12313', 'Đức Hợp', 'xã', 20.7311, 105.985, 22.37),
  today('12322', 'Hiệp Cường', 'xã', 20.7259, 106.037, 28.37),
  today('11983', 'Sơn Nam', 'phường', 20.6914, 106.043, 23.62),
]

function merged(code: string, name: string, lat: number, lon: number): Unit {
  const id = areaId(code, communesMergedOn)
  return {
    id,
    code,
    name,
    type: 'xã',
    level: 'commune',
    parentId: district,
    validFrom: communesMergedOn,
    validTo: districtsEndedOn,
    lat,
    lon,
    approximate: true,
  }
}
function today(code: string, name: string, type: string, lat: number, lon: number, km2: number): Unit {
  return {
    id: areaId(code, districtsEndedOn),
    code,
    name,
    type,
    level: 'commune',
    parentId: newProvince,
    validFrom: districtsEndedOn,
    lat,
    lon,
    km2,
  }
}

export type Succession = {
  on: string
  document: string
  kind: string
  from: string
  to?: string
  share: number | null
  note?: string
}

const of2024 = '1248/NQ-UBTVQH15 (24/10/2024)'
const of2025 = '1666/NQ-UBTVQH15 (16/06/2025)'
const phuTho = areaId('12295', communesMergedOn)
const dienHong = areaId('12325', communesMergedOn)
const into = (code: string, from: string[]): Succession[] =>
  from.map((id) => ({
    on: districtsEndedOn,
    document: of2025,
    kind: 'merge',
    from: id,
    to: areaId(code, districtsEndedOn),
    share: 1,
  }))
const unknownShare = 'Tỷ lệ phần chuyển đi của Ngọc Thanh chưa được công bố'

export const successions: Succession[] = [
  ...['12295', '12310'].map((code) => ({
    on: communesMergedOn,
    document: of2024,
    kind: 'merge',
    from: areaId(code),
    to: phuTho,
    share: 1,
  })),
  ...['12325', '12307'].map((code) => ({
    on: communesMergedOn,
    document: of2024,
    kind: 'merge',
    from: areaId(code),
    to: dienHong,
    share: 1,
  })),
  ...into('12280', [areaId('12280'), areaId('12292'), areaId('12304'), dienHong]),
  ...into('12286', [areaId('12283'), areaId('12286'), areaId('12289'), areaId('12298')]),
  ...into('12313', [phuTho, areaId('12313'), areaId('12316')]),
  ...into('12322', [areaId('12301'), areaId('12319'), areaId('12328')]),
  ...['12322', '11983'].map((code) => ({
    on: districtsEndedOn,
    document: of2025,
    kind: 'split',
    from: areaId('12322'),
    to: areaId(code, districtsEndedOn),
    share: null,
    note: code === '11983' ? `${unknownShare}; Sơn Nam còn gồm các đơn vị ngoài Kim Động` : unknownShare,
  })),
  {
    on: districtsEndedOn,
    document: 'Kết thúc cấp huyện, xã trực thuộc tỉnh',
    kind: 'level-removed',
    from: district,
    share: null,
  },
  ...[province, areaId('34')].map((from) => ({
    on: districtsEndedOn,
    document: '202/2025/QH15 (12/06/2025)',
    kind: 'province-merge',
    from,
    to: newProvince,
    share: 1,
  })),
]

/** Dated figures that the sources state. Lương Bằng's published 3.942 is a clear misprint and is left out. */
export const denominators = [
  { code: '12286', residents: 34669 },
  { code: '12313', residents: 29424 },
  { code: '12322', residents: 32364 },
  { code: '11983', residents: 30471 },
].map(({ code, residents }) => ({
  areaId: areaId(code, districtsEndedOn),
  measure: 'residents',
  asOf: districtsEndedOn,
  value: residents,
  source: 'Đề án sắp xếp đơn vị hành chính cấp xã năm 2025',
}))
