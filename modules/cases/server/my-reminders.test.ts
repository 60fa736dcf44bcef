// What the bell and the first screen say of files: numbers and time limits to those whose work it is, in whose stead they are, to the
// head what came up; nothing to anybody else, whatever there is.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { areaId, personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { identity, masterKeysAre, newMasterKey } from '../../../tests/support/kept-files.ts'
import { event, positive } from '../../../tests/support/lives.ts'
import { expectRefusal, type Somebody, type World, world } from '../../../tests/support/world.ts'
import { MyReminders, SeeReminders } from '../contract.ts'
import { eventKinds, type FileEvent } from '../events.ts'
import { dutySpecs } from '../rules/duty-specs.ts'
import { toldToHealth } from '../rules/reminding.ts'
import { views } from '../views.ts'
import { enterFiles } from './public.ts'
import { sendReminders } from './remind.ts'
import { slice } from './slice.ts'

const communeId = areaId('12322', '2025-07-01')
let the: World
let police: Somebody
let other: Somebody
let head: Somebody
let health: Somebody
let next: Somebody
let now = new Date('2026-11-25T09:00:00+07:00')

beforeAll(async () => {
  the = await world([slice])
  masterKeysAre(newMasterKey())
  police = the.as(personId('conganxa'))
  other = the.as(personId('conganxa2'))
  head = the.as(personId('truongcax'))
  health = the.as(personId('tramyte'))
  next = the.as(personId('congangiap'))
  the.parts.clock.now = () => now
})
afterAll(() => the?.database.drop())

const teamOf = (officer: string): FileEvent =>
  event('team-named', '2026-11-24T20:30', { members: [{ role: 'police', name: 'Cán bộ', person: officer }] }, uuidv7())
async function filed(...events: FileEvent[]): Promise<string> {
  const made = { id: uuidv7(), personId: uuidv7(), identity: identity({ papers: [] }), events }
  await enterFiles(the.database.db, { communeId, by: police.id, now, demo: false }, [made])
  return made.id
}
const toDecide = (officer: string) =>
  filed(
    event('tested', '2026-11-23T09:00', positive, uuidv7()),
    event('residence-verified', '2026-11-23T15:00', { stable: true }, uuidv7()),
    event('notice-received', '2026-11-24T20:00', { from: 'Công an xã Đức Hợp' }, uuidv7()),
    teamOf(officer),
  )
const told = async (by: Somebody, fileId: string) =>
  (await by.ask(MyReminders, {})).rows.filter((row) => row.fileId === fileId).map(({ act, kind }) => `${act} ${kind}`)
const at = async (moment: string) => {
  now = new Date(`${moment}:00+07:00`)
  await sendReminders(the.database.db, now)
}

test('quiet while nothing is due, for whoever sees files; refused to whoever does not, alike with files and without', async () => {
  const nothing = { late: 0, soon: 0, fresh: 0, freshIn: [], rows: [] }
  for (const somebody of [police, head, health, next]) expect(await somebody.ask(MyReminders, {})).toEqual(nothing)
  const outsiders = [the.communeOfficer, the.administrator, the.districtLead, the.hamletHead]
  const refusals = async () =>
    Promise.all(outsiders.map((by) => expectRefusal(by.ask(MyReminders, {}), 'platform.not_allowed')))
  const before = await refusals()
  await toDecide(police.id)
  await at('2026-11-25T10:00')
  expect(await refusals()).toEqual(before)
  for (const by of outsiders) await expectRefusal(by.send(SeeReminders, { communeId }), 'platform.not_allowed')
})

test('told to the officer in charge, then to the head; to nobody of the next commune, and never with a name', async () => {
  now = new Date('2026-11-25T09:00:00+07:00')
  const fileId = await toDecide(police.id)
  await at('2026-11-25T10:00')
  expect(await told(police, fileId)).toEqual(['decide soon'])
  for (const somebody of [other, head, health, next]) expect(await told(somebody, fileId)).toEqual([])
  await at('2026-11-26T21:00')
  // Sent to both, the officer reads that the head was told.
  expect(await told(police, fileId)).toEqual(['decide escalation'])
  expect(await told(head, fileId)).toEqual(['decide escalation'])
  const answer = await head.ask(MyReminders, {})
  expect(answer.rows[0]).toMatchObject({ communeId, commune: 'Hiệp Cường', number: expect.stringMatching(/^HC-/) })
  expect(JSON.stringify(answer)).not.toMatch(/Khổng|Tường|K\. M/)
  await expectRefusal(next.send(SeeReminders, { communeId }), 'platform.not_found')
})

test('seen is new no longer; seen twice and at once changes nothing more', async () => {
  const before = await police.ask(MyReminders, {})
  expect(before.fresh).toBeGreaterThan(0)
  now = new Date(now.getTime() + 60_000)
  await Promise.all([police.send(SeeReminders, { communeId }), police.send(SeeReminders, { communeId })])
  await police.send(SeeReminders, { communeId })
  const after = await police.ask(MyReminders, {})
  expect([after.fresh, after.freshIn, after.late]).toEqual([0, [], before.late])
  expect(before.freshIn).toEqual([communeId])
})

test('who stands in is told in the stead of who is absent, marked so, and only for so long', async () => {
  now = new Date('2026-11-25T09:00:00+07:00')
  const fileId = await toDecide(police.id)
  await at('2026-11-25T10:00')
  expect(await told(other, fileId)).toEqual([])
  await sql`insert into delegation (id, from_person_id, to_person_id, role_id, valid_from, valid_to, reason)
    values (${uuidv7()}, ${police.id}, ${other.id}, 'commune-police', '2024-11-10', '2024-11-20', 'Nghỉ phép')`.execute(
    the.database.db,
  )
  const seen = (await other.ask(MyReminders, {})).rows.find((row) => row.fileId === fileId)
  expect(seen).toMatchObject({ kind: 'soon', standsIn: true })
  await sql`delete from delegation where from_person_id = ${police.id}`.execute(the.database.db)
  expect(await told(other, fileId)).toEqual([])
})

test('the health station is told of a treatment that has to begin, of no decision', async () => {
  for (const act of toldToHealth)
    for (const kind of dutySpecs[act].does) expect(views.health.groups as string[]).toContain(eventKinds[kind].group)
  now = new Date('2026-11-25T09:00:00+07:00')
  const fileId = await filed(
    event('determination-result', '2026-11-23T09:00', { result: 'addicted' }, uuidv7()),
    event('registered', '2026-11-23T15:00', { form: 'substitution' }, uuidv7()),
    event('substitution-decided', '2026-11-24T09:00', {}, uuidv7()),
    teamOf(police.id),
  )
  await at('2026-11-26T12:00')
  expect(await told(health, fileId)).toEqual(['begin soon'])
  const seen = (await health.ask(MyReminders, {})).rows
  expect(seen.map(({ act }) => act)).toEqual(seen.map(() => 'begin'))
})
