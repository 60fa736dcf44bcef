import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { sentenceOf } from '../../../platform/contract/refusal.ts'
import { areaId, districtsEndedOn } from '../../../programmes/kim-dong-2024/ids.ts'
import { expectRefusal, type World, world } from '../../../tests/support/world.ts'
import { AreaTree, PublicAreas, PublicLineage, RecordSuccession, ShowUnit } from '../contract.ts'
import { rebuildCoverage } from './coverage.ts'
import { slice } from './slice.ts'

const today = '2026-11-23'
const on = '2026-07-01'
const province = areaId('33', districtsEndedOn)
const commune = (code: string): string => areaId(code, districtsEndedOn)

/** Puts hamlets below a commune of today; answers their ids. */
async function addHamlets({ database: { db } }: World, below: string, ...names: string[]): Promise<string[]> {
  const ids = names.map(() => uuidv7())
  for (const [at, name] of names.entries()) {
    const code = `${below.slice(0, 4)}-${at + 1}`
    await sql`insert into area_unit (id, code, name, type, level, valid_from)
      values (${ids[at]}, ${code}, ${name}, 'thôn', 'village', ${districtsEndedOn})`.execute(db)
    await sql`insert into area_parent (unit_id, parent_id, valid_from) values (${ids[at]}, ${below}, ${districtsEndedOn})`.execute(
      db,
    )
  }
  await rebuildCoverage(db)
  return ids
}
const below = async ({ provinceLead }: World, under: string, day: string): Promise<string[]> =>
  (await provinceLead.ask(AreaTree, { under, on: day })).units.map((unit) => unit.name)
const covers = async ({ database: { db } }: World, ancestor: string, unit: string): Promise<boolean> =>
  (await sql`select 1 from area_coverage where ancestor_id = ${ancestor} and unit_id = ${unit}`.execute(db)).rows
    .length > 0
const successionsFrom = async ({ database: { db } }: World, id: string) =>
  (
    await sql<{ kind: string; to_id: string; share: string | null }>`
      select kind, to_id, share from area_succession where from_id = ${id} and on_date = ${on}`.execute(db)
  ).rows.map(({ kind, to_id, share }) => [kind, to_id, share === null ? null : Number(share)])

const renaming = (id: string, code: string, name: string, type = 'xã') => ({
  kind: 'rename' as const,
  date: on,
  document: 'NQ 32',
  from: [{ id, shares: [1] }],
  to: [{ id: uuidv7(), code, name, type }],
})

const merger = () => ({
  kind: 'merge' as const,
  date: on,
  document: 'NQ 30 (14/4/2026)',
  from: [
    { id: areaId('12286', districtsEndedOn), shares: [1] },
    { id: areaId('12313', districtsEndedOn), shares: [1] },
  ],
  to: [{ id: uuidv7(), code: '12286', name: 'Nghĩa Đức', type: 'xã' }],
})

test('a merger ends the old units, begins the new one, keeps the lineage and the reach', async () => {
  const { provinceLead, districtLead, stranger, database } = await world([slice], today)
  const change = merger()
  await expectRefusal(districtLead.send(RecordSuccession, change), 'platform.not_found')
  const taken = { ...change, to: [{ ...change.to[0]!, code: '11983' }] }
  await expectRefusal(provinceLead.send(RecordSuccession, taken), 'areas.overlap')
  await expectRefusal(
    provinceLead.send(RecordSuccession, { ...change, from: [{ id: areaId('12307'), shares: [1] }] }),
    'areas.already_ended',
  )
  await expectRefusal(provinceLead.send(RecordSuccession, { ...change, date: '2025-06-01' }), 'areas.not_valid_then')
  const id = uuidv7()
  await provinceLead.send(RecordSuccession, change, { id })
  await provinceLead.send(RecordSuccession, change, { id })
  const now = await stranger.ask(PublicAreas, { within: '33' })
  expect(now.areas.map((area) => area.name)).toEqual(['Sơn Nam', 'Lương Bằng', 'Nghĩa Đức', 'Hiệp Cường'])
  const lineage = await stranger.ask(PublicLineage, { code: '12283', on: '2024-06-30' })
  expect(lineage.became).toEqual([{ code: '12286', name: 'Nghĩa Đức', date: on, kind: 'merge', share: 1 }])
  const reach =
    await sql`select 1 from area_coverage where ancestor_id = ${change.to[0]!.id} and unit_id = ${areaId('12283')}`.execute(
      database.db,
    )
  expect(reach.rows).toHaveLength(1)
})

test('of two who end the same unit at once, one is told that it has ended', async () => {
  const { provinceLead } = await world([slice], today)
  const outcomes = await Promise.allSettled([
    provinceLead.send(RecordSuccession, merger()),
    provinceLead.send(RecordSuccession, merger()),
  ])
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a split keeps an unknown share unknown and refuses shares of more than the whole', async () => {
  const { provinceLead, stranger } = await world([slice], today)
  const parts = [
    { id: uuidv7(), code: 'A1', name: 'Lương Bằng Đông', type: 'xã' },
    { id: uuidv7(), code: 'A2', name: 'Lương Bằng Tây', type: 'xã' },
  ]
  const split = (shares: (number | null)[]) => ({
    kind: 'split' as const,
    date: on,
    document: 'NQ 31',
    from: [{ id: areaId('12280', districtsEndedOn), shares }],
    to: parts,
  })
  await expectRefusal(provinceLead.send(RecordSuccession, split([0.7, 0.6])), 'areas.shares_over_one')
  await provinceLead.send(RecordSuccession, split([0.7, null]))
  const lineage = await stranger.ask(PublicLineage, { code: '12307', on: '2024-06-30' })
  expect(lineage.became.map(({ code, share }) => [code, share])).toEqual([
    ['A1', 0.7],
    ['A2', null],
  ])
})

test('a renaming takes what lies below along: the tree of each day, the reach and the lineage are right', async () => {
  const w = await world([slice], today)
  const old = commune('12286')
  const [east, west] = await addHamlets(w, old, 'Đông', 'Tây')
  const change = renaming(old, '12286', 'Nghĩa Dân Mới')
  await expectRefusal(w.neighbour.send(RecordSuccession, change), 'platform.not_allowed')
  await expectRefusal(w.districtLead.send(RecordSuccession, change), 'platform.not_found')
  const id = uuidv7()
  await w.provinceLead.send(RecordSuccession, change, { id })
  await w.provinceLead.send(RecordSuccession, change, { id })
  const now = change.to[0]!.id
  expect([await below(w, old, '2026-06-30'), await below(w, now, '2026-06-30')]).toEqual([['Đông', 'Tây'], []])
  expect([await below(w, old, on), await below(w, now, on)]).toEqual([[], ['Đông', 'Tây']])
  const hamlet = await w.provinceLead.ask(ShowUnit, { id: east!, on })
  expect([hamlet.standing, hamlet.ancestors.map((unit) => unit.name)]).toEqual(['valid', ['Hưng Yên', 'Nghĩa Dân Mới']])
  const before = await w.provinceLead.ask(ShowUnit, { id: east!, on: '2026-06-30' })
  expect(before.ancestors.map((unit) => unit.name)).toEqual(['Hưng Yên', 'Nghĩa Dân'])
  for (const ancestor of [now, old, province]) expect(await covers(w, ancestor, west!)).toBe(true)
  expect([await covers(w, now, old), await covers(w, old, now)]).toEqual([true, false])
  expect(await successionsFrom(w, old)).toEqual([['rename', now, 1]])
  const lineage = await w.stranger.ask(PublicLineage, { code: '12283', on: '2024-06-30' })
  expect(lineage.became).toEqual([{ code: '12286', name: 'Nghĩa Dân Mới', date: on, kind: 'rename', share: 1 }])
  const audit = await sql<{ after: { moved: unknown } }>`
    select after from audit_entry where subject = ${`area:${old}`}`.execute(w.database.db)
  expect(audit.rows.map(({ after }) => after.moved)).toMatchObject([
    [
      { name: 'Đông', to: '12286' },
      { name: 'Tây', to: '12286' },
    ],
  ])
})

test('a province with communes below it is renamed, and every commune follows', async () => {
  const w = await world([slice], today)
  const communes = await below(w, province, '2026-06-30')
  expect(communes).toHaveLength(5)
  const change = renaming(province, '33', 'Hưng Yên Mới', 'tỉnh')
  await w.provinceLead.send(RecordSuccession, change)
  const now = change.to[0]!.id
  expect([await below(w, province, on), await below(w, now, on)]).toEqual([[], communes])
  // What the older province held before its communes of today is still within reach.
  for (const unit of [areaId('331'), areaId('12307'), commune('12322')]) expect(await covers(w, now, unit)).toBe(true)
  expect((await w.stranger.ask(PublicAreas, { within: '33' })).areas).toHaveLength(5)
})

test('a merger gathers what lay below each; a link that a later day ends, still ends on it', async () => {
  const w = await world([slice], today)
  const change = merger()
  const [north] = await addHamlets(w, commune('12286'), 'Bắc')
  const [south] = await addHamlets(w, commune('12313'), 'Nam')
  await sql`update area_parent set valid_to = '2027-01-01' where unit_id = ${south}`.execute(w.database.db)
  await sql`update area_unit set valid_to = '2027-01-01' where id = ${south}`.execute(w.database.db)
  await w.provinceLead.send(RecordSuccession, change)
  const now = change.to[0]!.id
  expect((await below(w, now, on)).sort()).toEqual(['Bắc', 'Nam'])
  expect(await below(w, now, '2027-01-01')).toEqual(['Bắc'])
  expect([await covers(w, now, north!), await covers(w, now, south!)]).toEqual([true, true])
})

test('a split of a unit with others below it names those of whom nobody said where they go', async () => {
  const w = await world([slice], today)
  const old = commune('12280')
  const [east, west] = await addHamlets(w, old, 'Đông', 'Tây')
  const [first, second] = [uuidv7(), uuidv7()]
  const split = {
    kind: 'split' as const,
    date: on,
    document: 'NQ 31',
    from: [{ id: old, shares: [0.7, null] }],
    to: [
      { id: first, code: 'A1', name: 'Lương Bằng Đông', type: 'xã' },
      { id: second, code: 'A2', name: 'Lương Bằng Tây', type: 'xã' },
    ],
  }
  const untold = await expectRefusal(w.provinceLead.send(RecordSuccession, split), 'areas.children_untold')
  expect(sentenceOf(untold.kind, untold.values, 'vi')).toContain('2 đơn vị trực thuộc')
  expect(sentenceOf(untold.kind, untold.values, 'vi')).toContain('thôn Đông, thôn Tây')
  const told = (...children: { id: string; to: string }[]) =>
    w.provinceLead.send(RecordSuccession, { ...split, children })
  const one = await expectRefusal(told({ id: east!, to: first }), 'areas.children_untold')
  expect(sentenceOf(one.kind, one.values, 'en')).toContain('Tây village')
  await expectRefusal(told({ id: east!, to: first }, { id: west!, to: old }), 'areas.children_untold')
  await expectRefusal(told({ id: east!, to: first }, { id: commune('12313'), to: second }), 'areas.not_a_child')
  await told({ id: east!, to: first }, { id: west!, to: second })
  expect([await below(w, first, on), await below(w, second, on), await below(w, old, '2026-06-30')]).toEqual([
    ['Đông'],
    ['Tây'],
    ['Đông', 'Tây'],
  ])
  // Each part reaches its own hamlet, and neither the other's nor the records of the whole.
  expect([await covers(w, first, east!), await covers(w, first, west!), await covers(w, first, old)]).toEqual([
    true,
    false,
    false,
  ])
  expect(await successionsFrom(w, old)).toEqual(
    expect.arrayContaining([
      ['split', first, 0.7],
      ['split', second, null],
    ]),
  )
})

test('the first older unit that was named decides where the new one belongs, whatever its code', async () => {
  const w = await world([slice], today)
  const { db } = w.database
  const [other, low] = [uuidv7(), uuidv7()]
  await sql`insert into area_unit (id, code, name, type, level, valid_from) values
    (${other}, '30', 'Hải Dương', 'tỉnh', 'province', ${districtsEndedOn}),
    (${low}, '10001', 'Ân Thi', 'xã', 'commune', ${districtsEndedOn})`.execute(db)
  await sql`insert into area_parent (unit_id, parent_id, valid_from) values (${low}, ${other}, ${districtsEndedOn})`.execute(
    db,
  )
  await rebuildCoverage(db)
  const change = {
    ...merger(),
    from: [
      { id: commune('12286'), shares: [1] },
      { id: low, shares: [1] },
    ],
  }
  await expectRefusal(w.provinceLead.send(RecordSuccession, change), 'platform.not_found')
  await w.administrator.send(RecordSuccession, change)
  const made = await w.provinceLead.ask(ShowUnit, { id: change.to[0]!.id, on })
  expect(made.ancestors.map((unit) => unit.name)).toEqual(['Hưng Yên'])
})

test('a change that does not hold together is refused by name, and nothing of it is written', async () => {
  const w = await world([slice], today)
  const { provinceLead } = w
  const good = merger()
  const [village] = await addHamlets(w, commune('12280'), 'Đông')
  const refused = (part: Partial<Parameters<typeof send>[0]>, code: string) => expectRefusal(send(part), code)
  const send = (
    part: Partial<Omit<typeof good, 'kind'>> & { kind?: 'merge' | 'rename' | 'split'; parentId?: string },
  ) => provinceLead.send(RecordSuccession, { ...good, ...part })
  const two = [...good.to, { id: uuidv7(), code: 'B2', name: 'Đức Nghĩa', type: 'xã' }]
  const [a, b] = [good.from[0]!, good.from[1]!]
  for (const part of [
    { kind: 'rename' as const, from: [a], to: two },
    { kind: 'rename' as const },
    { from: [a] },
    { kind: 'split' as const, from: [a] },
    { kind: 'split' as const, to: two },
  ])
    await refused(part, 'areas.wrong_count')
  const mixed = await refused({ from: [a, { id: village!, shares: [1] }] }, 'areas.mixed_levels')
  expect(sentenceOf(mixed.kind, mixed.values, 'vi')).toBe(
    'xã Nghĩa Dân và thôn Đông không cùng cấp nên không nhập với nhau được.',
  )
  await refused({ from: [a, { ...b, shares: [] }] }, 'areas.goes_nowhere')
  await refused({ from: [a, { ...b, shares: [0.5, 0.5] }] }, 'areas.too_many_shares')
  await refused({ kind: 'split', from: [{ ...a, shares: [1] }], to: two }, 'areas.comes_from_nowhere')
  await refused({ parentId: commune('12280') }, 'areas.parent_not_above')
  await refused({ parentId: village! }, 'areas.parent_not_above')
  await refused({ parentId: areaId('331') }, 'areas.parent_ends')
  await refused({ from: [a, { id: a.id, shares: [1] }] }, 'platform.not_found')
  // The province ends that very day, by a change that was recorded before.
  await sql`update area_unit set valid_to = ${on} where id = ${province}`.execute(w.database.db)
  const ends = await refused({}, 'areas.parent_ends')
  expect(sentenceOf(ends.kind, ends.values, 'vi')).toContain('tỉnh Hưng Yên')
  await refused({ parentId: province }, 'areas.parent_ends')
  await sql`update area_unit set valid_to = null where id = ${province}`.execute(w.database.db)
  expect(await successionsFrom(w, a.id)).toEqual([])
  await send({ parentId: province })
  expect(await successionsFrom(w, a.id)).toEqual([['merge', good.to[0]!.id, 1]])
})
