// Writes good rows by COPY in batches of text: lists are made as their places appear, and the next batch is read while
// the last one is stored.

import { createHmac, randomFillSync } from 'node:crypto'
import { sql } from 'kysely'
import type { OneConnection } from '../../../../platform/database/copying.ts'
import type { Plan } from '../../contract/import.ts'
import type { Draft, Place } from './judge.ts'

export type Tally = Place & { listId: string; rows: number }
export type RowStore = {
  add(draft: Draft): void
  /** To be awaited between batches: waits while too much is under way. */
  room(): Promise<void>
  finish(): Promise<void>
  tallies(): Tally[]
}
type Into = {
  one: OneConnection
  /** `roster_entry`, or the table in which a newer list waits to be matched. */
  table: string
  importId: string
  plan: Plan
  personId: string | null
  identityKey: string
}

const lettersInBatch = 2 * 1024 * 1024
const columns = `commune_id, id, list_id, group_id, hamlet_id, body_id, number, name, name_key, name_bag, address, headcount,
  birth_year, identity_hashes, since, changed_by`

export function rowStore(into: Into): RowStore {
  const { plan, personId } = into
  const tallies = new Map<string, Tally>()
  const nextId = timeOrderedIds()
  const tail = `${plan.asOf}\t${personId ?? '\\N'}\n`
  const group = escaped(plan.groupId)
  let newLists: Tally[] = []
  let pieces: Buffer[] = []
  let lines = ''
  let letters = 0
  let storing: Promise<void> = Promise.resolve()
  const send = () => {
    if (lines !== '') pieces.push(Buffer.from(lines))
    const [batch, lists] = [pieces, newLists]
    pieces = []
    newLists = []
    lines = ''
    letters = 0
    const before = storing
    storing = (async () => {
      await before
      await makeLists(into, lists)
      if (batch.length > 0) await into.one.copyIn(`copy ${into.table} (${columns}) from stdin`, batch)
    })()
    // Heard where it is awaited.
    storing.catch(() => undefined)
  }
  const tallyOf = (draft: Draft): Tally => {
    const key = draft.hamletId ?? draft.bodyId ?? draft.communeId
    const kept = tallies.get(key)
    if (kept) return kept
    const made = {
      communeId: draft.communeId,
      hamletId: draft.hamletId,
      bodyId: draft.bodyId,
      listId: nextId(),
      rows: 0,
    }
    tallies.set(key, made)
    newLists.push(made)
    return made
  }
  return {
    add(draft) {
      const tally = tallyOf(draft)
      tally.rows += 1
      const line = `${draft.communeId}\t${nextId()}\t${tally.listId}\t${group}\t${draft.hamletId ?? '\\N'}\t${draft.bodyId ?? '\\N'}\t${draft.number ?? '\\N'}\t${escaped(draft.name)}\t${escaped(draft.nameKey)}\t${escaped(draft.nameBag)}\t${escaped(draft.address)}\t${draft.headcount ?? '\\N'}\t${draft.birthYear ?? '\\N'}\t${hashes(draft.identities, into.identityKey)}\t${tail}`
      lines += line
      letters += line.length
      if (lines.length > 65_536) {
        pieces.push(Buffer.from(lines))
        lines = ''
      }
    },
    async room() {
      if (letters < lettersInBatch) return
      // One batch on its way, one being filled: more would only wait in memory.
      await storing
      send()
    },
    async finish() {
      send()
      await storing
    },
    tallies: () => [...tallies.values()],
  }
}

async function makeLists({ one, importId, plan, personId }: Into, lists: readonly Tally[]): Promise<void> {
  if (lists.length === 0) return
  await sql`
    insert into roster_list (commune_id, id, group_id, hamlet_id, body_id, title, as_of, source, import_id, recorded_by)
    select made.commune_id, made.id, ${plan.groupId}, made.hamlet_id, made.body_id, ${plan.title}, ${plan.asOf}::date,
      ${plan.source}, ${importId}::uuid, ${personId}::uuid
    from unnest(${lists.map(({ communeId }) => communeId)}::uuid[], ${lists.map(({ listId }) => listId)}::uuid[],
      ${lists.map(({ hamletId }) => hamletId)}::uuid[], ${lists.map(({ bodyId }) => bodyId)}::uuid[])
      as made (commune_id, id, hamlet_id, body_id)`.execute(one.db)
}

/** Texts are tidied before, so a backslash is all that COPY could take for something else. */
const escaped = (text: string): string => (text.includes('\\') ? text.replaceAll('\\', '\\\\') : text)

/** The numbers themselves are not kept: only what another one can be compared with, under the product's secret. */
export const identityHash = (digits: string, key: string): string =>
  createHmac('sha256', key).update(`roster-identity:${digits}`).digest('hex')

function hashes(identities: readonly string[], key: string): string {
  if (identities.length === 0) return '\\N'
  return `{${identities.map((digits) => `"\\\\\\\\x${identityHash(digits, key)}"`).join(',')}}`
}

/** UUIDv7 in the order in which they are made, so that the index grows at its end; its randomness is drawn in advance. */
export function timeOrderedIds(): () => string {
  const pool = Buffer.alloc(8 * 1024)
  let at = pool.length
  let millisecond = 0
  let counter = 0
  return () => {
    const now = Date.now()
    counter = now > millisecond ? 0 : counter + 1
    millisecond = Math.max(now, millisecond)
    // The counter has 12 bits: beyond them the clock is ahead by a millisecond.
    if (counter > 0xfff) {
      millisecond += 1
      counter = 0
    }
    if (at === pool.length) {
      randomFillSync(pool)
      at = 0
    }
    const random = pool.toString('hex', at, at + 8)
    at += 8
    const time = millisecond.toString(16).padStart(12, '0')
    const variant = '89ab'[Number.parseInt(random[0] as string, 16) & 3]
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${random.slice(1, 4)}-${random.slice(4)}`
  }
}
