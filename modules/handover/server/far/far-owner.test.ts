// Two installations, two databases, and files that are lost, brought twice, late, in another order, while on both sides somebody
// writes, accepts, returns and asks back: at no moment can two write to a file, it is never gone from both, and once everything
// has been brought exactly one can.

import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refusal } from '../../../../platform/contract/refusal.ts'
import {
  communes,
  type Side,
  type TwoInstallations,
  twoInstallations,
} from '../../../../tests/support/two-installations.ts'
import { AcceptFarPack, AskBack, ListSendings, ReturnFarPack } from '../../contract.ts'

let two: TwoInstallations
beforeAll(async () => {
  two = await twoInstallations()
}, 120_000)
afterAll(() => two.drop())

/** A refusal is an answer; anything else is a fault. */
async function tried<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (fault) {
    if (fault instanceof Refusal) return undefined
    throw fault
  }
}

type Sent = { from: Side; id: string }
/** What is known of one file outside of both databases: which packs were made of it, and every file that was ever downloaded. */
type Bag = { fileId: string; sent: Sent[]; files: { to: Side; bytes: Buffer }[] }
const otherOf = (side: Side): Side => (side === 0 ? 1 : 0)

const write = async (fileId: string, side: Side): Promise<boolean> =>
  (await tried(two.write(side, fileId))) !== undefined

type Deed = 'send' | 'carry' | 'bring' | 'ask-back' | 'accept' | 'return'
const deeds: Record<Deed, (bag: Bag, side: Side, chance: number) => Promise<unknown>> = {
  send: async (bag, side) => {
    const sent = await tried(two.sendFar(side, bag.fileId))
    if (sent) bag.sent.push({ from: side, id: sent.id })
  },
  // Everything that can be downloaded now goes into the bag; what is in it already is in it twice.
  carry: async ({ sent, files }) => {
    for (const { from, id } of sent)
      for (const [side, kind] of [
        [from, 'pack'],
        [from, 'request'],
        [otherOf(from), 'receipt'],
      ] as const) {
        const { bytes } = await two.download(side, id, kind)
        if (bytes.length > 0) files.push({ to: otherOf(side), bytes })
      }
  },
  bring: async ({ files }, _, chance) => {
    const file = files[chance % Math.max(1, files.length)]
    if (file) await tried(two.take(file.to, file.bytes))
  },
  'ask-back': async ({ sent }, side, chance) => {
    const mine = sent.filter(({ from }) => from === side)
    const one = mine[chance % Math.max(1, mine.length)]
    if (one) await tried(two.at(side).police.send(AskBack, { communeId: communes[side], id: one.id }))
  },
  accept: async ({ sent }, side) => {
    for (const { id } of sent) await tried(two.at(side).police.send(AcceptFarPack, { communeId: communes[side], id }))
  },
  return: async ({ sent }, side) => {
    for (const { id } of sent)
      await tried(
        two.at(side).police.send(ReturnFarPack, { communeId: communes[side], id, reason: 'other', note: 'Thử' }),
      )
  },
}

const step = fc.record({
  what: fc.constantFrom<Deed>('send', 'carry', 'carry', 'bring', 'bring', 'bring', 'ask-back', 'accept', 'return'),
  side: fc.constantFrom<Side>(0, 1),
  chance: fc.nat(1000),
})

async function look({ fileId }: Bag): Promise<{ writers: number; holders: number }> {
  let [writers, holders] = [0, 0]
  for (const side of [0, 1] as const) {
    if (await write(fileId, side)) writers++
    holders += (await two.at(side).owners(fileId)).length
  }
  return { writers, holders }
}

type End = 'accepted' | 'returned' | 'withdrawn'
/** What somebody patient does: all that lies about is brought, what waits is decided, until nothing is on its way. */
async function settle(bag: Bag, end: End): Promise<void> {
  for (let round = 0; round < 4; round++) {
    if (end === 'withdrawn')
      for (const side of [0, 1] as const) for (const at of bag.sent.keys()) await deeds['ask-back'](bag, side, at)
    await deeds.carry(bag, 0, 0)
    for (const at of bag.files.keys()) await deeds.bring(bag, 0, at)
    for (const side of [0, 1] as const) await deeds[end === 'accepted' ? 'accept' : 'return'](bag, side, 0)
    bag.files = []
  }
}

test.each(['accepted', 'returned', 'withdrawn'] as const)(
  'in any order, with anything lost or brought again: never two, never none, and in the end one (%s)',
  async (end) => {
    let ended = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 12 }), async (steps) => {
        const bag: Bag = { fileId: await two.at(0).managedFile(), sent: [], files: [] }
        await deeds.send(bag, 0, 0)
        for (const { what, side, chance } of steps) {
          await deeds[what](bag, side, chance)
          const { writers, holders } = await look(bag)
          expect(writers).toBeLessThan(2)
          expect(holders).toBeGreaterThan(0)
        }
        await settle(bag, end)
        expect(await look(bag)).toEqual({ writers: 1, holders: 1 })
        for (const side of [0, 1] as const) {
          const { rows } = await two.at(side).police.ask(ListSendings, { communeId: communes[side], show: 'done' })
          ended += rows.filter((row) => row.state === end && bag.sent.some(({ id }) => id === row.id)).length
        }
      }),
      {
        numRuns: Number(process.env.BINHYEN_TEST_OWNER_RUNS ?? 3),
        seed: Number(process.env.BINHYEN_TEST_OWNER_SEED ?? 20261127),
        endOnFailure: true,
      },
    )
    // The lives that were tried did end so.
    expect(ended).toBeGreaterThan(0)
  },
  600_000,
)

test.each([0, 1, 2])('two who press at once: one acceptance, one receipt (%i)', async () => {
  const fileId = await two.at(0).managedFile()
  const { id } = await two.sendFar(0, fileId)
  const pack = await two.carried(0, id, 'pack')
  await Promise.all([tried(two.take(1, pack)), tried(two.take(1, pack))])
  const { police } = two.at(1)
  const both = await Promise.all([
    tried(police.send(AcceptFarPack, { communeId: communes[1], id })),
    tried(police.send(ReturnFarPack, { communeId: communes[1], id, reason: 'other', note: 'Thử' })),
  ])
  expect(both.filter(Boolean)).toHaveLength(1)
  const receipt = await two.carried(1, id, 'receipt')
  const entered = await Promise.all([tried(two.take(0, receipt)), tried(two.take(0, receipt))])
  expect(entered.filter(Boolean)).toHaveLength(1)
  expect(await look({ fileId, sent: [], files: [] })).toEqual({ writers: 1, holders: 1 })
})
