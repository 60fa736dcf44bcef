// What is brought and not taken: forged, altered, cut off, for somebody else, brought again, too old, of another pack.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { personId } from '../../../../programmes/kim-dong-2024/ids.ts'
import { here, hour, there } from '../../../../tests/support/hand-overs.ts'
import { headerOf, type TwoInstallations, twoInstallations } from '../../../../tests/support/two-installations.ts'
import { expectRefusal } from '../../../../tests/support/world.ts'
import { TakeCarried, ViewFar } from '../../contract.ts'
import { newPairs, signedFile } from './crypto.ts'

let two: TwoInstallations
beforeAll(async () => {
  two = await twoInstallations()
}, 120_000)
afterAll(() => two.drop())

/** A few words changed and nothing signed anew: what anybody can do who has the file. */
const altered = (file: Buffer, from: string, to: string) =>
  Buffer.from(file.toString('latin1').replace(from, to), 'latin1')

test('a pack that is forged, altered, cut off or no pack is refused, and nothing is kept of it', async () => {
  const { id, pack } = await two.onWay()
  const header = headerOf(pack)
  const forged = signedFile(newPairs(), 'pack', header, pack.subarray(pack.length - header.bytes))
  await expectRefusal(two.take(1, forged), 'handover.far_forged')
  await expectRefusal(two.take(1, altered(pack, header.number, 'PC-2026-9999')), 'handover.far_forged')
  await expectRefusal(two.take(1, pack.subarray(0, pack.length - 1)), 'handover.far_broken')
  const flipped = Buffer.from(pack)
  flipped[flipped.length - 5]! ^= 1
  await expectRefusal(two.take(1, flipped), 'handover.far_broken')
  await expectRefusal(two.take(1, pack.subarray(0, 200)), 'handover.far_broken')
  await expectRefusal(two.take(1, Buffer.from('%PDF-1.7')), 'handover.far_not_ours')
  await expectRefusal(two.take(1, altered(pack, 'binhyen pack 1', 'binhyen pack 2')), 'handover.far_other_version')
  await expectRefusal(two.take(1, (await two.cardOf(0)).bytes), 'handover.far_other_kind')
  await expectRefusal(two.at(1).police.ask(ViewFar, { communeId: there, id }), 'platform.not_found')
  expect(await two.take(1, pack)).toMatchObject({ id })
})

test('a pack for somebody else is refused: another installation, another commune, another right', async () => {
  const { pack } = await two.onWay()
  await expectRefusal(two.take(0, pack), 'handover.for_another_installation')
  const neighbour = two.at(1).the.as(personId('conganxa'))
  await expectRefusal(neighbour.send(TakeCarried, { communeId: here }, { bytes: pack }), 'handover.for_another_commune')
  await expectRefusal(two.take(1, pack, two.at(1).the.as(personId('conganxa'))), 'platform.not_found')
  await expectRefusal(two.take(1, pack, two.at(1).the.as(personId('tramyte'))), 'platform.not_allowed')
  await expectRefusal(two.take(1, pack, two.at(1).the.stranger), 'platform.not_signed_in')
})

test('a pack is taken in once: not while it waits, not after it was accepted, not after it was returned', async () => {
  const { id, pack } = await two.onWay()
  await two.take(1, pack)
  await expectRefusal(two.take(1, pack), 'handover.pack_waits')
  await two.accept(id)
  expect((await expectRefusal(two.take(1, pack), 'handover.pack_taken_in')).kind.vi).toContain('Nghị định, Điều 62.1')
  await expectRefusal(two.accept(id), 'handover.already_decided')
  await expectRefusal(two.giveBack(id), 'handover.already_decided')
  const second = await two.onWay()
  await two.take(1, second.pack)
  await two.giveBack(second.id)
  await expectRefusal(two.take(1, second.pack), 'handover.pack_returned')
  await expectRefusal(two.accept(second.id), 'handover.already_decided')
})

test('a pack that is too old, or of a day to come, is not taken in', async () => {
  const { pack } = await two.onWay()
  const { clock } = two.at(1).the.parts
  const real = clock.now
  try {
    clock.now = () => new Date(Date.now() + 31 * 24 * hour)
    await expectRefusal(two.take(1, pack), 'handover.pack_too_old')
    clock.now = () => new Date(Date.now() - hour)
    await expectRefusal(two.take(1, pack), 'handover.pack_in_the_future')
  } finally {
    clock.now = real
  }
})

test('a receipt that is forged, of another pack or commune, or says otherwise is refused', async () => {
  const one = await two.onWay()
  const other = await two.onWay()
  await two.take(1, one.pack)
  await two.take(1, other.pack)
  await two.giveBack(one.id)
  await two.accept(other.id)
  const receipt = await two.carried(1, one.id, 'receipt')
  const forged = await expectRefusal(two.take(0, altered(receipt, '"returned"', '"accepted"')), 'handover.far_forged')
  expect(forged.kind.vi).toContain('kết quả do nơi nhận ký, không ai sửa; Nghị định, Điều 62.1')
  await expectRefusal(two.take(0, altered(receipt, one.id, other.id)), 'handover.far_forged')
  const header = headerOf(receipt)
  await expectRefusal(
    two.take(0, signedFile(newPairs(), 'receipt', { ...header, decision: 'accepted' })),
    'handover.far_forged',
  )
  await expectRefusal(two.take(1, receipt), 'handover.for_another_installation')
  const elsewhere = two.at(0).the.as(personId('congangiap'))
  await expectRefusal(
    elsewhere.send(TakeCarried, { communeId: there }, { bytes: receipt }),
    'handover.receipt_of_nothing',
  )
  expect(await two.at(0).owners(one.fileId)).toEqual([here])
  expect(await two.take(0, receipt)).toMatchObject({ decision: 'returned' })
})

test('a receipt that was lost is made again, the same', async () => {
  const { id, pack } = await two.onWay()
  await two.take(1, pack)
  expect((await two.download(1, id, 'receipt')).code).toBe('handover.nothing_to_carry')
  await two.accept(id)
  const first = await two.carried(1, id, 'receipt')
  expect(await two.carried(1, id, 'receipt')).toEqual(first)
  expect((await two.download(1, id, 'receipt', two.at(1).the.as(personId('conganxa')))).code).toBe('platform.not_found')
  expect((await two.download(1, id, 'receipt', two.at(1).the.as(personId('tramyte')))).code).toBe(
    'platform.not_allowed',
  )
  expect((await two.download(0, id, 'request')).code).toBe('handover.nothing_to_carry')
})
