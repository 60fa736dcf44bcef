// The two tables: every cell says what and why; and whatever is lost, doubled, late or in another order, never do both sides
// decide at once, and once everything has arrived exactly one does.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ageOf,
  type Decision,
  type ReceiverEvent,
  type ReceiverState,
  receiverDecides,
  receiverEvents,
  receiverStates,
  receiverTable,
  type SenderEvent,
  type SenderState,
  senderDecides,
  senderEvents,
  senderStates,
  senderTable,
} from './protocol.ts'

test.each([
  ['none', 'send', 'sent'],
  ['sent', 'ask-back', 'asked-back'],
  ['sent', 'receipt-accepted', 'accepted'],
  ['sent', 'receipt-returned', 'returned'],
  ['asked-back', 'receipt-accepted', 'accepted'],
  ['asked-back', 'receipt-returned', 'returned'],
  ['asked-back', 'receipt-withdrawn', 'withdrawn'],
] as const)('the sender: %s, then %s, is %s; nothing else leads anywhere', (from, event, to) => {
  expect(senderTable[from][event]).toMatchObject({ does: 'to', to })
  const leading = senderStates.flatMap((state) => senderEvents.filter((each) => senderTable[state][each].does === 'to'))
  expect(leading).toHaveLength(7)
})

test.each([
  ['none', 'pack', 'waiting'],
  ['none', 'request', 'withdrawn'],
  ['waiting', 'accept', 'accepted'],
  ['waiting', 'return', 'returned'],
  ['waiting', 'request', 'withdrawn'],
] as const)('the receiver: %s, then %s, is %s; nothing else leads anywhere', (from, event, to) => {
  expect(receiverTable[from][event]).toMatchObject({ does: 'to', to })
  const leading = receiverStates.flatMap((state) =>
    receiverEvents.filter((each) => receiverTable[state][each].does === 'to'),
  )
  expect(leading).toHaveLength(5)
})

test('every cell gives its reason in both languages', () => {
  const steps = [
    ...senderStates.flatMap((state) => senderEvents.map((event) => senderTable[state][event])),
    ...receiverStates.flatMap((state) => receiverEvents.map((event) => receiverTable[state][event])),
  ]
  expect(steps.filter(({ why }) => why.vi.length < 8 || why.en.length < 8)).toEqual([])
})

test.each([
  ['fits', '2026-11-27T08:00:00Z'],
  ['fits', '2026-10-28T08:00:00Z'],
  ['too-old', '2026-10-28T07:59:59Z'],
  ['fits', '2026-11-27T08:15:00Z'],
  ['in-the-future', '2026-11-27T08:15:01Z'],
] as const)('%s: a pack of %s', (age, sentAt) => {
  expect(ageOf(new Date(sentAt), new Date('2026-11-27T08:00:00Z'))).toBe(age)
})

type Deed = 'ask-back' | 'carry pack' | 'carry request' | 'accept' | 'return' | 'carry receipt'
const deeds: Deed[] = ['ask-back', 'carry pack', 'carry request', 'accept', 'return', 'carry receipt']

test('in any order, with anything lost or brought again, never two decide; and in the end one does', () => {
  const ends = new Set<string>()
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...deeds), { maxLength: 30 }), (order) => {
      let sender = 'none' as SenderState
      let receiver = 'none' as ReceiverState
      /** Of one decision there may be any number of copies; an old copy says what a new one says. */
      const receipts: Decision[] = []
      const sends = (event: SenderEvent) => {
        const step = senderTable[sender][event]
        if (step.does === 'to') sender = step.to
      }
      const receives = (event: ReceiverEvent) => {
        const step = receiverTable[receiver][event]
        if (step.does === 'to') receiver = step.to
        if (receiver !== 'none' && receiver !== 'waiting') receipts.push(receiver)
      }
      const doIt: Record<Deed, () => void> = {
        'ask-back': () => sends('ask-back'),
        'carry pack': () => receives('pack'),
        'carry request': () => sender === 'asked-back' && receives('request'),
        accept: () => receives('accept'),
        return: () => receives('return'),
        'carry receipt': () => receipts[0] && sends(`receipt-${receipts[0]}`),
      }
      const both = () => senderDecides(sender) && receiverDecides(receiver)
      sends('send')
      for (const deed of order) {
        doIt[deed]()
        expect(both()).toBe(false)
        expect(new Set(receipts).size).toBeLessThan(2)
      }
      // Whatever is missing arrives at last: somebody takes the pack in, decides, and brings the receipt back.
      if (receiver === 'none') receives('pack')
      if (receiver === 'waiting') receives('return')
      if (receipts[0]) sends(`receipt-${receipts[0]}`)
      expect([senderDecides(sender), receiverDecides(receiver)].filter(Boolean)).toHaveLength(1)
      ends.add(`${sender} ${receiver}`)
    }),
    { numRuns: 3000, seed: 20261127 },
  )
  expect([...ends].sort()).toEqual(['accepted accepted', 'returned returned', 'withdrawn withdrawn'])
})
