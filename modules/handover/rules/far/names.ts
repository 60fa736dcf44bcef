// How files that are carried are called: what they are stands before their number, and nothing of whom.

import type { CarriedKind } from './container.ts'

/** One ending for all: what a file is, is read from its first line. */
export const carriedEnding = '.binhyen'

const words: Record<CarriedKind, string> = {
  card: 'the',
  pack: 'goi',
  receipt: 'bien-nhan',
  request: 'de-nghi-rut',
}
export const carriedName = (kind: CarriedKind, number: string): string => `${words[kind]}-${number}${carriedEnding}`
