// The head's view: the open files of each officer, what of them is late or soon, what they took over, who stands in for them.

import { sql } from 'kysely'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { holdersOf, standInsOf } from '../../../access/server/public.ts'
import { ListFilesOfOfficer, ListOfficers } from '../../contract.ts'
import { sayingWhatKeyIsMissing } from '../opened.ts'
import { readersNames } from '../readers.ts'
import { type KeptRow, maskedNameOf } from '../rows.ts'
import { insideFiles } from '../sealing/inside.ts'

type Row = {
  officer_id: string | null
  files: number
  late: number
  soon: number
  inherited: number
  inherited_late: number
}
const soonMilliseconds = 3 * 86_400_000

export const listOfficers = answers(ListOfficers, async ({ db, person, now, today }, { communeId }) => {
  const soon = new Date(now.getTime() + soonMilliseconds).toISOString()
  const rows = await insideFiles(
    db,
    { communeId, readerId: person?.id ?? '', purpose: 'officers' },
    async (files) =>
      (
        await sql<Row>`
          select officer_id, count(*)::int as files, count(*) filter (where next_due_at < ${now.toISOString()})::int as late,
            count(*) filter (where next_due_at >= ${now.toISOString()} and next_due_at < ${soon})::int as soon,
            count(*) filter (where inherited_from is not null)::int as inherited,
            count(*) filter (where inherited_from is not null and next_due_at < officer_since)::int as inherited_late
          from cases.file where commune_id = ${communeId} and closed_on is null group by officer_id`.execute(files)
      ).rows,
  )
  const asked = { areaId: communeId, permissions: ['cases.police'], today }
  const [police, standIns] = [await holdersOf(db, asked), await standInsOf(db, asked)]
  const names = await readersNames(
    db,
    rows.flatMap(({ officer_id }) => officer_id ?? []),
  )
  const none = { files: 0, late: 0, soon: 0, inherited: 0, inherited_late: 0 }
  const idle = police.filter(({ id }) => !rows.some(({ officer_id }) => officer_id === id))
  const all = [...rows, ...idle.map(({ id }): Row => ({ officer_id: id, ...none }))]
  return {
    rows: all
      .map(({ officer_id, inherited_late, ...counts }): OfficerRow => {
        const name = names.get(officer_id ?? '') ?? police.find(({ id }) => id === officer_id)?.name ?? ''
        return {
          ...counts,
          officer: officer_id ? { id: officer_id, name } : null,
          serves: police.some(({ id }) => id === officer_id),
          inheritedLate: inherited_late,
          standIns: standIns.flatMap(({ forId, ...standIn }) => (forId === officer_id ? [standIn] : [])),
        }
      })
      .sort(inOrder),
    colleagues: police.map(({ id, name }) => ({ id, name })),
  }
})

const mostFiles = 200

export const listFilesOfOfficer = answers(ListFilesOfOfficer, async (context, { communeId, officer }) => {
  const way = { communeId, readerId: context.person?.id ?? '', purpose: 'officers' }
  const theirs = officer === 'none' ? sql`officer_id is null` : sql`officer_id = ${officer}::uuid`
  return sayingWhatKeyIsMissing(() =>
    insideFiles(context.db, way, async (files) => {
      const { rows } = await sql<KeptRow & { files: number }>`
        select file.id, file.number, file.next_due_at, file.demo, file.person_id, person.wrapped_key, person.master_key,
          person.sealed, count(*) over ()::int as files
        from cases.file join cases.person on person.commune_id = file.commune_id and person.id = file.person_id
          and person.sealed is not null
        where file.commune_id = ${communeId} and file.closed_on is null and ${theirs}
        order by file.number limit ${mostFiles}`.execute(files)
      return {
        rows: rows.map((row) => ({
          ...{ id: row.id, number: row.number, name: maskedNameOf(row) },
          ...{ nextDue: row.next_due_at, demo: row.demo },
        })),
        files: rows[0]?.files ?? 0,
      }
    }),
  )
})

type OfficerRow = OutputOf<typeof ListOfficers>['rows'][number]
const byName = new Intl.Collator('vi')
/** Those without an officer first, for they need somebody; the others by name, never ranked. */
const inOrder = (one: OfficerRow, other: OfficerRow): number =>
  one.officer && other.officer ? byName.compare(one.officer.name, other.officer.name) : one.officer ? 1 : -1
