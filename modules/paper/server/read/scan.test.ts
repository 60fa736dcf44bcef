// Print, sign, scan: a whole stack as one PDF, as it comes out of an office's scanner, and the signatures cut out of it.

import { beforeEach, expect, test, vi } from 'vitest'
import {
  cat,
  cutExactly,
  pagesOf,
  penIn,
  photograph,
  type Shot,
  scanOf,
} from '../../../../tests/support/paper-pictures.ts'
import { type PaperStack, paperStack } from '../../../../tests/support/paper-stack.ts'
import { openDrive, tallyOf } from '../../../../tests/support/signing.ts'
import { providePaperKey } from '../sheet-code.ts'

vi.setConfig({ testTimeout: 120_000 })
providePaperKey(() => 'a secret of this test run, long enough')

let stack: PaperStack
beforeEach(async () => {
  stack = await paperStack()
})

test('a scan of signed sheets: one lies upside down, one is of another drive, one is a cat; the good ones are confirmed', async () => {
  const sheets = await pagesOf(await stack.printed(), 4)
  const { driveId } = await openDrive(stack.here)
  const [foreign] = await pagesOf(await stack.printed(driveId), 1)
  const take = (at: number, shot: Shot = {}) => photograph(sheets[at]!, { size: 1500, ...shot })
  const scan = await scanOf([
    await take(0, { turned: 1 }),
    await take(1, { turned: 180 }),
    await cat(),
    await photograph(foreign!, { size: 1500 }),
    await take(2, { pen: 'none' }),
    await take(3, { turned: -1.5, light: 0.8 }),
  ])
  const reading = await stack.read(scan)
  expect(reading).toMatchObject({ state: 'done', pagesDone: 6, pagesTotal: 6 })
  expect(reading.pages.map(({ number, state, doubt, reason }) => [number, reason ?? doubt ?? state])).toEqual([
    [1, 'queued'],
    [2, 'queued'],
    [3, 'no_qr'],
    [4, 'other_drive'],
    [5, 'box_empty'],
    [6, 'queued'],
  ])
  const clear = (await stack.queue()).rows.filter(({ doubt }) => !doubt)
  expect(clear.map(({ number }) => number)).toEqual([1, 2, 4])
  const { results } = await stack.confirm(clear.map(({ id }) => id))
  expect(results.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted'])
  expect(await tallyOf(stack.here, stack.place)).toEqual({ tallied: 3, records: 3 })
})

test('what is cut out is the ink where it was written, upright; of an empty box there is none', async () => {
  const sheets = await pagesOf(await stack.printed(), 4)
  const shots: Shot[] = [{}, { turned: 180, light: 0.6 }, { slanted: 0.12 }, { pen: 'none' }]
  await stack.read(...(await Promise.all(shots.map((shot, at) => photograph(sheets[at]!, { size: 2200, ...shot })))))
  const { rows } = await stack.queue()
  expect(rows.map(({ doubt }) => doubt)).toEqual([null, null, null, 'box_empty'])
  const found = await Promise.all(rows.map(async ({ id }) => penIn(await stack.cutOf(id))))
  const exactly = await penIn(await cutExactly('signature'))
  for (const ink of found.slice(0, 3)) {
    expect(Math.abs(ink.pixels / exactly.pixels - 1)).toBeLessThan(0.2)
    // Half a millimetre.
    for (const edge of ['left', 'right', 'top', 'bottom'] as const)
      expect(Math.abs(ink[edge] - exactly[edge])).toBeLessThanOrEqual(4)
  }
  expect(found[3]?.pixels).toBe(0)
})
