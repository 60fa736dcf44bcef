// Makes a country of the size of Viet Nam, always the same one: 63 provinces, 700 districts and 10,600 communes, which become
// 34 provinces and 3,321 communes on 01/07/2025, with some 11,000 successions, as the two files of an import.

export type Country = { units: string; successions: string; counts: { units: number; successions: number } }

const changedOn = '2025-07-01'
const begunOn = '1997-01-01'
const document = '202/2025/QH15 (12/06/2025)'
const size = { provinces: 63, districts: 700, communes: 10_600, provincesAfter: 34, communesAfter: 3_321 }
const syllables = [
  'An',
  'Bình',
  'Đông',
  'Hòa',
  'Khê',
  'Lộc',
  'Minh',
  'Phú',
  'Quảng',
  'Tân',
  'Thịnh',
  'Vĩnh',
  'Xuân',
  'Yên',
]

const code = (digits: number, number: number): string => String(number).padStart(digits, '0')
const nameOf = (number: number): string =>
  `${syllables[number % syllables.length]} ${syllables[Math.floor(number / syllables.length) % syllables.length]} ${number}`

/** `scale` 1 is the whole country; less makes a smaller one of the same shape. */
export function makeCountry(scale = 1): Country {
  const scaled = (count: number) => Math.max(2, Math.round(count * scale))
  const provinces = scaled(size.provinces)
  const districts = scaled(size.districts)
  const communes = scaled(size.communes)
  const provincesAfter = Math.min(provinces, scaled(size.provincesAfter))
  const communesAfter = Math.min(communes, scaled(size.communesAfter))
  const units = ['code,name,type,level,parent_code,valid_from,valid_to']
  const successions = ['date,document,kind,from_code,to_code,share']
  const province = (index: number) => code(2, index + 1)
  const district = (index: number) => code(3, index + 100)
  const commune = (index: number) => code(5, index * 3 + 1)
  const provinceOf = (index: number) => Math.floor((index * provinces) / districts)
  const districtOf = (index: number) => Math.floor((index * districts) / communes)
  const heirOfProvince = (index: number) => Math.floor((index * provincesAfter) / provinces)
  const heirOf = (index: number) => Math.floor((index * communesAfter) / communes)
  // The heir keeps the code of the first unit that goes into it, as in real life.
  const first = (count: number, heir: (index: number) => number) => {
    const firsts: number[] = []
    for (let index = 0; index < count; index += 1) firsts[heir(index)] ??= index
    return firsts
  }
  const firstProvince = first(provinces, heirOfProvince)
  const firstCommune = first(communes, heirOf)
  const unit = (...cells: string[]) => units.push(cells.join(','))
  const succession = (kind: string, from: string, to: string, share: string) =>
    successions.push([changedOn, document, kind, from, to, share].join(','))
  for (let index = 0; index < provinces; index += 1) {
    unit(province(index), `Tỉnh ${nameOf(index)}`, 'tỉnh', 'province', '', begunOn, changedOn)
    succession('province-merge', province(index), province(firstProvince[heirOfProvince(index)]!), '1')
  }
  for (const index of firstProvince)
    unit(province(index), `Tỉnh ${nameOf(index)}`, 'tỉnh', 'province', '', changedOn, '')
  for (let index = 0; index < districts; index += 1) {
    unit(district(index), nameOf(index), 'huyện', 'district', province(provinceOf(index)), begunOn, changedOn)
    succession('level-removed', district(index), '', '')
  }
  for (let index = 0; index < communes; index += 1) {
    unit(commune(index), nameOf(index), 'xã', 'commune', district(districtOf(index)), begunOn, changedOn)
    const heir = commune(firstCommune[heirOf(index)]!)
    const next = heirOf(index) + 1
    // One in fifty is split, and how much went where is not published.
    if (index % 50 === 0 && next < communesAfter) {
      succession('split', commune(index), heir, '')
      succession('split', commune(index), commune(firstCommune[next]!), '')
    } else succession('merge', commune(index), heir, '1')
  }
  for (const index of firstCommune) {
    const above = province(firstProvince[heirOfProvince(provinceOf(districtOf(index)))]!)
    unit(commune(index), `${nameOf(index)} mới`, 'xã', 'commune', above, changedOn, '')
  }
  const counts = { units: units.length - 1, successions: successions.length - 1 }
  return { units: `${units.join('\n')}\n`, successions: `${successions.join('\n')}\n`, counts }
}
