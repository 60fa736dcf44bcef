// Cancelling an import and undoing one: the files that it began are taken away as if they had never been, and the key of what
// the list said is destroyed. The database itself lets nothing go that anybody has written to since (0037_case_lists.sql).

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db, type SignedInContext } from '../../../../platform/server/slice.ts'
import { CancelPersonList, listRefusals, UndoPersonList } from '../../contract.ts'
import { oneAtATime } from '../commands/begin.ts'
import { insideFiles } from '../sealing/inside.ts'
import { heldList, type ListRecord, shownLists } from './record.ts'

export const cancelList = carriesOut(CancelPersonList, (context, input) =>
  takeBack(context, input, 'cancelled', ({ state }) => {
    if (state !== 'draft' && state !== 'checked' && state !== 'running') throw refuse(listRefusals.list_over)
  }),
)

export const undoList = carriesOut(UndoPersonList, (context, input) =>
  takeBack(context, input, 'undone', ({ state, counts, wrapped, keepUntil }) => {
    if (state === 'done' && (!wrapped || new Date(keepUntil) <= context.now))
      throw refuse(listRefusals.undo_over, { day: keepUntil.slice(0, 10) })
    if (state !== 'done' || counts.entered === 0) throw refuse(listRefusals.not_entered)
  }),
)

async function takeBack(
  context: SignedInContext,
  { communeId, importId }: { communeId: string; importId: string },
  state: 'cancelled' | 'undone',
  refuseOthers: (record: ListRecord) => void,
) {
  const { db, person, now } = context
  const { record, taken } = await insideFiles(
    db,
    { communeId, readerId: person.id, purpose: 'take-back' },
    async (files) => {
      const held = await heldList(files, communeId, importId)
      refuseOthers(held)
      await oneAtATime(files, communeId)
      const written = await writtenSince(files, communeId, importId)
      if (written > 0) throw refuse(listRefusals.written_since, { count: written })
      await takeFilesBack(files, communeId, importId)
      await sql`delete from cases.import_row where commune_id = ${communeId} and import_id = ${importId}`.execute(files)
      await sql`
        update cases.import set state = ${state}, wrapped_key = null, master_key = null, sealed_file = null, sealed_plan = null,
          finished_at = ${now.toISOString()}, keep_until = ${now.toISOString()}, version = version + 1
        where commune_id = ${communeId} and id = ${importId}`.execute(files)
      return { record: await heldList(files, communeId, importId), taken: held.counts.entered }
    },
  )
  const [answer] = await shownLists(context, [record])
  return {
    answer: answer as NonNullable<typeof answer>,
    audit: { subject: `case-list:${importId}`, areaId: communeId, after: { state, taken } },
  }
}

/** How many of its files hold more than they began with, or are merged. */
async function writtenSince(files: Db, communeId: string, importId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from cases.import_row made
    left join cases.file on file.commune_id = made.commune_id and file.id = made.file_id and file.merged_into is null
    left join cases.person on person.commune_id = made.commune_id and person.id = made.person_id and person.version = 1
    where made.commune_id = ${communeId} and made.import_id = ${importId} and made.file_id is not null
      and (file.id is null or person.id is null
        or made.events <> (select count(*) from cases.event where event.commune_id = made.commune_id and event.file_id = made.file_id))`.execute(
    files,
  )
  return rows[0]?.count ?? 0
}

/** Whatever else rests on a file (a hand-over, a paper, an emergency) holds it: then all of it stays. */
async function takeFilesBack(files: Db, communeId: string, importId: string): Promise<void> {
  const made = sql`select file_id from cases.import_row where commune_id = ${communeId} and import_id = ${importId} and file_id is not null`
  const persons = sql`select person_id from cases.import_row where commune_id = ${communeId} and import_id = ${importId} and person_id is not null`
  try {
    await sql`delete from cases.opening where commune_id = ${communeId} and file_id in (${made})`.execute(files)
    await sql`delete from cases.event where commune_id = ${communeId} and file_id in (${made})`.execute(files)
    await sql`delete from cases.file where commune_id = ${communeId} and id in (${made})`.execute(files)
    await sql`delete from cases.person where commune_id = ${communeId} and id in (${persons})`.execute(files)
  } catch (fault) {
    if ((fault as { code?: string }).code !== '23503') throw fault
    throw refuse(listRefusals.written_since, { count: 1 })
  }
}
