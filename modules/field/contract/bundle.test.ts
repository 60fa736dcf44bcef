// Bundles and runs of QR codes: what was sealed comes out again, and nothing else does.

import { create as createCode } from 'qrcode'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { chanceOf } from '../../../chaos/chance.ts'
import { inkToText } from '../../commitments/contract/ink.ts'
import { type BundleBody, openBundle, openReceipt, sealBundle, sealReceipt } from './bundle.ts'
import { framesOf, joinFrames, type Reading, readFrame, readMore } from './frames.ts'

async function ground() {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
  const key = Buffer.from(await crypto.subtle.exportKey('raw', pair.publicKey)).toString('base64')
  const serverKey = { id: uuidv7(), key }
  const secret = crypto.getRandomValues(new Uint8Array(32))
  const device = { id: uuidv7(), secret: Buffer.from(secret).toString('base64') }
  const keys = {
    privateKey: async (id: string) => (id === serverKey.id ? pair.privateKey : undefined),
    secretOf: async (id: string) => (id === device.id ? secret : undefined),
  }
  const body: BundleBody = {
    id: uuidv7(),
    madeAt: '2024-11-12T09:00:00Z',
    waiting: 0,
    commands: [{ id: uuidv7(), operation: 'commitments.sign', input: { note: 'Nguyễn Thị Hòa' } }],
  }
  return { serverKey, device, secret, keys, body }
}

test('a bundle opens only whole, only here, and only from a device that is known', async () => {
  const { serverKey, device, keys, body } = await ground()
  const bytes = await sealBundle(serverKey, device, body)
  expect(Buffer.from(bytes).includes('Hòa')).toBe(false)
  for (const at of [0, 10, 40, 90, 120, bytes.length - 1]) {
    const harmed = Uint8Array.from(bytes)
    harmed[at] = (harmed[at] ?? 0) ^ 1
    expect(await openBundle(harmed, keys)).toBeUndefined()
  }
  expect(await openBundle(bytes.slice(0, -5), keys)).toBeUndefined()
  expect(await openBundle(new Uint8Array(3), keys)).toBeUndefined()
  const forged = await sealBundle(serverKey, { ...device, secret: Buffer.alloc(32, 7).toString('base64') }, body)
  expect(await openBundle(forged, keys)).toBeUndefined()
  expect(await openBundle(bytes, { ...keys, privateKey: async () => undefined })).toBeUndefined()
  expect(await openBundle(bytes, keys)).toEqual({ deviceId: device.id, body })
})

test('while devices cannot be looked up, a good bundle is not called unreadable', async () => {
  const { serverKey, device, keys, body } = await ground()
  const bytes = await sealBundle(serverKey, device, body)
  const away = async (): Promise<never> => {
    throw new Error('the database is away')
  }
  await expect(openBundle(bytes, { ...keys, secretOf: away })).rejects.toThrow('the database is away')
  await expect(openBundle(bytes, { ...keys, privateKey: away })).rejects.toThrow('the database is away')
})

test('the receipt is read by the device alone', async () => {
  const { device, secret } = await ground()
  const receipt = await sealReceipt(secret, { results: [1] })
  expect(await openReceipt(Buffer.alloc(32, 7).toString('base64'), receipt)).toBeUndefined()
  expect(await openReceipt(device.secret, receipt)).toEqual({ results: [1] })
})

test('a run of codes is joined in any order, and not when one is missing, strange or harmed', async () => {
  for (const length of [0, 1, 499, 500, 501, 2_345]) {
    const bytes = crypto.getRandomValues(new Uint8Array(length))
    const frames = await framesOf(bytes)
    expect(await joinFrames([...frames, ...frames].reverse())).toEqual(bytes)
    expect(frames.every((frame) => /^[0-9A-Z $%*+\-./:]+$/.test(frame))).toBe(true)
  }
  const frames = await framesOf(crypto.getRandomValues(new Uint8Array(1_200)))
  expect(await joinFrames(frames.slice(1))).toBeUndefined()
  expect(await joinFrames([...frames.slice(1), 'BYS1:something else'])).toBeUndefined()
  const first = frames[0] as string
  const swapped = first.slice(0, 40) + (first[40] === 'A' ? 'B' : 'A') + first.slice(41)
  expect(await joinFrames([swapped, ...frames.slice(1)])).toBeUndefined()
  expect(readFrame(first)).toMatchObject({ number: 1, count: 3 })
})

/** Sixty signatures, as a hand draws them: no two alike. */
function dayOfSignatures(next: () => number): BundleBody['commands'] {
  const stroke = (): [number, number][] =>
    Array.from({ length: 40 }, (_, at) => [120 + at * 18 + Math.floor(next() * 12), 300 + Math.floor(next() * 220)])
  return Array.from({ length: 60 }, () => {
    const signature = { id: uuidv7(), entryId: uuidv7(), textNumber: 1, way: 'ink', signedAt: '2024-11-12T09:00:00Z' }
    const ink = inkToText([stroke(), stroke(), stroke()])
    const input = { driveId: uuidv7(), communeId: uuidv7(), hamletId: uuidv7(), signatures: [{ ...signature, ink }] }
    return { id: uuidv7(), operation: 'commitments.sign', input }
  })
}

test('sixty signatures come through a run of codes that is read in any order, with most of them missed at first', async () => {
  const { next } = chanceOf(7)
  const { serverKey, device, keys, body } = await ground()
  const commands = dayOfSignatures(next)
  const frames = await framesOf(await sealBundle(serverKey, device, { ...body, commands }))
  expect(frames.length).toBeGreaterThan(20)
  // None is larger than a cheap phone reads from a screen.
  for (const frame of frames)
    expect(createCode([{ data: frame, mode: 'alphanumeric' }], { errorCorrectionLevel: 'L' }).version).toBeLessThan(21)
  let reading: Reading | undefined
  let rounds = 0
  while (reading?.texts.size !== frames.length) {
    rounds += 1
    expect(rounds).toBeLessThan(100)
    const shuffled = frames.map((frame) => ({ frame, at: next() })).sort((one, other) => one.at - other.at)
    for (const { frame } of shuffled) {
      // Two of three are not caught in this round, and what is caught may be caught twice, or beside something else.
      if (next() < 0.66) continue
      reading = readMore(reading, next() < 0.3 ? [frame, 'https://example.org', frame] : [frame])
      if (reading && reading.texts.size < frames.length)
        expect(await joinFrames([...reading.texts.values()])).toBeUndefined()
    }
  }
  expect(rounds).toBeGreaterThan(2)
  const bytes = await joinFrames([...reading.texts.values()])
  expect(await openBundle(bytes ?? new Uint8Array(), keys)).toEqual({
    deviceId: device.id,
    body: { ...body, commands },
  })
  // One phone is taken away before the end, and another held there: nothing of the first is mixed into it.
  const other = await framesOf(await sealBundle(serverKey, device, body))
  const mixed = readMore(readMore(undefined, frames.slice(0, 10)), other)
  expect(await openBundle((await joinFrames([...(mixed?.texts.values() ?? [])])) ?? new Uint8Array(), keys)).toEqual({
    deviceId: device.id,
    body,
  })
})
