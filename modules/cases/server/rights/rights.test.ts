// What a person asks for: taken in with its deadline, done only where the file shows it, complaints never by whom they are about.

import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RequestKind } from '../../../../rules/retention/requests.ts'
import { ended, identity, keptFiles, running } from '../../../../tests/support/kept-files.ts'
import { event } from '../../../../tests/support/lives.ts'
import { pagesOf } from '../../../../tests/support/pdf.ts'
import { expectRefusal, type Somebody } from '../../../../tests/support/world.ts'
import {
  AnswerRequest,
  ChangeIdentity,
  GiveStatement,
  ListDue,
  ListFiles,
  ListRequests,
  ReadFile,
  ReadRetention,
  TakeRequest,
} from '../../contract.ts'

let the: Awaited<ReturnType<typeof keptFiles>>
beforeAll(async () => {
  the = await keptFiles()
})
afterAll(() => the?.the.database.drop())

type Open = Awaited<ReturnType<typeof the.open>>
const take = async (by: Somebody, open: Open, kind: RequestKind, part: object = {}) => {
  const id = uuidv7()
  await by.send(TakeRequest, {
    ...open,
    id,
    kind,
    way: 'desk',
    received: '2026-11-20T09:00',
    words: 'Xin được trả lời',
    aboutId: null,
    ...part,
  })
  return id
}
const answer = (by: Somebody, open: Open, requestId: string, outcome: 'done' | 'refused' | 'passed-on' = 'done') =>
  by.send(AnswerRequest, { ...open, requestId, outcome, words: 'Đã trả lời' })

test('refused: another purpose, no right, the next commune, a day to come', async () => {
  const { fileId } = await the.file(running())
  const checking = await the.open(the.police, fileId, 'check')
  await expectRefusal(take(the.police, checking, 'statement'), 'cases.for_rights_only')
  await expectRefusal(the.police.send(GiveStatement, { ...checking, id: uuidv7() }), 'cases.for_rights_only')
  const open = await the.open(the.police, fileId)
  await expectRefusal(take(the.health, open, 'statement'), 'platform.not_allowed')
  await expectRefusal(take(the.nextPolice, open, 'statement'), 'platform.not_found')
  await expectRefusal(take(the.police, open, 'statement', { received: '2099-01-01T08:00' }), 'cases.in_the_future')
  await expectRefusal(take(the.police, open, 'statement', { received: '2026-02-30T08:00' }), 'cases.details_wrong')
})

test('a statement is asked for, printed, and then answered; late or not', async () => {
  const { fileId } = await the.file(running())
  const open = await the.open(the.police, fileId)
  const id = await take(the.police, open, 'statement')
  await expectRefusal(take(the.police, open, 'statement', { id }), 'cases.already_recorded')
  const [listed] = (await the.police.ask(ListRequests, open)).rows
  expect(listed).toMatchObject({ id, words: 'Xin được trả lời', outcome: null, may: 'answer' })
  expect(new Date(listed?.dueAt ?? 0).toISOString()).toBe('2026-11-30T16:59:00.000Z')
  await expectRefusal(answer(the.police, open, id), 'cases.not_done_yet')
  const issuedId = uuidv7()
  const { serial, pdf } = await the.police.send(GiveStatement, { ...open, id: issuedId })
  expect(serial).toMatch(/^CB-2026-\d{4}$/)
  expect(Buffer.from(pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
  await expectRefusal(the.police.send(GiveStatement, { ...open, id: issuedId }), 'cases.already_recorded')
  expect((await the.police.ask(ReadRetention, open)).issued).toMatchObject([{ serial, kind: 'statement' }])
  expect((await answer(the.police, open, id)).late).toBe(Date.now() > Date.parse('2026-11-30T16:59:00Z'))
  await expectRefusal(answer(the.police, open, id), 'cases.answered_already')
  expect((await the.police.ask(ListRequests, open)).rows).toMatchObject([{ outcome: 'done', answer: 'Đã trả lời' }])
})

test('the statement says what is held, why, until when and who read it; of others in the file it says nothing', async () => {
  const family = [{ role: 'family', name: 'Khổng Thị Hàng Xóm' }]
  const { fileId } = await the.file([
    ...running(),
    event('managed', '2026-11-21T09:00'),
    event('team-named', '2026-11-22T09:00', { members: family, note: 'Bà Tám kể' }),
    event('visited', '2026-11-23T09:00', { by: 'Vũ Người Thăm' }),
  ])
  const open = await the.open(the.police, fileId)
  const number = (await the.police.ask(ReadFile, open)).number
  const { pdf, serial } = await the.police.send(GiveStatement, { ...open, id: uuidv7() })
  const text = (await pagesOf(Buffer.from(pdf, 'base64'))).join(' ')
  const parts = text.split(/(?=[1-7]\. (?:Thông tin|Những việc|Vì sao|Lưu giữ|Ai đã|Giấy tờ|Quyền))/)
  expect(parts).toHaveLength(8)
  const [head = '', who = '', what = '', why = '', untilWhen = '', readers = '', papers = '', rights = ''] = parts
  expect(head).toContain(`Kính gửi: Ông/Bà Khổng Mạnh Tường`)
  expect(head).toContain(`hồ sơ số ${number}`)
  expect(who).toMatch(/Họ và tên Khổng Mạnh Tường .*năm 1988 .*033088777123 .*Xóm Bãi Sậy/)
  expect(what).toMatch(/20\/11\/2026 Xét nghiệm bút lục 1 .*Quyết định quản lý, số managed\/.* ngày 21\/11\/2026/)
  expect(what).toMatch(/Lập tổ quản lý bút lục 3 .*Thăm, gặp gỡ bút lục 4/)
  expect(why).toMatch(
    /Đang bị quản lý \(người sử dụng\): từ 21\/11\/2026, theo quyết định số managed\/.* \(Luật .*120\/2025\/QH15/,
  )
  expect(untilWhen).toMatch(/Hiện nay: .* Thời gian lưu giữ được tính từ khi mọi việc theo luật đã kết thúc\./)
  expect(readers).toMatch(
    /\d\d\/\d\d\/20\d\d Lương Thu Hạnh \(minh họa\) Trả lời yêu cầu của chính người đó \(Luật 91\/2025\/QH15\)/,
  )
  expect(papers).toMatch(new RegExp(`Lương Thu Hạnh \\(minh họa\\) Bản kê thông tin \\(${serial}\\)`))
  const again = await the.police.send(GiveStatement, { ...open, id: uuidv7() })
  const second = (await pagesOf(Buffer.from(again.pdf, 'base64'))).join(' ')
  for (const each of [serial, again.serial]) expect(second).toContain(`Bản kê thông tin (${each})`)
  expect(rights).toContain('yêu cầu sửa')
  expect(text).toContain(serial)
  // Who else is named in the file, who told, and the ground that a reader gave are not the person's to have here.
  expect(text).not.toMatch(/Hàng Xóm|Bà Tám|Người Thăm|Đơn của/)

  const over = await the.open(the.police, (await the.file(ended())).fileId)
  const later = await the.police.send(GiveStatement, { ...over, id: uuidv7() })
  expect((await pagesOf(Buffer.from(later.pdf, 'base64'))).join(' ')).toMatch(
    /4\. Lưu giữ đến khi nào Hiện nay: .* Từ ngày \d\d\/\d\d\/20\d\d danh tính được đề nghị xóa; hai người có thẩm quyền quyết định.* - .* năm \(/,
  )
})

test('one that is late is said to be', async () => {
  const open = await the.open(the.police, (await the.file(running())).fileId)
  const id = await take(the.police, open, 'correction', { received: '2026-10-01T09:00' })
  expect(await answer(the.police, open, id, 'refused')).toMatchObject({ late: true })
})

test('a correction is done once something was corrected since', async () => {
  const { fileId } = await the.file(running())
  const open = await the.open(the.police, fileId)
  const id = await take(the.police, open, 'correction')
  await expectRefusal(answer(the.police, open, id), 'cases.not_done_yet')
  const { version } = await the.police.ask(ReadFile, open)
  await the.police.send(ChangeIdentity, { ...open, identity: identity({ name: 'Khổng Mạnh Tưởng' }), version })
  await answer(the.police, open, id)
})

test('restricted at the person’s wish only where nothing is left to do', async () => {
  const busy = await the.open(the.police, (await the.file(running())).fileId)
  const wish = await take(the.police, busy, 'restriction')
  await expectRefusal(answer(the.police, busy, wish), 'cases.still_needed')
  await answer(the.police, busy, wish, 'refused')
})

test('erasing is not answered by words', async () => {
  const open = await the.open(the.police, (await the.file(ended())).fileId)
  const wish = await take(the.police, open, 'erasure')
  await expectRefusal(answer(the.police, open, wish), 'cases.not_done_yet')
})

test('a complaint goes to the head, is not seen by whom it is about, and may be passed on', async () => {
  const { fileId } = await the.file(running())
  const open = await the.open(the.police, fileId)
  const about = await take(the.police, open, 'complaint', { aboutId: the.head.id })
  const mine = await take(the.police, open, 'complaint', { aboutId: null })
  const byHead = await the.open(the.head, fileId)
  // About the head: the head neither sees nor answers it; whoever took it in passes it on to the level above.
  expect((await the.head.ask(ListRequests, byHead)).rows.map(({ id }) => id)).toEqual([mine])
  await expectRefusal(answer(the.head, byHead, about), 'cases.about_oneself')
  await expectRefusal(answer(the.police, open, mine), 'cases.head_answers')
  await expectRefusal(answer(the.police, open, about), 'cases.head_answers')
  expect((await the.police.ask(ListRequests, open)).rows.map(({ may }) => may)).toEqual(['pass-on', 'pass-on'])
  await answer(the.police, open, about, 'passed-on')
  await answer(the.head, byHead, mine, 'passed-on')
  const aboutOfficer = await take(the.head, byHead, 'complaint', { aboutId: the.police.id })
  expect((await the.police.ask(ListRequests, open)).rows.map(({ id }) => id).toSorted()).toEqual(
    [about, mine].toSorted(),
  )
  expect((await the.police.ask(ListDue, { communeId: the.communeId })).requests.map(({ id }) => id)).not.toContain(
    aboutOfficer,
  )
  expect((await the.head.ask(ListDue, { communeId: the.communeId })).requests.map(({ id }) => id)).toContain(
    aboutOfficer,
  )
  const statement = await take(the.head, byHead, 'statement')
  await expectRefusal(answer(the.head, byHead, statement, 'passed-on'), 'cases.only_complaints_pass')
  expect((await the.police.ask(ListFiles, { communeId: the.communeId })).rows.length).toBeGreaterThan(0)
})
