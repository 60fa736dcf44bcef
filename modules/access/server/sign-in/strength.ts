// May this be a password? Checked without any network: length, leaked and common words, names of the person and of the place.

import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { type Refusal, refuse } from '../../../../platform/contract/refusal.ts'
import { refusals } from '../../contract/refusals.ts'
import { longestPassword, shortestPassword } from '../../limits.ts'
import { commonVietnamese } from './common-vietnamese.ts'

/** Guesses that an attacker with the stolen hash could make in months; 3 of 4 on the scale of zxcvbn. */
const leastScore = 3

let judge: ZxcvbnFactory | undefined
// The dictionaries take a tenth of a second to prepare, which a start should not pay.
const prepared = (): ZxcvbnFactory => {
  judge ??= new ZxcvbnFactory({
    dictionary: { ...dictionary, vietnamese: [...commonVietnamese] },
    graphs: adjacencyGraphs,
    maxLength: longestPassword,
  })
  return judge
}

const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd')

/** The refusal that says why, or nothing when it may be used. `about` are the person's own name, address and the like. */
export function passwordRefusal(password: string, about: readonly string[], field = 'password'): Refusal | undefined {
  const typed = password.normalize('NFKC')
  const letters = [...typed].length
  if (letters < shortestPassword)
    return refuse(refusals.password_short, { least: shortestPassword, length: letters }, field)
  if (letters > longestPassword) return refuse(refusals.password_long, { most: longestPassword }, field)
  const plain = withoutMarks(typed).toLowerCase()
  const own = about.flatMap((text) => ownWords(text))
  if (own.some((word) => word.length >= 4 && plain.replace(/[^a-z0-9]/g, '').includes(word)) && isMostly(plain, own))
    return refuse(refusals.password_personal, {}, field)
  // Spaces between common words make them no rarer, so the text is also judged without marks and without spaces.
  const readings = [typed, plain, plain.replace(/\s+/g, '')]
  const results = readings.map((reading) => prepared().check(reading, own))
  const worst = results.reduce((least, result) => (result.score < least.score ? result : least))
  if (worst.score >= leastScore) return undefined
  const patterns = new Set<string>(worst.sequence.map((match) => match.pattern))
  const leaked = worst.sequence.some((match) => match.pattern === 'dictionary')
  if (patterns.has('repeat') || patterns.has('sequence') || patterns.has('spatial'))
    return refuse(leaked ? refusals.password_common : refusals.password_pattern, {}, field)
  return refuse(leaked ? refusals.password_common : refusals.password_weak, {}, field)
}

/** A name or an address as the words that a guesser would try. */
function ownWords(text: string): string[] {
  const words = withoutMarks(text)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1)
  return [...words, words.join('')]
}

/** Most of the letters are the person's own words. */
function isMostly(plain: string, own: readonly string[]): boolean {
  const squeezed = plain.replace(/[^a-z0-9]/g, '')
  const left = [...own].sort((a, b) => b.length - a.length).reduce((rest, word) => rest.replaceAll(word, ''), squeezed)
  return left.length < squeezed.length / 2
}
