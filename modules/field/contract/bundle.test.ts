// Bundles and runs of QR codes: what was sealed comes out again, and nothing else does.

import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { type BundleBody, openBundle, openReceipt, sealBundle, sealReceipt } from './bundle.ts'
import { framesOf, joinFrames, readFrame } from './frames.ts'

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
