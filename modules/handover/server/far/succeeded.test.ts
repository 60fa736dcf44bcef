// A commune that was merged while a file of it was on its way to another installation: its successor sees the departure, asks it back and
// enters the receipt, in the files where it stands; somebody from elsewhere does not, and the file has one owner all the time.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { problemAnswer } from '../../../../platform/server/http.ts'
import { openLog } from '../../../../platform/server/log.ts'
import { areaId, personId } from '../../../../programmes/kim-dong-2024/ids.ts'
import { here, there } from '../../../../tests/support/hand-overs.ts'
import { type TwoInstallations, twoInstallations } from '../../../../tests/support/two-installations.ts'
import { expectRefusal, type Somebody } from '../../../../tests/support/world.ts'
import { AskBack, ListCommunesBefore, ListFilesBefore, TakeCarried, TakeOverFiles, ViewFar } from '../../contract.ts'
import { farRoutes } from '../public.ts'

// Hiệp Cường becomes a part of Đức Hợp.
const heir = areaId('12313', '2025-07-01')
let two: TwoInstallations
let successor: Somebody
let stranger: Somebody
let head: Somebody

const merged = async (isMerged: boolean) => {
  const { the } = two.at(0)
  await sql`update area_unit set valid_to = ${isMerged ? the.today : null}::date where id = ${here}`.execute(
    the.database.db,
  )
}
const granted = async (who: Somebody, role: string, areaAt: string) => {
  await sql`insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
    values (${uuidv7()}, ${who.id}, ${role}, ${areaAt}, '2024-01-01', 'Kiểm thử')`.execute(two.at(0).the.database.db)
}
beforeAll(async () => {
  two = await twoInstallations()
  const { the } = two.at(0)
  ;[successor, head, stranger] = [the.hamletHead, the.neighbour, the.as(personId('congangiap'))]
  await granted(successor, 'commune-police', heir)
  await granted(head, 'commune-police-head', heir)
  await sql`insert into area_succession (id, on_date, document, kind, from_id, to_id, share, note)
    values (${uuidv7()}, ${the.today}, 'Thử', 'merge', ${here}, ${heir}, 1, '')`.execute(the.database.db)
}, 120_000)
afterAll(() => two.drop())

const take = (by: Somebody, communeId: string, bytes: Buffer) => {
  two.at(0)
  return by.send(TakeCarried, { communeId }, { bytes })
}
async function download(by: Somebody, id: string, kind: 'pack' | 'request') {
  const { the } = two.at(0)
  const address = `/api/handover/carried?communeId=${heir}&id=${id}&kind=${kind}`
  const routes = farRoutes(the.parts)
  routes.onError(problemAnswer({}, openLog('silent')))
  const answer = await routes.request(address, { headers: { 'x-test-person': by.id } })
  return answer.status === 200 ? Buffer.from(await answer.arrayBuffer()) : undefined
}
/** On its way, and its commune is no more. */
async function onWay() {
  await merged(false)
  const sent = await two.onWay()
  await two.take(1, sent.pack)
  await merged(true)
  return sent
}

test('accepted: the successor enters the receipt, nobody from elsewhere does, and it is entered once', async () => {
  const { fileId, id } = await onWay()
  await two.accept(id)
  const receipt = await two.carried(1, id, 'receipt')
  await expectRefusal(take(stranger, heir, receipt), 'platform.not_found')
  await expectRefusal(take(stranger, there, receipt), 'handover.receipt_of_nothing')
  await expectRefusal(
    two.at(0).the.as(personId('tramyte')).send(TakeCarried, { communeId: here }, { bytes: receipt }),
    'platform.not_allowed',
  )
  expect(await two.at(0).owners(fileId)).toEqual([here])
  // Both at once: one of them, and the other is told.
  const both = await Promise.allSettled([take(successor, heir, receipt), take(successor, heir, receipt)])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await expectRefusal(take(successor, heir, receipt), 'handover.receipt_used')
  expect([await two.at(0).owners(fileId), await two.at(1).owners(fileId)]).toEqual([[], [there]])
  const seen = await two.at(0).the.as(successor.id).ask(ViewFar, { communeId: heir, id })
  expect(seen).toMatchObject({ row: { state: 'accepted', from: { id: here } } })
})

test('seen and asked back by the successor; returned, the file comes to the successor by taking over', async () => {
  const { fileId, id } = await onWay()
  const before = await two.at(0).the.as(head.id).ask(ListCommunesBefore, { communeId: heir })
  expect(before.rows.find(({ unit }) => unit.id === here)?.away.map((each) => each.id)).toContain(id)
  await expectRefusal(stranger.send(AskBack, { communeId: there, id }), 'platform.not_found')
  await expectRefusal(stranger.ask(ViewFar, { communeId: there, id }), 'platform.not_found')
  expect(await download(stranger, id, 'pack')).toBeUndefined()
  // Until the receipt it leaves by no other way.
  const over = { communeId: heir, fromId: here, id: uuidv7(), fileIds: [fileId], ground: 'Nghị quyết sắp xếp' }
  expect((await head.ask(ListFilesBefore, { communeId: heir, fromId: here })).rows.map((row) => row.id)).not.toContain(
    fileId,
  )
  await successor.send(AskBack, { communeId: heir, id })
  const request = await download(successor, id, 'request')
  expect(await two.take(1, request as Buffer)).toMatchObject({ decision: 'withdrawn' })
  const receipt = await two.carried(1, id, 'receipt')
  expect(await take(successor, heir, receipt)).toMatchObject({ kind: 'receipt', decision: 'withdrawn' })
  expect(await two.at(0).owners(fileId)).toEqual([here])
  await head.send(TakeOverFiles, over)
  expect(await two.at(0).owners(fileId)).toEqual([heir])
  expect(await two.at(1).owners(fileId)).toEqual([])
})
