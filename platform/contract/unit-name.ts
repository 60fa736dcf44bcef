// How an administrative unit is called, everywhere: its kind before its name in Vietnamese, after it in English.

import type { Bilingual, Language } from './words.ts'

type Named = { type: string; name: string }

export const kindsInEnglish: Record<string, string> = {
  tỉnh: 'province',
  'thành phố': 'city',
  huyện: 'district',
  quận: 'urban district',
  'thị xã': 'town district',
  xã: 'commune',
  phường: 'ward',
  'thị trấn': 'town',
  'đặc khu': 'special zone',
  thôn: 'village',
  'tổ dân phố': 'neighbourhood',
}

/** "thị trấn" or "town": the kind alone. */
export const unitKind = (type: string, language: Language): string =>
  language === 'vi' ? type : (kindsInEnglish[type] ?? type)

/** "xã Nhân La" or "Nhân La commune", within a sentence. */
export const unitName = ({ type, name }: Named, language: Language): string =>
  language === 'vi' ? `${type} ${name}` : `${name} ${unitKind(type, language)}`

/** For a sentence that is said in both languages. */
export const unitNames = (unit: Named): Bilingual => ({ vi: unitName(unit, 'vi'), en: unitName(unit, 'en') })

/** "Xã Nhân La" or "Nhân La commune", at the beginning of a line. */
export function unitTitle(unit: Named, language: Language): string {
  const name = unitName(unit, language)
  return name.charAt(0).toLocaleUpperCase('vi') + name.slice(1)
}

const shortKinds: Record<string, string> = { 'thị trấn': 'TT ', phường: 'P. ' }

/** "TT Lương Bằng" or "Nhân La": for a cell of a picture, where a commune needs no kind. */
export const unitShort = ({ type = '', name }: { type?: string; name: string }): string =>
  `${shortKinds[type] ?? ''}${name}`
