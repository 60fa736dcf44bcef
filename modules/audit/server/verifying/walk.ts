// Walks along the whole sealed chain, some thousand entries at a time. What was read is looked through beside the reading of what
// comes next; plainly sound stretches are only joined here, anything else is judged entry by entry.

import { setImmediate as breathe } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { DB } from '../../../../db/schema.generated.ts'
import type { chainCheck } from '../../verify-export.mjs'
import type { Looked } from './look-through.ts'
import { openLookers } from './lookers.ts'
import { type Portions, sealedRanges } from './sealed-parts.ts'

export type Walk = {
  /** Positions at which a head was signed. */
  heads: readonly number[]
  /** Threads beside this one. */
  threads: number
  portions?: Portions
  /** Told the position that was reached. */
  onProgress?(until: number): Promise<void>
}

export async function walkAlong(
  db: Kysely<DB>,
  check: Pick<ReturnType<typeof chainCheck>, 'take' | 'takeSound'>,
  walk: Walk,
): Promise<void> {
  const lookers = openLookers(walk.heads, walk.threads)
  const settle = async (range: readonly { looked: Promise<Looked> }[]) => {
    for (const part of range) {
      const looked = await part.looked
      for (const found of looked) {
        if ('first' in found) check.takeSound(found)
        else check.take(found)
      }
      const end = looked.at(-1)
      if (end) await walk.onProgress?.('first' in end ? end.last.position : end.entry.position)
      await breathe()
    }
  }
  try {
    let before: { looked: Promise<Looked> }[] = []
    for await (const range of sealedRanges(db, lookers, walk.portions)) {
      await settle(before)
      before = range
    }
    await settle(before)
  } finally {
    await lookers.close()
  }
}
