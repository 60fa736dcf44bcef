// One drive: what each group signs, and how many have, by group and by the units of the day in view.

import { sql } from 'kysely'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import type { Scope } from '../../../../platform/server/rights.ts'
import { answers, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { ShowCoverage, type Way } from '../../contract.ts'
import { type Cell, copiedPlaces, type Row, type RowKey, sumOf, type Where } from '../../rules/coverage.ts'
import { currentText } from '../../rules/signing.ts'
import { keptAnswer } from '../counting/kept-answers.ts'
import { type Pulse, pulseOf } from '../counting/pulse.ts'
import { rowsInReach } from '../counting/rows-in-reach.ts'
import { silentIn } from '../counting/silent-slot.ts'
import { drivesWithin } from '../drives.ts'

type Answer = OutputOf<typeof ShowCoverage>
type Question = { driveId: string; on: string; within?: string | undefined; group?: string | undefined }

export const showCoverage: Handler = answers(ShowCoverage, async ({ db, scope, now }, question) => {
  const pulse = await pulseOf(db, scope, question.driveId)
  if (!pulse) throw refuse(platformRefusals.not_found)
  return keptAnswer(pulse, scope, question, now, () => workOut(db, scope, pulse, question, now))
})

async function workOut(db: Db, scope: Scope, pulse: Pulse, question: Question, now: Date): Promise<Answer> {
  const { driveId, on } = question
  const [drive] = await drivesWithin(db, scope, on, driveId)
  if (!drive) throw refuse(platformRefusals.not_found)
  const { rows, within, counted } = await rowsInReach(db, scope, pulse, { ...question, driveArea: drive.area.id })
  const cells = rows.flatMap((row) => row.cells)
  const shown = (all: readonly Cell[]) =>
    question.group === undefined ? all : all.filter(({ groupId }) => groupId === question.group)
  const groups = await groupsOf(db, driveId)
  const silentIds = await silentPhones(db, scope, now, counted.whereIs)
  return {
    drive,
    asOf: counted.asOf.toISOString(),
    within: within && { id: within.id, name: within.name, type: within.type, level: within.level },
    ...sumOf(shown(cells)),
    silent: silentIds(shown(cells)).size,
    groups: groups.map(({ texts, ...group }) => ({
      ...group,
      text: texts.find(({ number }) => number === currentText({ texts }, on)) ?? null,
      ...sumOf(cells.filter(({ groupId }) => groupId === group.id)),
    })),
    areas: await areasOf(db, rows, shown, silentIds),
  }
}

async function areasOf(
  db: Db,
  rows: readonly Row[],
  shown: (cells: readonly Cell[]) => readonly Cell[],
  silentIds: (cells: readonly Cell[]) => ReadonlySet<string>,
): Promise<Answer['areas']> {
  const bodies = await bodyNames(
    db,
    rows.flatMap(({ key }) => (key.kind === 'body' ? key.bodyId : [])),
  )
  const areas = rows.map(({ key, cells }) => ({
    ...nameOf(key, bodies),
    restated: key.restated,
    ...sumOf(shown(cells)),
    silent: silentIds(shown(cells)).size,
    communeId: cells[0]?.communeId as string,
  }))
  return areas.filter(({ of, signed }) => of !== null || signed > 0).sort(byCode)
}

/** The phones that hold a copy of a place of these cells and have not been heard of for days: one that holds several is one. */
async function silentPhones(db: Db, scope: Scope, now: Date, whereIs: (cell: Cell) => Where) {
  const silent = await silentIn(db, scope, now)
  return (cells: readonly Cell[]): ReadonlySet<string> =>
    silent.size === 0
      ? new Set()
      : new Set([...copiedPlaces(cells, whereIs)].flatMap((placeId) => silent.get(placeId) ?? []))
}

const byCode = (one: { code: string; name: string }, other: { code: string; name: string }): number =>
  one.code.localeCompare(other.code) || one.name.localeCompare(other.name, 'vi')

function nameOf(key: RowKey, bodies: ReadonlyMap<string, { code: string; name: string }>) {
  if (key.kind === 'body') {
    const body = bodies.get(key.bodyId)
    return { id: key.bodyId, code: body?.code ?? '', name: body?.name ?? '', type: 'body', level: 'body' as const }
  }
  const { id, code, name, type } = key.unit
  return { id, code, name, type, level: key.kind === 'whole' ? ('whole' as const) : (key.unit.level as 'commune') }
}

async function bodyNames(db: Db, ids: readonly string[]): Promise<Map<string, { code: string; name: string }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from area_body where id = any(${[...new Set(ids)]}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, { code: '', name }]))
}

type Text = { number: number; effectiveOn: string; title: string; opening: string; promises: string[]; closing: string }
async function groupsOf(db: Db, driveId: string) {
  const { rows } = await sql<{
    id: string
    vi: string
    en: string
    counterpart: Answer['groups'][number]['counterpart']
    ways: Way[]
    texts: Text[] | null
  }>`
    select asked.group_id as id, kind.name_vi as vi, kind.name_en as en, asked.counterpart, asked.ways,
      (select json_agg(json_build_object('number', number, 'effectiveOn', effective_on, 'title', title, 'opening', opening,
        'promises', promises, 'closing', closing)) from commitment_text wording
        where wording.drive_id = asked.drive_id and wording.group_id = asked.group_id) as texts
    from commitment_drive_group asked join commitment_group kind on kind.id = asked.group_id
    where asked.drive_id = ${driveId} order by kind.position`.execute(db)
  return rows.map(({ id, vi, en, counterpart, ways, texts }) => ({
    id,
    name: { vi, en },
    counterpart,
    ways,
    texts: texts ?? [],
  }))
}
