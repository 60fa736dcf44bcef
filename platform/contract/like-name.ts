// Vietnamese names as people write them in lists: read apart, and whether two may be the same name. Pure.

type Syllable = {
  /** Lower case; the tone stands at the end, so that hòa and hoà are the same, and so are Mỹ and Mĩ. */
  text: string
  /** The same without any marks. */
  base: string
  /** Only the beginning of a word: "Ng." or the V of "Nguyễn V Hùng". */
  short: boolean
}
export type Name = { syllables: readonly Syllable[]; marked: boolean }
export type NameReason =
  | 'same_name'
  | 'other_spelling'
  | 'without_marks'
  | 'other_order'
  | 'short_form'
  | 'middle_missing'

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g
/** y and i are one sound where no other vowel stands: Mỹ, Lý, Quý, Vy; but not in Thủy or Mây. */
const loneY = /^((?:qu|[^aeiouyăâêôơư])*)y$/
const titles = new Set(['ông', 'bà', 'cụ'])
const barelyTitles = new Set(['ong', 'ba', 'cu'])

export function readName(text: string): Name {
  const tidied = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\([^)]*\)?/g, ' ')
    .replace(/\./g, '. ')
  const words = tidied.split(/[\s,;'’"_-]+/).filter((word) => /\p{L}/u.test(word))
  const marked = words.some((word) => /[\u0300-\u036fđ]/.test(word.normalize('NFD')))
  return { syllables: withoutTitle(words, marked).map(readSyllable), marked }
}

/** "Ông Nguyễn Văn A" names Nguyễn Văn A; "Ông Cao Thắng" may well be called so. */
function withoutTitle(words: readonly string[], marked: boolean): readonly string[] {
  const [first = ''] = words
  return words.length > 3 && (marked ? titles : barelyTitles).has(first.replace(/\.$/, '')) ? words.slice(1) : words
}

function readSyllable(word: string, at: number, words: readonly string[]): Syllable {
  const apart = word.replace(/[^\p{L}\p{M}]/gu, '').normalize('NFD')
  const letters = apart.replace(tones, '').normalize('NFC').replace(loneY, '$1i')
  const base = letters.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')
  const last = at === words.length - 1
  const short = !last && (word.endsWith('.') || base.length === 1 || !/[aeiouy]/.test(base))
  return { text: letters + (apart.match(tones)?.join('') ?? ''), base, short }
}

/** The words of a name without marks, in alphabetical order: the same however the name was turned round. */
export const bagOfName = ({ syllables }: Name): string =>
  syllables
    .map(({ base }) => base)
    .sort()
    .join(' ')

/** Family and given name as far as a short form tells them: "Ng. Văn A" and "Nguyễn A" give the same. */
export function endsOfName({ syllables }: Name): string | undefined {
  const [family, given] = [syllables[0], syllables.at(-1)]
  return family && given && syllables.length > 1 ? `${family.base[0]} ${given.base}` : undefined
}

/** Why the two may be one name; undefined where they are two. Which of them comes first makes no difference. */
export function likeName(one: Name, other: Name): readonly NameReason[] | undefined {
  if (one.syllables.length === 0 || other.syllables.length === 0) return undefined
  const straight = sameInOrder(one.syllables, other.syllables, one, other)
  if (straight === 'same') return ['same_name']
  if (straight === 'unmarked') return ['without_marks']
  return turnedRound(one, other) ?? shortened(one, other)
}

type Fit = 'same' | 'unmarked' | undefined

/** Hùng and Hưng are two names. Hung may be either, where whoever typed the list typed no marks at all. */
function fits(one: Syllable, other: Syllable, bare: boolean): Fit {
  if (one.text === other.text) return 'same'
  const typedBare = one.text === one.base || other.text === other.base
  return bare && typedBare && one.base === other.base ? 'unmarked' : undefined
}

/** One of the two was typed without marks. */
const bareBeside = (one: Name, other: Name): boolean => one.marked !== other.marked

function sameInOrder(one: readonly Syllable[], other: readonly Syllable[], a: Name, b: Name): Fit {
  if (one.length !== other.length) return undefined
  const last = one.length - 1
  let outcome: Fit = 'same'
  for (const [at, syllable] of one.entries()) {
    // A mark forgotten in family or middle name is forgotten; in the given name it makes another: Lan, Lân.
    const fit = fits(syllable, other[at] as Syllable, at < last || bareBeside(a, b))
    if (!fit) return undefined
    if (fit === 'unmarked') outcome = 'unmarked'
  }
  return outcome
}

/** Given name first, family name last, or both; never middle and given name exchanged, which makes another name. */
function turnedRound(one: Name, other: Name): readonly NameReason[] | undefined {
  const words = other.syllables
  const turns = [
    [...words.slice(1), ...words.slice(0, 1)],
    [...words.slice(-1), ...words.slice(0, -1)],
    words.toReversed(),
  ]
  const bare = bareBeside(one, other)
  for (const turned of turns) {
    if (turned.length < 2 || turned.length !== one.syllables.length) continue
    const found = one.syllables.map((syllable, at) => fits(syllable, turned[at] as Syllable, bare))
    if (found.every((fit) => fit !== undefined))
      return found.includes('unmarked') ? ['without_marks', 'other_order'] : ['other_order']
  }
  return undefined
}

/** The same family and given name, with the rest shortened or left out on one side. */
function shortened(a: Name, b: Name): readonly NameReason[] | undefined {
  const [one, other] = a.syllables.length <= b.syllables.length ? [a, b] : [b, a]
  const [family, given] = [one.syllables[0], one.syllables.at(-1)]
  const [otherFamily, otherGiven] = [other.syllables[0], other.syllables.at(-1)]
  if (one.syllables.length < 2 || !family || !given || !otherFamily || !otherGiven) return undefined
  const bare = bareBeside(a, b)
  const reasons = new Set<NameReason>()
  const note = (fit: Fit | 'short'): boolean => {
    if (fit === 'unmarked') reasons.add('without_marks')
    if (fit === 'short') reasons.add('short_form')
    return fit !== undefined
  }
  if (!note(fits(given, otherGiven, bare)) || !note(fitsShort(family, otherFamily))) return undefined
  const longer = other.syllables.slice(1, -1)
  for (const middle of one.syllables.slice(1, -1)) {
    let fit: Fit | 'short'
    while (longer.length > 0 && !fit) fit = fitsShort(middle, longer.shift() as Syllable)
    if (!note(fit)) return undefined
  }
  if (one.syllables.length < other.syllables.length) reasons.add('middle_missing')
  return [...reasons]
}

function fitsShort(one: Syllable, other: Syllable): Fit | 'short' {
  const fit = fits(one, other, true)
  if (fit) return fit
  const [brief, full] = one.short ? [one, other] : [other, one]
  return brief.short && !full.short && full.base.startsWith(brief.base) ? 'short' : undefined
}
