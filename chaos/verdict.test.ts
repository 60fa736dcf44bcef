// The verdict itself: sound records pass, and each thing that must never happen is found when it is planted.

import { expect, test } from 'vitest'
import { type Answer, type Done, newLedger, noteReport } from './ledger.ts'
import type { Deed } from './phone/deeds.ts'
import type { PhoneReport } from './phone/worker.ts'
import { type FaultName, faultsOf, type Office } from './verdict.ts'

const place = { driveId: 'drive', communeId: 'commune', phone: 0, kept: true }
const of = { ...place, kind: 'signature' as const }
const heard = (outcome: string, reason?: string): Answer => ({ outcome, reason, arrived: true })
const settled = (id: string) => ({ id, state: 'settled', outcome: 'accepted', reason: undefined })
const attention = (id: string, outcome: string, reason: string) => ({ id, state: 'attention', outcome, reason })

const note = (id: string, entryId: string, at: string, outcome: string): Done => ({
  ...place,
  ...{ kind: 'note', id, entryId, at, reason: id, visitAgainOn: null, answers: [heard(outcome)], row: settled(id) },
})
const correction = (id: string, value: number, outcome: string): Done => ({
  ...place,
  ...{ kind: 'correction', id, entryId: 'h6', value, answers: [heard(outcome)], row: settled(id) },
})

/** One of each way that a signature, a note and a correction can go. */
function sound(): { deeds: Map<string, Done>; office: Office } {
  const deeds: Done[] = [
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
    // The earlier one came last; who has signed has no note any more.
    note('early', 'h5', '2024-11-12T08:00:00Z', 'older'),
    note('late', 'h5', '2024-11-12T09:00:00Z', 'noted'),
    note('served', 'h1', '2024-11-12T08:00:00Z', 'noted'),
    correction('four', 4, 'taken'),
    correction('five', 5, 'conflict'),
    correction('six', 6, 'taken'),
    correction('again', 6, 'same'),
  ]
  const promise = (id: string, entryId: string) => ({ ...of, id, entryId, tallyKey: 'day', inked: true })
  return {
    deeds: new Map(deeds.map((one) => [one.id, one])),
    office: {
      promises: [promise('plain', 'h1'), promise('let go', 'h2')],
      held: [{ ...of, id: 'second', entryId: 'h1', reason: 'already' }],
      tallies: [{ key: 'day', signed: 2 }],
      audited: ['plain', 'let go'],
      figures: [{ communeId: 'commune', counted: 24, listed: 24 }],
      notes: [{ driveId: 'drive', entryId: 'h5', reason: 'late', visitAgainOn: null, at: '2024-11-12T09:00:00+00:00' }],
      entries: [{ entryId: 'h6', headcount: 6, version: 3 }],
      taken: [
        { id: 'four', entryId: 'h6', before: null, after: 4 },
        { id: 'six', entryId: 'h6', before: 4, after: 6 },
      ],
      conflicts: [{ entryId: 'h6', said: 5 }],
    },
  }
}
type Ground = ReturnType<typeof sound>
const named = ({ deeds, office }: Ground) => [...new Set(faultsOf([...deeds.values()], office).map(({ name }) => name))]

test('what is sound is found sound', () => {
  const { deeds, office } = sound()
  expect(faultsOf([...deeds.values()], office)).toEqual([])
})

const at = ({ deeds }: Ground, id: string): Done => deeds.get(id) as Done
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
    ({ office, deeds }) => {
      const signed = [...deeds.values()].filter(({ kind }) => kind === 'signature')
      for (const each of [...office.promises, ...signed]) each.entryId = 'h1'
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
    ({ deeds }) => {
      deeds.delete('plain')
    },
  ],
  [
    'a promise stands in another drive, and the note that it took with it is missing',
    ['elsewhere', 'lost'],
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
  [
    'a note that was taken is deleted',
    ['lost'],
    ({ office }) => {
      office.notes = []
    },
  ],
  [
    'an older note stands over a newer one',
    ['older note'],
    ({ office }) => {
      Object.assign(office.notes[0] as object, { reason: 'early', at: '2024-11-12T08:00:00+00:00' })
    },
  ],
  [
    'a note says what no phone noted',
    ['said by nobody'],
    ({ office }) => {
      Object.assign(office.notes[0] as object, { reason: 'another' })
    },
  ],
  [
    'a note is dropped from the phone unheard',
    ['gone unacknowledged'],
    (ground) => {
      Object.assign(at(ground, 'late'), { row: undefined, answers: [{ ...heard('noted'), arrived: false }] })
    },
  ],
  [
    'a note is never sent',
    ['still waiting'],
    (ground) => {
      Object.assign(at(ground, 'early'), { row: { ...settled('early'), state: 'waiting' }, answers: [] })
    },
  ],
  [
    'a correction that was taken is taken back behind the back of the audit',
    ['record'],
    ({ office }) => {
      Object.assign(office.entries[0] as object, { headcount: 4 })
    },
  ],
  [
    'a correction that was taken never happened',
    ['lost', 'record'],
    ({ office }) => {
      office.taken = without(office.taken, 'six')
    },
  ],
  [
    'a correction is taken twice',
    ['corrected twice', 'record'],
    ({ office }) => {
      office.taken.push({ id: 'six', entryId: 'h6', before: 6, after: 6 })
    },
  ],
  [
    'of two corrections one did not see the other',
    ['record'],
    ({ office }) => {
      Object.assign(office.taken[1] as object, { before: null })
    },
  ],
  [
    'what was kept beside the record is gone',
    ['lost'],
    ({ office }) => {
      office.conflicts = []
    },
  ],
  [
    'what nobody said is kept beside the record',
    ['said by nobody'],
    ({ office }) => {
      office.conflicts.push({ entryId: 'h6', said: 9 })
    },
  ],
  [
    'what was answered to be a conflict was taken',
    ['contradicted'],
    (ground) => {
      at(ground, 'six').answers = [heard('conflict')]
      ground.office.conflicts.push({ entryId: 'h6', said: 6 })
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
const deed = (id: string, driveId: string): Deed => ({
  ...{ kind: 'signature', id, driveId, communeId: 'commune', entryId: 'h1' },
})

test('an answer that comes in a later run is written down in its own drive, which is judged again', () => {
  const ledger = newLedger()
  const first = report({ deeds: [deed('early', 'first')], kept: ['early'], rows: [settled('early')] })
  expect([...noteReport(ledger, 0, first)]).toEqual(['first'])
  const late = { id: 'early', outcome: 'repeated', reason: undefined, arrived: false }
  const second = report({ deeds: [deed('next', 'second')], heard: [late], rows: [settled('early')] })
  expect([...noteReport(ledger, 0, second)].sort()).toEqual(['first', 'second'])
  expect(ledger.deeds.get('early')).toMatchObject({ driveId: 'first', answers: [{ outcome: 'repeated' }] })
})

test('what was seen on a phone counts as kept, and when it goes its drive is judged again', () => {
  const ledger = newLedger()
  noteReport(ledger, 0, report({ deeds: [deed('half', 'first')], rows: [settled('half')] }))
  expect(ledger.deeds.get('half')?.kept).toBe(true)
  expect([...noteReport(ledger, 0, report({}))]).toEqual(['first'])
  expect(ledger.deeds.get('half')?.row).toBeUndefined()
  expect([...noteReport(ledger, 0, report({}))]).toEqual([])
  expect(() => noteReport(ledger, 1, report({ kept: ['half'] }))).toThrow('never did')
})
