// Cards: made, given out, registered, compared by telephone, renewed, revoked; and what each of these lets through.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fingerprintOf } from '../../../../platform/master-keys.ts'
import { newKey } from '../../../../platform/server/envelope.ts'
import { personId } from '../../../../programmes/kim-dong-2024/ids.ts'
import { here, there } from '../../../../tests/support/hand-overs.ts'
import { headerOf, type TwoInstallations, twoInstallations } from '../../../../tests/support/two-installations.ts'
import { expectRefusal } from '../../../../tests/support/world.ts'
import { keepingFiles, provideMasterKeys } from '../../../cases/server/public.ts'
import {
  AcceptFarPack,
  ConfirmCard,
  ListCorrespondents,
  NameInstallation,
  RegisterCard,
  RenewKeys,
  ReturnFarPack,
  RevokeCorrespondent,
} from '../../contract.ts'
import { rekeyHandOvers } from '../rekey.ts'
import { overAllThatWaits } from '../waiting.ts'
import { newPairs, signedFile } from './crypto.ts'
import { forgetOldKeys } from './installation.ts'

let two: TwoInstallations
beforeAll(async () => {
  two = await twoInstallations()
}, 120_000)
afterAll(() => two.drop())

const day = 86_400_000
const known = async (side: 0 | 1) => {
  const { rows } = await two.at(side).administrator.ask(ListCorrespondents, {})
  return rows[0]
}
const register = (side: 0 | 1, bytes: Uint8Array) => two.at(side).administrator.send(RegisterCard, {}, { bytes })
const packOf = async () => {
  const { id } = await two.sendFar(0, await two.at(0).managedFile())
  return { id, bytes: await two.carried(0, id, 'pack') }
}

test('only an administrator has to do with cards', async () => {
  const { police, the } = two.at(0)
  await expectRefusal(police.ask(ListCorrespondents, {}), 'platform.not_allowed')
  await expectRefusal(police.send(RenewKeys, {}), 'platform.not_allowed')
  await expectRefusal(police.send(RegisterCard, {}, { bytes: new Uint8Array(4) }), 'platform.not_allowed')
  await expectRefusal(the.stranger.ask(ListCorrespondents, {}), 'platform.not_signed_in')
  await expectRefusal(
    the.administrator.send(NameInstallation, { name: 'Hệ thống', servesId: uuidv7() }),
    'handover.serves_nothing',
  )
})

test('both see the same code; the card names the communes and holds nothing secret', async () => {
  const { code, bytes } = await two.cardOf(0)
  const theirs = await known(1)
  expect(theirs).toMatchObject({ state: 'trusted', name: 'Hệ thống 1', serves: [{ code: '12322' }], waiting: 0 })
  expect(theirs?.keys[0]?.code).toBe(code)
  const { rows } = await two.at(0).asKeeper((inside) =>
    sql<{
      wrapped: Buffer
      master: string
    }>`select wrapped, master_key as master from handover.installation_key`.execute(inside),
  )
  expect(bytes.includes(rows[0]?.wrapped ?? 'none')).toBe(false)
})

test('a card that is forged, ours, known, or something else is refused', async () => {
  const { bytes } = await two.cardOf(0)
  const [first = '', header = '', signature = ''] = bytes.toString().split('\n')
  const other = header.replace('Hệ thống 1', 'Hệ thống X')
  await expectRefusal(register(1, Buffer.from(`${first}\n${other}\n${signature}\n`)), 'handover.card_forged')
  await expectRefusal(register(0, bytes), 'handover.card_of_ourselves')
  await expectRefusal(register(1, Buffer.from('mở cửa')), 'handover.far_not_ours')
  await expectRefusal(register(1, (await packOf()).bytes), 'handover.far_other_kind')
  // A key to which anything sealed would be open to everybody.
  const pairs = newPairs()
  const weak = {
    ...JSON.parse(header),
    box: Buffer.alloc(32).toString('base64'),
    sign: pairs.signPublic.toString('base64'),
  }
  await expectRefusal(register(1, signedFile(pairs, 'card', weak)), 'handover.card_forged')
  // The same keys on a newer card bring name and communes up to date; the older one does not come back.
  await two.at(0).administrator.send(NameInstallation, { name: 'Hệ thống Một', servesId: here })
  const newer = await two.cardOf(0)
  expect(await register(1, newer.bytes)).toMatchObject({ confirmed: true, name: 'Hệ thống Một' })
  await expectRefusal(register(1, newer.bytes), 'handover.card_known')
  await expectRefusal(register(1, bytes), 'handover.card_older')
  expect((await known(1))?.name).toBe('Hệ thống Một')
})

test('somebody who writes a card in the name of another gets nowhere: not until it is compared', async () => {
  const pairs = newPairs()
  const { bytes } = await two.cardOf(0)
  const header = headerOf(bytes)
  const card = signedFile(pairs, 'card', {
    ...header,
    ...{ name: 'Kẻ mạo danh', madeAt: new Date(Date.now() + 1000).toISOString() },
    box: pairs.boxPublic.toString('base64'),
    sign: pairs.signPublic.toString('base64'),
  })
  expect(await register(1, card)).toMatchObject({ confirmed: false })
  const row = await known(1)
  expect(row).toMatchObject({ name: 'Hệ thống Một', state: 'trusted' })
  expect(row?.keys[0]).toMatchObject({ confirmedAt: null })
  // What is signed with the key that nobody compared is not taken.
  const { id, bytes: pack } = await packOf()
  const packHeader = headerOf(pack)
  const forged = { ...packHeader, from: { ...packHeader.from, key: row?.keys[0]?.id } }
  await expectRefusal(
    two.take(1, signedFile(pairs, 'pack', forged, pack.subarray(pack.length - packHeader.bytes))),
    'handover.correspondent_unconfirmed',
  )
  await two.take(1, pack)
  await two.at(1).police.send(AcceptFarPack, { communeId: there, id })
})

test('renewed: nothing of the new keys counts until they are compared; packs for the old card still open', async () => {
  const before = await packOf()
  const old = await two.cardOf(1)
  await two.at(1).administrator.send(RenewKeys, {})
  const fresh = await two.cardOf(1)
  expect(fresh.code).not.toBe(old.code)
  // Sealed for the old card, opened with the old key; the receipt bears the new one.
  await two.take(1, before.bytes)
  await two.at(1).police.send(AcceptFarPack, { communeId: there, id: before.id })
  const receipt = await two.carried(1, before.id, 'receipt')
  await expectRefusal(two.take(0, receipt), 'handover.correspondent_unconfirmed')
  const { key, id } = await two.introduce(1)
  expect(await two.take(0, receipt)).toMatchObject({ decision: 'accepted' })
  await expectRefusal(
    two.at(0).administrator.send(ConfirmCard, { id, key, with: 'Lần nữa' }),
    'handover.already_confirmed',
  )
  await expectRefusal(register(0, old.bytes), 'handover.card_older')
  const { db } = two.at(1).the.database
  const forgottenIn = (days: number) =>
    overAllThatWaits(db, (inside) => forgetOldKeys(inside, new Date(Date.now() + days * day)))
  expect(await forgottenIn(59)).toBe(0)
  expect(await forgottenIn(61)).toBe(1)
  await expectRefusal(two.take(1, before.bytes), 'handover.pack_taken_in')
})

test('revoked: nothing is sent or taken, receipts among it; a new card is a new beginning', async () => {
  const waiting = await packOf()
  const sent = await packOf()
  await two.take(1, waiting.bytes)
  const id = two.installations[0]
  await two.at(1).administrator.send(RevokeCorrespondent, { id, why: 'Nghi lộ khóa' })
  await expectRefusal(
    two.at(1).administrator.send(RevokeCorrespondent, { id, why: 'Lần nữa' }),
    'handover.correspondent_revoked',
  )
  expect(await known(1)).toMatchObject({ state: 'revoked', revoked: { why: 'Nghi lộ khóa' } })
  await expectRefusal(two.take(1, sent.bytes), 'handover.correspondent_revoked')
  await expectRefusal(
    two.at(1).police.send(AcceptFarPack, { communeId: there, id: waiting.id }),
    'handover.correspondent_revoked',
  )
  // What came before may still be given back, so that it does not lie between two chairs.
  await two.at(1).police.send(ReturnFarPack, { communeId: there, id: waiting.id, reason: 'other', note: 'Đã thu hồi' })
  expect(await two.take(0, await two.carried(1, waiting.id, 'receipt'))).toMatchObject({ decision: 'returned' })
  // The keys of before do not come back by registering or confirming them again.
  await expectRefusal(register(1, (await two.cardOf(0)).bytes), 'handover.card_known')
  const distrusted = (await known(1))?.keys.find(({ confirmedAt }) => confirmedAt === null)
  await expectRefusal(
    two.at(1).administrator.send(ConfirmCard, { id, key: distrusted?.id ?? '', with: 'Ai đó' }),
    'handover.card_distrusted',
  )
  await two.at(0).administrator.send(RenewKeys, {})
  await two.introduce(0)
  expect(await known(1)).toMatchObject({ state: 'trusted', revoked: null })
  await expectRefusal(two.take(1, sent.bytes), 'handover.correspondent_unconfirmed')
  await two.take(1, (await packOf()).bytes)
})

test('a commune that a newer card does not name is not served any more', async () => {
  const { administrator } = two.at(1)
  const fileId = await two.at(0).managedFile()
  const other = '2025-07-01'
  const { rows } = await sql<{ id: string }>`
    select id from area_unit where code = '12313' and valid_from = ${other}`.execute(two.at(1).the.database.db)
  await administrator.send(NameInstallation, { name: 'Hệ thống 2', servesId: rows[0]?.id ?? '' })
  await register(0, (await two.cardOf(1)).bytes)
  await expectRefusal(two.sendFar(0, fileId), 'handover.not_served')
  await two.sendFar(0, fileId, { code: '12313' })
})

test('the private keys are wrapped anew with the rest, and open without the old master key', async () => {
  const key = newKey()
  const { the } = two.at(0)
  const fresh = { id: fingerprintOf(key), key }
  const before = two.masterKeys(0)
  provideMasterKeys(() => ({ keys: [fresh, ...before.keys], from: 'environment' }))
  await keepingFiles(the.database.db, { work: 'rekey', by: 'a test' }, (keep) =>
    keep((inside) => rekeyHandOvers(inside, fresh.id)),
  )
  provideMasterKeys(() => ({ keys: [fresh], from: 'environment' }))
  const { ours } = await the.administrator.ask(ListCorrespondents, {})
  expect(ours?.card).toContain('binhyen card 1')
})

test('the health station and the auditor see nothing of it', async () => {
  const { the } = two.at(0)
  for (const who of ['tramyte', 'kiemtra'])
    await expectRefusal(the.as(personId(who)).ask(ListCorrespondents, {}), 'platform.not_allowed')
})
