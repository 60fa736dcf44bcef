// Vietnamese from before Unicode: TCVN3 and VNI fonts write marks with other letters. Pure tables both ways of asking:
// what a text reads as, and in which of them it seems to be written.

import { type FileReading, fileLetters } from '../../contract/spreadsheet.ts'

export type Letters = FileReading['letters']

const tcvn3Written = '¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉËÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ®¡¢§£¤¥¦'
const tcvn3Read = 'áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđĂÂĐÊÔƠƯ'
const tcvn3 = new Map([...tcvn3Written].map((written, index) => [written, [...tcvn3Read][index] as string]))

const plainMarks = { ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' }
const roofMarks = { â: '', á: '\u0301', à: '\u0300', å: '\u0309', ã: '\u0303', ä: '\u0323' }
const bowlMarks = { ê: '', é: '\u0301', è: '\u0300', ú: '\u0309', ü: '\u0303', ë: '\u0323' }
const vni = vniTable()

/** Each letter with its mark behind it, and the few that stand alone, in both cases. */
function vniTable(): Map<string, string> {
  const table = new Map<string, string>()
  const add = (written: string, read: string) => {
    const nfc = read.normalize('NFC')
    table.set(written, nfc)
    table.set(written.toUpperCase(), nfc.toUpperCase())
  }
  const withMarks = (bases: Record<string, string>, marks: Record<string, string>, more = '') => {
    for (const [written, read] of Object.entries(bases))
      for (const [mark, tone] of Object.entries(marks)) add(written + mark, read + more + tone)
  }
  withMarks({ a: 'a', e: 'e', o: 'o', ô: 'ơ', u: 'u', ö: 'ư', y: 'y' }, plainMarks)
  withMarks({ a: 'a', e: 'e', o: 'o' }, roofMarks, '\u0302')
  withMarks({ a: 'a' }, bowlMarks, '\u0306')
  for (const [written, read] of Object.entries({ ô: 'ơ', ö: 'ư', ñ: 'đ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' }))
    add(written, read)
  return table
}

/** The text as Unicode. */
export function readLetters(text: string, letters: Letters): string {
  if (letters === 'tcvn3') return fromTcvn3(text)
  if (letters === 'vni') return fromVni(text)
  return text
}

/** Fonts of capitals (.VnTimeH) write marked letters as small ones: a text of capitals keeps them capital. */
function fromTcvn3(text: string): string {
  const capitals = !/[a-z]/.test(text) && /[A-Z][^\sA-Z]*[A-Z]/.test(text)
  let read = ''
  for (const letter of text) {
    const known = tcvn3.get(letter)
    read += known === undefined ? letter : capitals ? known.toUpperCase() : known
  }
  return read
}

function fromVni(text: string): string {
  let read = ''
  for (let at = 0; at < text.length; at += 1) {
    const pair = vni.get(text.slice(at, at + 2)) ?? vni.get(lowerMark(text, at))
    if (pair !== undefined && at + 1 < text.length) {
      read += pair
      at += 1
    } else read += vni.get(text[at] as string) ?? text[at]
  }
  return read
}

/** A capital at the beginning of a word may carry a small mark. */
function lowerMark(text: string, at: number): string {
  const [base = '', mark = ''] = [text[at], text[at + 1]]
  return base === base.toUpperCase() ? base + mark.toUpperCase() : base + mark
}

/** In which letters these texts are written: those in which most of the words could be Vietnamese. */
export function lettersOf(texts: readonly string[]): { letters: Letters; score: number } {
  const words = texts.flatMap((text) => text.split(/[\s.,;:()/\\"'-]+/)).filter(isMarked)
  const scored = fileLetters.map((letters) => ({ letters, score: plausibility(words, letters) }))
  const [unicode, ...older] = scored as [(typeof scored)[0], ...typeof scored]
  return older.reduce((best, one) => (one.score > best.score && one.score > 0 ? one : best), unicode)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of plain letters begins with them
const isMarked = (word: string): boolean => /[^\u0000-\u007f]/.test(word)

const plausibility = (words: readonly string[], letters: Letters): number =>
  words.reduce((sum, word) => sum + (isSyllable(readLetters(word, letters)) ? 1 : -1), 0)

const onset = '(?:ngh?|gh?|gi|kh|ch|th|tr|ph|nh|qu|[bcdđhklmnprstvx])?'
const nucleus =
  '(?:yêu|uôi|ươi|ươu|iêu|uây|uyê|uya|uyu|oai|oay|oao|oeo|iê|yê|ia|uô|ươ|ua|ưa|uê|uơ|uâ|uy|oa|oă|oe|oo|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|[aăâeêioôơuưy])'
const syllable = new RegExp(`^${onset}${nucleus}(?:ng|nh|ch|[cmnpt])?$`)

/** Whether a word could be a syllable of Vietnamese: one beginning, one vowel, one end, at most one tone. */
export function isSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize('NFD')
  const toneless = apart.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
  return apart.length - toneless.length <= 1 && syllable.test(toneless.normalize('NFC'))
}
