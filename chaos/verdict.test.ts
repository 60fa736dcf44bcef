// The verdict itself: sound records pass, and each thing that must never happen is found when it is planted.

import { expect, test } from 'vitest'
import { type Answer, newLedger, noteReport, type Signature } from './ledger.ts'
import type { PhoneReport } from './phone/worker.ts'
import { type FaultName, faultsOf, type Office } from './verdict.ts'

const of = { driveId: 'drive', communeId: 'commune', phone: 0, kept: true }
const heard = (outcome: string, reason?: string): Answer => ({ outcome, reason, arrived: true })
const settled = (id: string) => ({ id, state: 'settled', outcome: 'accepted', reason: undefined })
const attention = (id: string, outcome: string, reason: string) => ({ id, state: 'attention', outcome, reason })

/** One of each way that a signature can go. */
function sound(): { signatures: Map<string, Signature>; office: Office } {
  const signatures: Signature[] = [
    { ...of, id: 'plain', entryId: 'h1', answers: [heard('accepted'), heard('repeated')], row: settled('plain') },
    // A phone without room let go of it once it had heard; one that was closed while writing never said that it was kept.
    { ...of, id: 'let go', entryId: 'h2', answers: [heard('repeated')], row: undefined },
    { ...of, id: 'never kept', entryId: 'h3', kept: false, answers: [], row: undefined },
    {
      ...of,
      id: 'second',
      entryId: 'h1',
      answers: [heard('held', 'already')],
      row: attention('second', 'held', 'already'),
    },
    { ...of, id: 'no', entryId: 'h4', answers: [heard('refused', 'why')], row: attention('no', 'refused', 'why') },
  ]
  const promise = (id: string, entryId: string) => ({ ...of, id, entryId, tallyKey: 'day', inked: true })
  return {
    signatures: new Map(signatures.map((one) => [one.id, one])),
    office: {
      promises: [promise('plain', 'h1'), promise('let go', 'h2')],
      held: [{ ...of, id: 'second', entryId: 'h1', reason: 'already' }],
      tallies: [{ key: 'day', signed: 2 }],
      audited: ['plain', 'let go'],
      figures: [{ communeId: 'commune', counted: 24, listed: 24 }],
    },
  }
}
type Ground = ReturnType<typeof sound>
const named = ({ signatures, office }: Ground) => [
  ...new Set(faultsOf([...signatures.values()], office).map(({ name }) => name)),
]

test('what is sound is found sound', () => {
  const { signatures, office } = sound()
  expect(faultsOf([...signatures.values()], office)).toEqual([])
})

const at = ({ signatures }: Ground, id: string): Signature => signatures.get(id) as Signature
const without = <T extends { id: string }>(rows: T[], id: string): T[] => rows.filter((row) => row.id !== id)

const planted: [what: string, finds: FaultName[], plant: (ground: Ground) => void][] = [
  [
    'a promise that was acknowledged is deleted, tally and audit with it',
    ['lost'],
    ({ office }) => {
      office.promises = without(office.promises, 'plain')
      office.tallies = [{ key: 'day', signed: 1 }]
      office.audited = ['let go']
    },
  ],
  [
    'a promise is deleted, and the tally stays',
    ['lost', 'tally', 'audit'],
    ({ office }) => {
      office.promises = without(office.promises, 'plain')
    },
  ],
  [
    'what was said to be held is not there',
    ['lost'],
    ({ office }) => {
      office.held = []
    },
  ],
  [
    'a tally is doubled',
    ['tally'],
    ({ office }) => {
      office.tallies = [{ key: 'day', signed: 4 }]
    },
  ],
  [
    'a tally moves to another day',
    ['tally'],
    ({ office }) => {
      office.tallies = [{ key: 'another day', signed: 2 }]
    },
  ],
  [
    'a tally is left of promises that are none',
    ['tally'],
    ({ office }) => {
      office.tallies.push({ key: 'elsewhere', signed: 1 })
    },
  ],
  [
    'an item is dropped from the outbox before the phone was told, and counts at the office',
    ['gone unacknowledged'],
    (ground) => {
      Object.assign(at(ground, 'plain'), { row: undefined, answers: [{ ...heard('accepted'), arrived: false }] })
    },
  ],
  [
    'an item is dropped from the outbox and came nowhere',
    ['gone unacknowledged'],
    (ground) => {
      Object.assign(at(ground, 'never kept'), { kept: true })
    },
  ],
  [
    'a refused item is dropped from the phone',
    ['gone unacknowledged'],
    (ground) => {
      Object.assign(at(ground, 'no'), { row: undefined })
    },
  ],
  [
    'a held item is dropped from the phone',
    ['gone unacknowledged'],
    (ground) => {
      Object.assign(at(ground, 'second'), { row: undefined })
    },
  ],
  [
    'a phone says settled of what it heard nothing of',
    ['phone says otherwise'],
    (ground) => {
      Object.assign(at(ground, 'plain'), { answers: [{ ...heard('accepted'), arrived: false }] })
    },
  ],
  [
    'a phone forgets why something was refused',
    ['phone says otherwise'],
    (ground) => {
      Object.assign(at(ground, 'no'), { row: { ...attention('no', 'refused', 'why'), reason: undefined } })
    },
  ],
  [
    'something is never sent',
    ['still waiting'],
    (ground) => {
      Object.assign(at(ground, 'plain'), { row: { ...settled('plain'), state: 'waiting', outcome: undefined } })
    },
  ],
  [
    'a household counts twice',
    ['counted twice'],
    ({ office, signatures }) => {
      for (const each of [...office.promises, ...signatures.values()]) each.entryId = 'h1'
    },
  ],
  [
    'one signature is held and counts',
    ['counted twice'],
    ({ office }) => {
      office.held.push({ ...of, id: 'plain', entryId: 'h1', reason: 'already' })
    },
  ],
  [
    'somebody signed whom no phone knows',
    ['signed by nobody'],
    ({ signatures }) => {
      signatures.delete('plain')
    },
  ],
  [
    'a promise stands in another drive',
    ['elsewhere'],
    ({ office }) => {
      Object.assign(office.promises[0] as object, { driveId: 'another' })
    },
  ],
  [
    'the ink of a promise is gone',
    ['without ink'],
    ({ office }) => {
      Object.assign(office.promises[0] as object, { inked: false })
    },
  ],
  [
    'the office said yes and then no',
    ['contradicted'],
    (ground) => {
      at(ground, 'plain').answers.push({ ...heard('refused', 'why'), arrived: false })
    },
  ],
  [
    'what was refused counts',
    ['contradicted'],
    (ground) => {
      Object.assign(at(ground, 'plain'), {
        answers: [heard('refused', 'why')],
        row: attention('plain', 'refused', 'why'),
      })
    },
  ],
  [
    'what is held has another reason by now',
    ['contradicted'],
    ({ office }) => {
      Object.assign(office.held[0] as object, { reason: 'another' })
    },
  ],
  [
    'the audit has one acceptance twice',
    ['audit'],
    ({ office }) => {
      office.audited.push('plain')
    },
  ],
  [
    'the audit misses one acceptance',
    ['audit'],
    ({ office }) => {
      office.audited = without(
        office.audited.map((id) => ({ id })),
        'plain',
      ).map(({ id }) => id)
    },
  ],
  [
    'the figures miss a household',
    ['figures'],
    ({ office }) => {
      office.figures = [{ communeId: 'commune', counted: 23, listed: 24 }]
    },
  ],
]

test.each(planted)('%s: found', (_, finds, plant) => {
  const ground = sound()
  plant(ground)
  expect(named(ground).sort()).toEqual([...finds].sort())
})

const report = (part: Partial<PhoneReport>): PhoneReport => ({
  deeds: [],
  kept: [],
  heard: [],
  rows: [],
  ...part,
})
const deed = (id: string, driveId: string) => ({ id, driveId, communeId: 'commune', entryId: 'h1' })

test('an answer that comes in a later run is written down in its own drive, which is judged again', () => {
  const ledger = newLedger()
  const first = report({ deeds: [deed('early', 'first')], kept: ['early'], rows: [settled('early')] })
  expect([...noteReport(ledger, 0, first)]).toEqual(['first'])
  const late = { id: 'early', outcome: 'repeated', reason: undefined, arrived: false }
  const second = report({ deeds: [deed('next', 'second')], heard: [late], rows: [settled('early')] })
  expect([...noteReport(ledger, 0, second)].sort()).toEqual(['first', 'second'])
  expect(ledger.signatures.get('early')).toMatchObject({ driveId: 'first', answers: [{ outcome: 'repeated' }] })
})

test('what was seen on a phone counts as kept, and when it goes its drive is judged again', () => {
  const ledger = newLedger()
  noteReport(ledger, 0, report({ deeds: [deed('half', 'first')], rows: [settled('half')] }))
  expect(ledger.signatures.get('half')?.kept).toBe(true)
  expect([...noteReport(ledger, 0, report({}))]).toEqual(['first'])
  expect(ledger.signatures.get('half')?.row).toBeUndefined()
  expect([...noteReport(ledger, 0, report({}))]).toEqual([])
  expect(() => noteReport(ledger, 1, report({ kept: ['half'] }))).toThrow('never signed')
})
