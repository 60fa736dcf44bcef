// Imports started from a screen: the pieces wait in the database, a chore of this process carries them out one after the
// other, the screen asks how far they are. A cancelled one changes nothing; one that the end of a process broke off says so.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../../../db/schema.generated.ts'
import { Refusal, refuse, sentenceOf } from '../../../../platform/contract/refusal.ts'
import { onOneConnection } from '../../../../platform/database/copying.ts'
import type { AuditEntry, Db, Parts } from '../../../../platform/server/slice.ts'
import { importRefusals } from '../../contract/import-refusals.ts'
import { identityKey } from './identity-key.ts'
import { type ImportRecord, type ImportState, recordOf } from './records.ts'
import { type Imported, type Progress, runImport } from './run-import.ts'
import { undoImport } from './undo.ts'
import { uploadedSource } from './uploaded.ts'

type Needed = Pick<Parts, 'db' | 'recordAudit' | 'clock'>
class Cancelled extends Error {}

/** Whoever works on an import holds this lock on a connection of its own, so that others see whether it still does. */
const lockOf = (id: string) => sql`hashtext(${`roster-import:${id}`})`

export async function runWaitingImports(parts: Needed): Promise<void> {
  const { db } = parts
  await sweepUp(db)
  for (;;) {
    const taken = await sql<{ id: string }>`
      update roster_import set state = 'running' where id = (
        select id from roster_import where state = 'waiting' order by started_at limit 1 for update skip locked)
      returning id`.execute(db)
    const id = taken.rows[0]?.id
    if (!id) return
    await whileWorkingOn(db, id, () => carryOut(parts, id))
  }
}

/** Marks it as under way for as long as this process lives; the command line does the same. */
export async function whileWorkingOn(db: Kysely<DB>, id: string, work: () => Promise<void>): Promise<void> {
  await db.connection().execute(async (held) => {
    await sql`select pg_advisory_lock(${lockOf(id)})`.execute(held)
    try {
      await work()
    } finally {
      await sql`select pg_advisory_unlock(${lockOf(id)})`.execute(held)
    }
  })
}

async function sweepUp(db: Kysely<DB>): Promise<void> {
  const running = await sql<{ id: string }>`select id from roster_import where state = 'running'`.execute(db)
  for (const { id } of running.rows)
    await db.connection().execute(async (held) => {
      const lock = await sql<{ free: boolean }>`select pg_try_advisory_lock(${lockOf(id)}) as free`.execute(held)
      if (!lock.rows[0]?.free) return
      await sql`update roster_import set state = case when result ? 'undo' then 'done' else 'interrupted' end,
        result = result - 'undo', finished_at = now() where id = ${id} and state = 'running'`.execute(held)
      await sql`select pg_advisory_unlock(${lockOf(id)})`.execute(held)
    })
  await sql`delete from roster_import where state = 'draft' and started_at < now() - interval '2 days'`.execute(db)
  await sql`
    delete from roster_import_part part using roster_import one
    where one.id = part.import_id and one.state not in ('waiting', 'running')
      and one.started_at < now() - interval '30 days'`.execute(db)
}

async function carryOut(parts: Needed, id: string): Promise<void> {
  const record = await recordOf(parts.db, id)
  if (!record?.plan) return
  try {
    if (record.result.undo) await undoOne(parts, record)
    else await importOne(parts, record)
  } catch (fault) {
    const undoing = record.result.undo !== undefined
    const { undo: _, ...before } = record.result
    if (fault instanceof Refusal)
      await end(parts.db, id, undoing ? 'done' : 'refused', { ...before, refusal: said(fault) })
    else await end(parts.db, id, fault instanceof Cancelled ? 'cancelled' : undoing ? 'done' : 'failed', before)
    if (!(fault instanceof Refusal) && !(fault instanceof Cancelled)) throw fault
  }
}

const said = ({ kind, values }: Refusal) => ({
  code: kind.code,
  vi: sentenceOf(kind, values, 'vi'),
  en: sentenceOf(kind, values, 'en'),
})

async function importOne(parts: Needed, record: ImportRecord): Promise<void> {
  const { db, clock } = parts
  const { id, plan } = record
  const source = await uploadedSource(db, id)
  if (!source || !plan) throw refuse(importRefusals.piece_missing)
  await sql`delete from roster_import_part where import_id = ${id} and kind = 'errors'`.execute(db)
  const imported = await runImport(db, {
    id,
    areaId: record.areaId,
    personId: record.startedById,
    source,
    media: record.media,
    plan,
    dryRun: record.dryRun,
    today: clock.today(),
    language: record.language,
    identityKey: identityKey(),
    onProgress: (progress) => report(db, id, progress),
    saveFaults: (piece, position) => savePiece(db, id, piece, position),
    inside: async (inside, done) => {
      const { good, bad, lists, matched, replaced, added } = done
      const counts = { good, bad, lists, matched, replaced, added }
      await parts.recordAudit(inside, [note(parts, record, 'rosters.importStart', { ...aboutPlan(record), ...counts })])
      await finish(inside, record, done)
    },
  })
  if (record.dryRun) await finish(db, record, imported)
}

const aboutPlan = ({ fileName, plan }: ImportRecord) =>
  plan && { fileName, groupId: plan.groupId, asOf: plan.asOf, source: plan.source, how: plan.how }

const note = (parts: Needed, record: ImportRecord, operation: string, after: unknown): AuditEntry => ({
  subject: `roster-import:${record.id}`,
  operation,
  areaId: record.areaId,
  personId: record.startedById,
  actingForId: null,
  commandId: null,
  at: parts.clock.now(),
  after,
})

/** On a connection of its own, outside the transaction of the import, so that others see it at once. */
export async function report(db: Kysely<DB>, id: string, { done, total, good, bad }: Progress): Promise<void> {
  const told = await sql<{ asked: boolean }>`
    update roster_import set rows_done = ${done}, rows_total = ${total}, rows_good = ${good}, rows_bad = ${bad}
    where id = ${id} returning cancel_asked as asked`.execute(db)
  if (told.rows[0]?.asked) throw new Cancelled()
}

export async function savePiece(db: Db, id: string, piece: Buffer, position: number): Promise<void> {
  await sql`
    insert into roster_import_part (import_id, kind, position, content)
    values (${id}, 'errors', ${position}, ${piece})`.execute(db)
}

export async function finish(
  db: Db,
  { id, dryRun }: Pick<ImportRecord, 'id' | 'dryRun'>,
  imported: Imported,
): Promise<void> {
  const { places, placeCount, matched, replaced, added, repeats, first, kinds } = imported
  await sql`update roster_import set rows_done = ${imported.rows}, rows_total = ${imported.rows},
    rows_good = ${imported.good}, rows_bad = ${imported.bad} where id = ${id}`.execute(db)
  await end(db, id, 'done', { places, placeCount, matched, replaced, added, repeats, faults: first, kinds })
  // The rows are on record now, and the file with them need not lie here twice.
  if (!dryRun) await sql`delete from roster_import_part where import_id = ${id} and kind = 'file'`.execute(db)
}

export async function end(db: Db, id: string, state: ImportState, result: ImportRecord['result']): Promise<void> {
  await sql`
    update roster_import set state = ${state}, finished_at = now(), cancel_asked = false,
      result = ${JSON.stringify(result)}::jsonb, version = version + 1 where id = ${id}`.execute(db)
}

async function undoOne(parts: Needed, record: ImportRecord): Promise<void> {
  const { id, result } = record
  await onOneConnection(parts.db, async ({ db }) => {
    await sql`begin`.execute(db)
    try {
      await sql`set local statement_timeout = 0`.execute(db)
      const counts = await undoImport(db, {
        importId: id,
        personId: result.undo ?? record.startedById,
        today: parts.clock.today(),
      })
      const { undo: _, ...kept } = result
      await parts.recordAudit(db, [
        { ...note(parts, record, 'rosters.importUndo', counts), personId: result.undo ?? record.startedById },
      ])
      await end(db, id, 'undone', kept)
      await sql`commit`.execute(db)
    } catch (fault) {
      await sql`rollback`.execute(db)
      throw fault
    }
  })
}
