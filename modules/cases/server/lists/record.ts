// One import of a list: its record, its key, what may still be done with it. Its content is for whoever sent it.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import type { Context, Db } from '../../../../platform/server/slice.ts'
import { type ListPlan, listRefusals, type PersonList } from '../../contract.ts'
import { readersNames } from '../readers.ts'
import { unwrap } from '../sealing/keys.ts'
import { openJson } from '../sealing/person.ts'

export type ListRecord = {
  id: string
  startedBy: string
  startedAt: string
  state: PersonList['state']
  media: 'csv' | 'xlsx'
  wrapped: Buffer | null
  master: string | null
  sealedPlan: Buffer | null
  hasFile: boolean
  rows: number
  finishedAt: string | null
  keepUntil: string
  counts: PersonList['counts']
}

const columns = sql`one.id, one.started_by as "startedBy", one.started_at as "startedAt", one.state, one.media,
  one.wrapped_key as wrapped, one.master_key as master, one.sealed_plan as "sealedPlan", one.sealed_file is not null as "hasFile",
  one.rows_total as rows, one.finished_at as "finishedAt", one.keep_until as "keepUntil", (
    select json_build_object('good', count(*) filter (where outcome = 'good'), 'bare', count(*) filter (where outcome = 'bare'),
      'alike', count(*) filter (where outcome = 'alike'), 'refused', count(*) filter (where outcome = 'refused'),
      'entered', count(*) filter (where outcome = 'entered'), 'doubted', count(*) filter (where doubted))
    from cases.import_row row where row.commune_id = one.commune_id and row.import_id = one.id) as counts`

export async function listRecord(files: Db, communeId: string, importId: string): Promise<ListRecord> {
  const { rows } = await sql<ListRecord>`
    select ${columns} from cases.import one where commune_id = ${communeId} and id = ${importId}`.execute(files)
  if (!rows[0]) throw refuse(listRefusals.no_list)
  return rows[0]
}

/** The same, and nobody else goes on with it meanwhile. */
export async function heldList(files: Db, communeId: string, importId: string): Promise<ListRecord> {
  await sql`select 1 from cases.import where commune_id = ${communeId} and id = ${importId} for update`.execute(files)
  return listRecord(files, communeId, importId)
}

export async function latestLists(files: Db, communeId: string): Promise<ListRecord[]> {
  const { rows } = await sql<ListRecord>`
    select ${columns} from cases.import one where commune_id = ${communeId} order by started_at desc limit 20`.execute(
    files,
  )
  return rows
}

/** The key under which its content is sealed; whoever did not send it is refused. */
export function keyOfList({ id, startedBy, wrapped, master }: ListRecord, readerId: string): Buffer {
  if (!wrapped || !master) throw refuse(listRefusals.no_list)
  if (startedBy !== readerId) throw refuse(listRefusals.list_of_another)
  return unwrap({ wrapped, master }, `list ${id}`)
}

export const planOf = ({ id, sealedPlan }: ListRecord, key: Buffer): ListPlan | undefined =>
  sealedPlan ? (openJson(key, sealedPlan, `plan of list ${id}`) as ListPlan) : undefined

export const comesIn = ({ alike }: Pick<ListPlan, 'alike'>): readonly string[] =>
  alike === 'enter' ? ['good', 'bare', 'alike'] : ['good', 'bare']

/** As it is told: what it says only to whoever sent it. */
export async function shownLists({ db, person, now }: Context, records: readonly ListRecord[]): Promise<PersonList[]> {
  const names = await readersNames(
    db,
    records.map(({ startedBy }) => startedBy),
  )
  return records.map((record): PersonList => {
    const { id, state, startedAt, finishedAt, keepUntil, rows, counts, wrapped } = record
    const own = wrapped !== null && record.startedBy === person?.id
    const plan = own ? planOf(record, keyOfList(record, person.id)) : undefined
    const left = plan ? comesIn(plan).reduce((sum, outcome) => sum + counts[outcome as 'good'], 0) : 0
    const kept = wrapped !== null && new Date(keepUntil) > now
    return {
      ...{ id, state, startedAt, finishedAt, keepUntil, rows, counts },
      startedBy: names.get(record.startedBy) ?? null,
      plan: plan ?? null,
      may: {
        check: own && record.hasFile && (state === 'draft' || state === 'checked'),
        enter: own && (state === 'running' || (state === 'checked' && left > 0)),
        cancel: state === 'draft' || state === 'checked' || state === 'running',
        undo: state === 'done' && kept && counts.entered > 0,
        mend: own && kept && counts.refused + counts.alike > 0,
      },
    }
  })
}
