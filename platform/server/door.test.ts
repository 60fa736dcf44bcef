import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { areaId } from '../../programmes/kim-dong-2024/ids.ts'
import { expectRefusal, world } from '../../tests/support/world.ts'
import { defineCommand, defineQuery } from '../contract/operation.ts'
import { Id, Text } from '../contract/schemas.ts'
import { within } from './rights.ts'
import { answers, carriesOut, type Slice } from './slice.ts'

const Note = defineCommand({
  name: 'tasks.note',
  title: { vi: 'Ghi chú', en: 'Note' },
  permission: 'tasks.report',
  place: { in: (input) => input.areaId },
  input: z.object({ areaId: Id, text: Text(10) }),
  output: z.object({ text: z.string() }),
})
const ListUnits = defineQuery({
  name: 'areas.mine',
  title: { vi: 'Địa bàn của tôi', en: 'My areas' },
  permission: 'areas.read',
  place: 'scope',
  input: z.object({}),
  output: z.object({ codes: z.array(z.string()) }),
})
let carried = 0
const slice: Slice = {
  module: 'tasks',
  handlers: [
    carriesOut(Note, async (_, input) => {
      carried += 1
      return { answer: { text: input.text }, audit: { subject: `note:${input.areaId}`, after: input } }
    }),
    answers(ListUnits, async ({ db, scope }) => {
      const found = await sql<{ code: string }>`
        select code from area_unit where ${within(scope, sql.ref('area_unit.id'))} and valid_to = '2025-07-01' order by code`.execute(
        db,
      )
      return { codes: found.rows.map((row) => row.code) }
    }),
  ],
}
const town = areaId('12280')

test('nobody signed in is refused by name', async () => {
  const { stranger } = await world([slice])
  await expectRefusal(stranger.send(Note, { areaId: town, text: 'x' }), 'platform.not_signed_in')
})

test('somebody from the next commune finds nothing there', async () => {
  const { neighbour } = await world([slice])
  await expectRefusal(neighbour.send(Note, { areaId: town, text: 'x' }), 'platform.not_found')
})

test('somebody without the permission is told which one', async () => {
  const { auditor } = await world([slice])
  const refusal = await expectRefusal(auditor.send(Note, { areaId: town, text: 'x' }), 'platform.not_allowed')
  expect(refusal.values).toEqual({ permission: 'tasks.report' })
})

test('each wrong field is named in the language of the reader', async () => {
  const { communeOfficer } = await world([slice])
  const refusal = await expectRefusal(
    communeOfficer.send(Note, { areaId: town, text: 'a\u0007b' }),
    'platform.invalid_input',
  )
  expect(refusal.fields).toEqual([
    { path: 'text', message: 'Có ký tự điều khiển không nhìn thấy được. Hãy gõ lại hoặc dán dạng văn bản thuần.' },
  ])
})

test('sending twice carries out once, and leaves one audit entry with the person and the place', async () => {
  const { communeOfficer, database } = await world([slice])
  const id = uuidv7()
  const before = carried
  const first = await communeOfficer.send(Note, { areaId: town, text: 'họp' }, { id })
  const again = await communeOfficer.send(Note, { areaId: town, text: 'họp' }, { id })
  expect(again).toEqual(first)
  expect(carried - before).toBe(1)
  const audit = await sql`select operation, person_id, area_id, subject from audit_entry`.execute(database.db)
  expect(audit.rows).toEqual([
    { operation: 'tasks.note', person_id: communeOfficer.id, area_id: town, subject: `note:${town}` },
  ])
})

test('twice at once carries out once', async () => {
  const { communeOfficer } = await world([slice])
  const id = uuidv7()
  const before = carried
  await Promise.all([1, 2, 3, 4].map(() => communeOfficer.send(Note, { areaId: town, text: 'họp' }, { id })))
  expect(carried - before).toBe(1)
})

test('a command id is refused for other content', async () => {
  const { communeOfficer } = await world([slice])
  const id = uuidv7()
  await communeOfficer.send(Note, { areaId: town, text: 'một' }, { id })
  await expectRefusal(communeOfficer.send(Note, { areaId: town, text: 'hai' }, { id }), 'platform.command_id_reused')
})

test('a list is cut to the reach of the one who asks', async () => {
  const { communeOfficer, districtLead, provinceLead, auditor } = await world([slice])
  expect((await communeOfficer.ask(ListUnits, {})).codes).toEqual(['12280'])
  expect((await districtLead.ask(ListUnits, {})).codes).toHaveLength(16)
  expect((await provinceLead.ask(ListUnits, {})).codes).toEqual(expect.arrayContaining(['33', '34', '331', '12280']))
  expect((await auditor.ask(ListUnits, {})).codes).toHaveLength(18)
})
