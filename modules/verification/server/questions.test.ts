// Questions how a lot came to be signed: found by rule, asked of the head, closed by the level above; and the stated risks.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { areaId, demoId } from '../../../programmes/kim-dong-2024/ids.ts'
import { openDrive, sendSignatures, signatureFor } from '../../../tests/support/signing.ts'
import { expectRefusal, world } from '../../../tests/support/world.ts'
import type { Ink } from '../../commitments/contract.ts'
import { slice as commitments } from '../../commitments/server/slice.ts'
import {
  AnswerQuestion,
  CloseLot,
  CloseQuestion,
  ListQuestions,
  SetRisks,
  ShowLot,
  ShowQuestion,
  ShowRisks,
} from '../contract.ts'
import { lookForPatterns } from './questions/look.ts'
import { slice } from './slice.ts'

const driveId = demoId('drive:2024')
const on = '2024-11-15'

test('a question is refused to who does not head the commune, and to the next commune', async () => {
  const { hamletHead, neighbour, communeOfficer, stranger } = await world([slice])
  await expectRefusal(stranger.ask(ListQuestions, { driveId }), 'platform.not_signed_in')
  await expectRefusal(hamletHead.ask(ListQuestions, { driveId }), 'platform.not_allowed')
  expect((await neighbour.ask(ListQuestions, { driveId })).rows).toEqual([])
  const [question] = (await communeOfficer.ask(ListQuestions, { driveId })).rows
  expect(question).toMatchObject({ place: 'Trường THCS Lương Bằng', state: 'asked', demo: true })
  expect(question?.found.map(({ pattern }) => pattern)).toEqual(['one-hour', 'overnight'])
  const id = question?.id as string
  await expectRefusal(neighbour.ask(ShowQuestion, { id }), 'platform.not_found')
  await expectRefusal(neighbour.send(AnswerQuestion, { id, version: 1, answer: 'Không rõ' }), 'platform.not_found')
})

test('answered once, closed by the level above and by nobody who answered', async () => {
  const { communeOfficer, districtLead, provinceLead, database } = await world([slice])
  const id = (await communeOfficer.ask(ListQuestions, { driveId })).rows[0]?.id as string
  const answer = (version: number) =>
    communeOfficer.send(AnswerQuestion, { id, version, answer: 'Ký tại buổi chào cờ, từng lớp một.' })
  const close = (who = districtLead) => who.send(CloseQuestion, { id, version: 2, closing: 'Đã rõ.' })
  await expectRefusal(close(), 'verification.not_answered')
  await expectRefusal(answer(7), 'platform.changed_meanwhile')
  const both = await Promise.allSettled([answer(1), answer(1)])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await expectRefusal(answer(2), 'verification.question_answered')
  await sql`insert into role_permission (role_id, permission) values ('commune-officer', 'verification.manage')`.execute(
    database.db,
  )
  expect((await communeOfficer.ask(ShowQuestion, { id })).may).toEqual({ answer: false, close: false })
  await expectRefusal(close(communeOfficer), 'verification.own_level')
  expect((await districtLead.ask(ShowQuestion, { id })).may.close).toBe(true)
  await close()
  await expectRefusal(close(provinceLead), 'verification.question_closed')
  expect(await districtLead.ask(ShowQuestion, { id })).toMatchObject({
    state: 'closed',
    answer: { by: 'Phạm Thu Hòa (minh họa)' },
    closing: { text: 'Đã rõ.' },
  })
})

test('the same ink of three households is asked about once; more of it changes the open question, an answer ends it', async () => {
  const here = await world([slice, commitments])
  const { communeOfficer, database } = here
  const place = await openDrive(here)
  const questions = async () => (await communeOfficer.ask(ListQuestions, { driveId: place.driveId })).rows
  const day = (at: number) => ({ entry: at, signedAt: `2024-11-${11 + at}T09:00:00+07:00` })
  const sign = (at: number, ink?: Ink) =>
    sendSignatures(place, communeOfficer, [signatureFor(place, { ...day(at), ...(ink ? { ink } : {}) })])
  const other: Ink = [
    Array.from({ length: 30 }, (_, at): [number, number] => [200 + at * 10, 500 - at * 12]),
    [
      [300, 100],
      [500, 110],
    ],
  ]
  await sign(0)
  await sign(1)
  await sign(2, other)
  await lookForPatterns(database.db, on)
  expect(await questions()).toEqual([])
  await sign(3)
  await lookForPatterns(database.db, on)
  await lookForPatterns(database.db, on)
  const [asked, ...more] = await questions()
  expect(more).toEqual([])
  expect(asked?.found).toEqual([{ pattern: 'same-ink', signatures: 3, of: 4, minutes: null, day: null }])
  await sendSignatures(place, communeOfficer, [
    signatureFor(place, { entry: 4, signedAt: '2024-11-15T08:00:00+07:00' }),
  ])
  await lookForPatterns(database.db, on)
  const id = asked?.id as string
  const shown = await communeOfficer.ask(ShowQuestion, { id })
  expect(shown).toMatchObject({ version: 2, found: [{ signatures: 4 }], may: { answer: true } })
  await communeOfficer.send(AnswerQuestion, { id, version: 2, answer: 'Một người ký thay cả xóm; sẽ ký lại.' })
  await sendSignatures(place, communeOfficer, [
    signatureFor(place, { entry: 5, signedAt: '2024-11-15T09:00:00+07:00' }),
  ])
  await lookForPatterns(database.db, on)
  expect((await communeOfficer.ask(ShowQuestion, { id })).found).toEqual(shown.found)
})

test('risks: refused when they say nothing, to who does not manage settings, to a stale form; a lot keeps its own', async () => {
  const { administrator, districtLead, communeOfficer, stranger } = await world([slice])
  await expectRefusal(stranger.ask(ShowRisks, {}), 'platform.not_signed_in')
  const { rows, inForce, plans, may } = await communeOfficer.ask(ShowRisks, {})
  expect(may.change).toBe(false)
  expect(plans).toContainEqual({ size: 214, sample: 19, allowed: 2 })
  const change = (over: object = {}, who = administrator) =>
    who.send(SetRisks, {
      id: uuidv7(),
      afterId: inForce,
      effectiveOn: on,
      acceptable: 5,
      rejectable: 20,
      producer: 5,
      consumer: 10,
      tries: 2,
      reason: 'Chặt hơn',
      ...over,
    })
  await expectRefusal(change({ effectiveOn: '2024-11-14' }), 'verification.risks_in_past')
  await expectRefusal(change({ acceptable: 16 }), 'verification.risks_too_close')
  await expectRefusal(change({ producer: 50 }), 'platform.invalid_input')
  await expectRefusal(change({}, districtLead), 'platform.not_allowed')
  const lot = (groupId: string, place: string) => ({
    id: uuidv7(),
    driveId,
    communeId: areaId('12322'),
    hamletId: demoId(`hamlet:12322:${place}`),
    bodyId: null,
    groupId,
  })
  const before = lot('household-heads', 'Đông')
  expect(await districtLead.send(CloseLot, before)).toMatchObject({ size: 34, sample: 12, allowed: 1 })
  const both = await Promise.allSettled([change(), change()])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await expectRefusal(change(), 'platform.changed_meanwhile')
  expect((await administrator.ask(ShowRisks, {})).rows).toHaveLength(rows.length + 1)
  expect(await districtLead.send(CloseLot, lot('party-members', 'Đông'))).toMatchObject({ size: 18, sample: 8 })
  expect((await districtLead.ask(ShowLot, { id: before.id, on })).risks).toMatchObject({ rejectable: 25, tries: 3 })
})
