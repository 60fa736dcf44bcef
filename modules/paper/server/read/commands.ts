// Sends the files of a stack, starts its reading, stops it. The reading itself is done in the background.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { CancelReading, mostFiles, mostMegabytes, paperRefusals, StartReading, UploadSheets } from '../../contract.ts'
import { driveIn, refuseOtherHamlet } from '../facts.ts'
import { areaOfReading } from './result.ts'

type Known = { drive_id: string; hamlet_id: string | null; state: string; started_by: string }
type Named = { communeId: string; readingId: string }

async function lockedReading(db: Db, { communeId, readingId }: Named): Promise<Known | undefined> {
  const { rows } = await sql<Known>`
    select drive_id, hamlet_id, state, started_by from paper_reading
    where commune_id = ${communeId} and id = ${readingId} for update`.execute(db)
  return rows[0]
}

export const uploadSheets: Handler = carriesOut(UploadSheets, async ({ db, person, bytes, today }, input) => {
  const { readingId, driveId, communeId, hamletId = null, name, position } = input
  if (position >= mostFiles) throw refuse(paperRefusals.too_many_files, { most: mostFiles })
  if (bytes.length === 0) throw refuse(paperRefusals.empty_file, { name }, 'name')
  await refuseOtherHamlet(db, communeId, hamletId)
  await driveIn(db, driveId, communeId, today)
  await sql`
    insert into paper_reading (commune_id, id, drive_id, hamlet_id, state, started_by)
    values (${communeId}, ${readingId}, ${driveId}, ${hamletId}, 'draft', ${person.id})
    on conflict (commune_id, id) do nothing`.execute(db)
  const reading = await lockedReading(db, input)
  const own = reading?.started_by === person.id && reading.drive_id === driveId && reading.hamlet_id === hamletId
  if (!reading || !own) throw refuse(platformRefusals.not_found)
  if (reading.state !== 'draft') throw refuse(paperRefusals.reading_started)
  const others = await bytesBeside(db, input)
  if (others + bytes.length > mostMegabytes * 1_048_576) throw refuse(paperRefusals.too_much, { most: mostMegabytes })
  await sql`
    insert into paper_original (commune_id, reading_id, position, name, content, size)
    values (${communeId}, ${readingId}, ${position}, ${name}, ${Buffer.from(bytes)}, ${bytes.length})
    on conflict (commune_id, reading_id, position)
      do update set name = excluded.name, content = excluded.content, size = excluded.size`.execute(db)
  return {
    answer: { readingId, position, bytes: bytes.length },
    audit: {
      subject: `paper-reading:${readingId}`,
      areaId: hamletId ?? communeId,
      after: { name, position, bytes: bytes.length },
    },
  }
})

/** What the other files of the reading come to; the same one sent again takes the place of itself. */
async function bytesBeside(db: Db, { communeId, readingId, position }: Named & { position: number }): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select coalesce(sum(size), 0)::float8 as bytes from paper_original
    where commune_id = ${communeId} and reading_id = ${readingId} and position <> ${position}`.execute(db)
  return rows[0]?.bytes ?? 0
}

export const startReading: Handler = carriesOut(
  StartReading,
  async ({ db, now }, { communeId, readingId }) => {
    const reading = await lockedReading(db, { communeId, readingId })
    if (!reading) throw refuse(platformRefusals.not_found)
    if (reading.state !== 'draft') throw refuse(paperRefusals.reading_started)
    const { rows } = await sql<{ files: number }>`
      select count(*)::int as files from paper_original where commune_id = ${communeId} and reading_id = ${readingId}`.execute(
      db,
    )
    const files = rows[0]?.files ?? 0
    if (files === 0) throw refuse(paperRefusals.no_files)
    await sql`update paper_reading set state = 'waiting', started_at = ${now}
      where commune_id = ${communeId} and id = ${readingId}`.execute(db)
    return { answer: { readingId }, audit: { subject: `paper-reading:${readingId}`, after: { files } } }
  },
  areaOfReading,
)

export const cancelReading: Handler = carriesOut(
  CancelReading,
  async ({ db, now }, { communeId, readingId }) => {
    const reading = await lockedReading(db, { communeId, readingId })
    if (!reading) throw refuse(platformRefusals.not_found)
    if (reading.state === 'done' || reading.state === 'cancelled') throw refuse(paperRefusals.reading_over)
    // What runs hears of it before its next page; what was read until then stays in the queue.
    await sql`
      update paper_reading set cancel_asked = state = 'running',
        finished_at = case when state <> 'running' then ${now}::timestamptz end,
        state = case when state <> 'running' then 'cancelled' else state end
      where commune_id = ${communeId} and id = ${readingId}`.execute(db)
    return { answer: { readingId }, audit: { subject: `paper-reading:${readingId}`, after: { cancelled: true } } }
  },
  areaOfReading,
)
