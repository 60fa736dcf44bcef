// What lies beside the events of a file and goes with it to another commune: who read it, what holds it, what the person asked
// for, which papers left it. Rows as the database keeps them, whatever columns they have; what is sealed in them is sealed with
// the key of the person, which goes along. What was said to open it is sealed with the key of this place: it goes along in words.

import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'
import { saidOfOpening, sealOpening } from './sealing/openings.ts'
import { wordsKey } from './sealing/statement.ts'

type KeptRow = Record<string, unknown>
const besideTables = ['opening', 'hold', 'request', 'issued'] as const
export type Beside = Record<(typeof besideTables)[number], readonly KeptRow[]>

type At = { communeId: string; fileId: string }
const tableOf = (name: string) => sql.table(`cases.${name}`)

/** Of files that were merged into this one as well: they are of the same person, and nothing of them stays behind. */
export async function besideOf(files: Db, { communeId, fileId }: At): Promise<Beside> {
  const found: [string, readonly KeptRow[]][] = []
  const key = await wordsKey(files)
  const inWords = ({ sealed, ...row }: KeptRow): KeptRow => ({
    ...row,
    ground: saidOfOpening(key, String(row.id), bytesOf(sealed)).ground,
  })
  for (const name of besideTables) {
    const { rows } = await sql<{ row: KeptRow }>`
      select to_jsonb(kept) as row from ${tableOf(name)} as kept
      where commune_id = ${communeId} and (file_id = ${fileId} or file_id in (
        select id from cases.file where commune_id = ${communeId} and merged_into = ${fileId})) order by id`.execute(
      files,
    )
    found.push([name, rows.map(({ row }) => (name === 'opening' ? inWords(row) : row))])
  }
  return Object.fromEntries(found) as Beside
}

/** Who comes back finds rows of before: they are brought up to date. */
const again: Record<keyof Beside, RawBuilder<unknown>> = {
  opening: sql`nothing`,
  hold: sql`update set ended_at = excluded.ended_at, ended_by = excluded.ended_by`,
  request: sql`update set outcome = excluded.outcome, answered_at = excluded.answered_at, answered_by = excluded.answered_by,
    answer = excluded.answer, acknowledged_at = excluded.acknowledged_at, acknowledged_way = excluded.acknowledged_way,
    acknowledged_by = excluded.acknowledged_by, due_at = excluded.due_at, first_due_at = excluded.first_due_at,
    extended_at = excluded.extended_at, extended_by = excluded.extended_by, extended_told_at = excluded.extended_told_at,
    extended_way = excluded.extended_way, extension = excluded.extension`,
  issued: sql`update set collected_at = excluded.collected_at, collected_by = excluded.collected_by`,
}

export async function takeBesideIn(
  files: Db,
  { communeId, fileId }: At,
  { beside, from, now }: { beside: Beside; from: string; now: Date },
): Promise<void> {
  const key = await wordsKey(files)
  const changed: Record<keyof Beside, (row: KeptRow) => KeptRow> = {
    // None goes on here, and what it asked was asked where it was made.
    opening: ({ ground, ...row }) => ({
      ...row,
      sealed: `\\x${sealOpening(key, String(row.id), { ground: String(ground), facts: [] }).toString('hex')}`,
      closed_at: row.closed_at ?? earlier(row.until, now),
    }),
    hold: (row) => row,
    request: (row) => row,
    // Each commune counts its own papers: the number of another one bears the file's number there.
    issued: (row) => ({ ...row, serial: `${from}/${row.serial}` }),
  }
  for (const name of besideTables) {
    const rows = beside[name].map((row) => ({ ...changed[name](row), commune_id: communeId, file_id: fileId }))
    await sql`
      insert into ${tableOf(name)}
      select made.* from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as each,
        jsonb_populate_record(null::${tableOf(name)}, each) as made
      on conflict (commune_id, id) do ${again[name]}`.execute(files)
  }
}

/** As `to_jsonb` writes bytes. */
const bytesOf = (sealed: unknown): Buffer | null =>
  typeof sealed === 'string' ? Buffer.from(sealed.slice(2), 'hex') : null

const earlier = (until: unknown, now: Date): string =>
  new Date(Math.min(Date.parse(String(until)), now.getTime())).toISOString()
