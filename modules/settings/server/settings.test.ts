import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { expectRefusal, world } from '../../../tests/support/world.ts'
import { SetOrganisation, SetRetention, ShowSettings, ShowSystem, settingDefaults } from '../contract.ts'
import { namedParts } from '../web/parts.ts'
import { settingsOf } from './public.ts'
import { slice } from './slice.ts'

const named = { nameVi: 'Ban Chỉ đạo huyện Kim Động', nameEn: 'Kim Động Steering Committee', address: '' }

test('only an administrator reads or changes settings', async () => {
  const { stranger, provinceLead, auditor } = await world([slice])
  await expectRefusal(stranger.ask(ShowSettings, {}), 'platform.not_signed_in')
  await expectRefusal(provinceLead.ask(ShowSettings, {}), 'platform.not_allowed')
  await expectRefusal(auditor.send(SetOrganisation, { version: 0, value: named }), 'platform.not_allowed')
  await expectRefusal(provinceLead.ask(ShowSystem, {}), 'platform.not_allowed')
})

test('somebody who administers one area only does not change what holds everywhere', async () => {
  const { communeOfficer, database } = await world([slice])
  await sql`
    insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
    select ${uuidv7()}, ${communeOfficer.id}, 'administrator', area_id, '2024-01-01', 'x'
    from access_grant where person_id = ${communeOfficer.id}`.execute(database.db)
  await expectRefusal(communeOfficer.send(SetOrganisation, { version: 0, value: named }), 'platform.not_allowed')
})

test('defaults hold until something is changed, and the change is seen by all with its author', async () => {
  const { administrator, database } = await world([slice])
  expect(await settingsOf(database.db)).toEqual(settingDefaults)
  const before = await administrator.ask(ShowSettings, {})
  expect(before.organisation).toEqual({
    value: settingDefaults.organisation,
    version: 0,
    changedAt: null,
    changedBy: null,
  })
  expect(await administrator.send(SetOrganisation, { version: 0, value: named })).toEqual({ version: 1 })
  const after = await administrator.ask(ShowSettings, {})
  expect(after.organisation).toMatchObject({ value: named, version: 1, changedBy: 'Lê Đức Anh (minh họa)' })
  expect((await settingsOf(database.db)).organisation).toEqual(named)
  const audit = await sql<{ before: object; after: object }>`
    select before, after from audit_entry where subject = 'setting:organisation'`.execute(database.db)
  expect(audit.rows).toEqual([{ before: settingDefaults.organisation, after: named }])
})

test('two people changing the same setting: the second is shown what the first saved', async () => {
  const { administrator } = await world([slice])
  const sent = await Promise.allSettled(
    ['A', 'B'].map((nameVi) => administrator.send(SetOrganisation, { version: 0, value: { ...named, nameVi } })),
  )
  expect(sent.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const refusal = await expectRefusal(
    administrator.send(SetOrganisation, { version: 0, value: named }),
    'platform.changed_meanwhile',
  )
  expect(refusal.extra).toMatchObject({ current: { version: 1 } })
})

test('an empty name, invisible characters and a wild retention are refused at their field', async () => {
  const { administrator } = await world([slice])
  const refusal = await expectRefusal(
    administrator.send(SetOrganisation, { version: 0, value: { nameVi: ' ', nameEn: 'a\u0007', address: '' } }),
    'platform.invalid_input',
  )
  expect(refusal.fields?.map((field) => field.path)).toEqual(['value.nameVi', 'value.nameEn'])
  for (const commandDays of [0, 1e9, 30.5])
    await expectRefusal(
      administrator.send(SetRetention, { version: 0, value: { commandDays } }),
      'platform.invalid_input',
    )
  expect(await administrator.send(SetRetention, { version: 0, value: { commandDays: 30 } })).toEqual({ version: 1 })
})

test('the state of the system names its versions and how far the audit is sealed', async () => {
  const { administrator } = await world([slice])
  const system = await administrator.ask(ShowSystem, {})
  expect(system).toMatchObject({ today: '2024-11-15', audit: { sealedUntil: 0, unsealed: 0 } })
  expect(system.database.version).toMatch(/^\d+/)
  expect(system.upgrades.count).toBeGreaterThan(0)
  expect(namedParts).toContain(system.upgrades.lastPart)
})
