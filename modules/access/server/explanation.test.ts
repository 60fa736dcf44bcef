import fc from 'fast-check'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { everything, scopeOf } from '../../../platform/server/rights.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { areaId, districtsEndedOn, personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { type KnownPermission, permissions, startingRoles } from '../../../rules/roles.ts'
import { expectRefusal, world } from '../../../tests/support/world.ts'
import { Explain } from '../contract.ts'
import { explainFor } from './explanation.ts'
import { rightsOf } from './rights.ts'
import { slice } from './slice.ts'

const town = areaId('12280')
const question = (key: string, permission: string, area = town) => ({
  personId: personId(key),
  permission,
  areaId: area,
})

test('nobody explains for areas or people beyond their reach', async () => {
  const { districtLead, communeOfficer } = await world([slice])
  await expectRefusal(communeOfficer.ask(Explain, question('xa', 'tasks.report')), 'platform.not_allowed')
  await expectRefusal(districtLead.ask(Explain, question('xa', 'tasks.report', areaId('33'))), 'platform.not_found')
  await expectRefusal(districtLead.ask(Explain, question('quantri', 'tasks.report')), 'access.no_such_person')
  await expectRefusal(districtLead.ask(Explain, question('xa', 'tasks.fly')), 'access.no_such_permission')
})

test('each rule that was looked at is told, to the first that fails', async () => {
  const { auditor } = await world([slice])
  const yes = await auditor.ask(Explain, question('huyen', 'tasks.assign'))
  expect(yes.allowed).toBe(true)
  expect(yes.verdict.vi).toBe(
    'Ngày 15/11/2024, Vũ Minh Khang (minh họa) được giao và sửa nhiệm vụ ở thị trấn Lương Bằng: vai trò Lãnh đạo cấp huyện, huyện Kim Động.',
  )
  expect(yes.steps[1]?.rules.map(({ rule, holds }) => [rule, holds])).toEqual([
    ['dates', true],
    ['revoked', true],
    ['permission', true],
    ['area', true],
  ])
  const elsewhere = await auditor.ask(Explain, question('xa', 'tasks.report', areaId('12322')))
  expect(elsewhere.allowed).toBe(false)
  expect(elsewhere.steps[1]?.rules.at(-1)).toMatchObject({
    rule: 'area',
    holds: false,
    reason: { vi: 'thị trấn Lương Bằng không bao trùm xã Ngọc Thanh.' },
  })
  const without = await auditor.ask(Explain, question('congan', 'tasks.report'))
  expect(without.steps.at(-1)).toMatchObject({ about: 'nothing', allows: false })
})

const day = fc
  .integer({ min: -3, max: 3 })
  .map((days) => new Date(Date.UTC(2024, 10, 15 + days)).toISOString().slice(0, 10))
const people = ['tinh', 'huyen', 'xa', 'thon'].map(personId)
const areas = [areaId('33'), areaId('331'), town, areaId('12322'), areaId('12280', districtsEndedOn), areaId('34')]
const span = fc.tuple(day, fc.option(day)).filter(([from, to]) => to === null || to > from)
const grants = fc.array(
  fc.record({
    person: fc.constantFrom(...people),
    role: fc.constantFrom(...startingRoles.map(({ id }) => id)),
    area: fc.option(fc.constantFrom(...areas), { freq: 4 }),
    span,
    revokedOn: fc.option(day, { freq: 1 }),
  }),
  { maxLength: 6 },
)
const delegations = fc.array(
  fc
    .record({
      from: fc.constantFrom(...people),
      to: fc.constantFrom(...people),
      role: fc.option(fc.constantFrom(...startingRoles.map(({ id }) => id))),
      span: span.filter(([, to]) => to !== null),
      revokedOn: fc.option(day, { freq: 1 }),
    })
    .filter(({ from, to }) => from !== to),
  { maxLength: 4 },
)

async function hold(
  db: Db,
  held: {
    grants: typeof grants extends fc.Arbitrary<infer G> ? G : never
    delegations: typeof delegations extends fc.Arbitrary<infer D> ? D : never
    disabled: readonly (string | null)[]
  },
): Promise<void> {
  await sql`delete from delegation`.execute(db)
  await sql`delete from access_grant`.execute(db)
  for (const [index, id] of people.entries())
    await sql`update person set disabled_on = ${held.disabled[index] ?? null} where id = ${id}`.execute(db)
  for (const each of held.grants)
    await sql`
      insert into access_grant (id, person_id, role_id, area_id, valid_from, valid_to, reason, revoked_on)
      values (${uuidv7()}, ${each.person}, ${each.role}, ${each.area}, ${each.span[0]}, ${each.span[1]}, 'x', ${each.revokedOn})`.execute(
      db,
    )
  for (const each of held.delegations)
    await sql`
      insert into delegation (id, from_person_id, to_person_id, role_id, valid_from, valid_to, reason, revoked_on)
      values (${uuidv7()}, ${each.from}, ${each.to}, ${each.role}, ${each.span[0]}, ${each.span[1]}, 'x', ${each.revokedOn})`.execute(
      db,
    )
}

/** What the door decides: the reach of the permission, and whether it covers the area. */
async function doorAllows(db: Db, person: string, permission: string, area: string, on: string): Promise<boolean> {
  const scope = scopeOf(await rightsOf(db, person, on), permission)
  if (scope.everywhere) return true
  const covered = await sql`
    select 1 from area_coverage where unit_id = ${area} and ancestor_id = any(${scope.roots as string[]}::uuid[])`.execute(
    db,
  )
  return covered.rows.length > 0
}

test('the explanation always says what the door decides, whatever is given, lent, taken back or stopped', async () => {
  const { database } = await world([slice])
  const { db } = database
  const verdicts = { allowed: 0, denied: 0 }
  const asked = Object.keys(permissions).filter((_, index) => index % 3 === 0) as KnownPermission[]
  await fc.assert(
    fc.asyncProperty(
      grants,
      delegations,
      fc.array(fc.option(day, { freq: 1 }), { minLength: 4, maxLength: 4 }),
      fc.constantFrom(...asked),
      day,
      async (given, lent, disabled, permission, on) => {
        await hold(db, {
          grants: given,
          delegations: lent,
          disabled: disabled.map((each, index) => (index === 0 ? null : each)),
        })
        for (const person of people)
          for (const area of areas) {
            const told = await explainFor(db, { personId: person, permission, areaId: area, on }, everything)
            verdicts[told?.allowed ? 'allowed' : 'denied'] += 1
            expect(told?.allowed).toBe(await doorAllows(db, person, permission, area, on))
          }
      },
    ),
    { numRuns: 40 },
  )
  expect(Math.min(verdicts.allowed, verdicts.denied)).toBeGreaterThan(20)
}, 120_000)
