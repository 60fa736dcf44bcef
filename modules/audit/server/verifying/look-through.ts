// Looks through a part of the chain for what is plainly sound: entries whose hash fits at the place where they stand, each
// following the one before it. Everything else is handed on as it is, for the check that can say what happened to it.

import { hash } from 'node:crypto'
import { entryHash, type SealedEntry, type SoundStretch } from '../../verify-export.mjs'
import { writeHashed } from './hashed-text.ts'
import { Page } from './page.ts'
import { eachRow, entryOf, field, hashOf, positionOf, type Row, uuidAt } from './rows.ts'

/** What a part held, in its order. */
export type Looked = (SoundStretch | SealedEntry)[]

/** Where the last entry of a stretch lies in the part. */
type Last = { position: number; idFrom: number; hashFrom: number }

const page = new Page()
const hashLength = 32

/** A stretch ends where a head was signed, so that its hash is compared with that of the head. */
export function lookThrough(part: Uint8Array, heads: ReadonlySet<number>): Looked {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
  const looked: Looked = []
  let first: SoundStretch['first'] | undefined
  const last: Last = { position: 0, idFrom: 0, hashFrom: 0 }
  const close = () => {
    if (!first) return
    const hash = bytes.toString('hex', last.hashFrom, last.hashFrom + hashLength)
    looked.push({ first, last: { position: last.position, id: uuidAt(bytes, last.idFrom), hash } })
    first = undefined
  }
  eachRow(bytes, (row) => {
    writeHashed(page, row)
    // As single bytes, the shortest text there is to make and to compare.
    if (hash('sha256', page.written(), 'latin1') !== hashOf(row, 'hash', 'latin1')) {
      const sealed = entryOf(row)
      // An entry of an older version, whose keys lie in the order of the database.
      if (entryHash(sealed.previous, sealed.entry) !== sealed.hash) {
        close()
        looked.push(sealed)
        return
      }
    }
    const position = positionOf(row)
    if (first && !(position === last.position + 1 && follows(row, last.hashFrom))) close()
    first ??= { position, id: uuidAt(bytes, row.from[field.id]!), previous: hashOf(row, 'previous') }
    last.position = position
    last.idFrom = row.from[field.id]!
    last.hashFrom = row.from[field.hash]!
    if (heads.has(position)) close()
  })
  close()
  return looked
}

/** Whether the row carries as its previous hash the one that lies at `hashFrom`. */
function follows({ bytes, from, until }: Row, hashFrom: number): boolean {
  const previous = from[field.previous]!
  const length = until[field.previous]! - previous
  if (previous < 0 || length !== hashLength) return false
  for (let index = 0; index < length; index += 1) if (bytes[previous + index] !== bytes[hashFrom + index]) return false
  return true
}
