// The draw: who is visited follows from a seed alone, so that anybody can draw again and see the same.

import { createHash } from 'node:crypto'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * The seed of a lot: SHA-256 of the lot's id and of the hash under which the audit sealed its closing. That hash is made after
 * the lot is closed, out of everything that the product did until then, and stands in the exported log.
 */
export const seedOf = (lotId: string, seal: string): string => sha256(`${lotId.toLowerCase()}:${seal}`)

/** The first `count` of the members in the order of SHA-256("seed:member"); whoever stands first is visited first. */
export function drawOf(seed: string, members: readonly string[], count: number): string[] {
  const marked = members.map((member) => ({ member, mark: sha256(`${seed}:${member.toLowerCase()}`) }))
  marked.sort((one, other) => (one.mark < other.mark ? -1 : 1))
  return marked.slice(0, count).map(({ member }) => member)
}

/** What the audit keeps of a closed lot, so that nobody is slipped in afterwards. */
export const digestOf = (members: readonly string[]): string =>
  sha256([...members].map((member) => member.toLowerCase()).join('\n'))
