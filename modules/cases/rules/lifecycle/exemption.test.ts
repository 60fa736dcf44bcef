// Postponed, exempted, suspended (Luật 39): what the end of the term would have asked for, and what is asked for instead. Each names
// its article.

import { describe, expect, test } from 'vitest'
import { lawChoicesOf } from '../../../../rules/law/choices.ts'
import { adult, type DutyRow, event, expectDuty, life } from '../../../../tests/support/lives.ts'
import type { DetailsOf, FileEvent } from '../../events.ts'
import { judgeEvent, readLife } from '../../rules.ts'

const found = ['determination-result', '2026-10-01T08:00', { result: 'addicted' }] as const
const told = ['determination-told', '2026-10-01T08:30', { to: 'person' }] as const
const decided = life(
  [...found],
  [...told],
  ['dossier-opened', '2026-10-05T08:00', { path: 'adult', ground: 'not-registered' }],
  ['dossier-notice', '2026-10-06T08:00', { copy: true, to: 'person' }],
  ['court-decided', '2026-10-20T08:00', { outcome: 'applied' }],
)
const compulsory = [...decided, event('carried-out', '2026-10-21T08:00', { step: 'delivered' })]
const takenIn = event('treatment-begun', '2026-10-05T08:00')
const inPublic = [
  ...life([...found], ['registered', '2026-10-01T15:00', { form: 'public' }], ['public-decided', '2026-10-02T09:00']),
  takenIn,
  event('decision-sent', '2026-10-05T09:00', { of: takenIn.id }),
]
type Change = DetailsOf<'execution-changed'>['change']
const changed = (change: Change, at: string, reason: DetailsOf<'execution-changed'>['reason'] = 'incurable') =>
  event('execution-changed', at, { change, reason })
const day = '2027-06-01T09:00'
const later = '2029-06-01T09:00'
const asServed = lawChoicesOf({ afterExemption: 'as-served' })

const reports = {
  deadline: '',
  due: '',
  by: 'Người đó; cha, mẹ của người chưa thành niên',
  article: 'Luật, Điều 39.6',
}
const rows: DutyRow[] = [
  [
    'exempted from the rest → reports to the police',
    [...compulsory, changed('exempted', day)],
    'report-spared',
    reports,
  ],
  ['exempted before it began → reports', [...decided, changed('exempted', day, 'pregnant')], 'report-spared', reports],
  [
    'voluntary, exempted → reports (Nghị định 110.4)',
    [...inPublic, changed('exempted', day)],
    'report-spared',
    reports,
  ],
  ['postponed → reports', [...decided, changed('postponed', day, 'gravely-ill')], 'report-spared', reports],
  ['suspended → reports', [...compulsory, changed('suspended', day, 'gravely-ill')], 'report-spared', reports],
]
test.each(rows)('%s', (_, events, id, expected) => expectDuty(events, id, expected))

const clockOf = (events: FileEvent[], at: string, deadline: string, law = lawChoicesOf()) =>
  readLife(adult, events, at, law).clocks.find((clock) => clock.deadline === deadline)
const steps = (events: FileEvent[], at: string, law = lawChoicesOf()) =>
  readLife(adult, events, at, law).next.map(({ id }) => id)

describe('exempted from the rest is not served (Luật 34.4, 35.5, 42.2; Nghị định 97.2, 123.2)', () => {
  test.each<[string, FileEvent[]]>([
    ['compulsory', compulsory],
    ['voluntary in a public centre', inPublic],
  ])('%s: no certificate is due any more, no notice before a return, and the clock says why', (_, begun) => {
    expect(clockOf(begun, day, 'certify-rehabilitation')).toMatchObject({ state: 'running' })
    const exempted = [...begun, changed('exempted', day)]
    for (const at of [day, later]) {
      for (const deadline of ['certify-rehabilitation', 'centre-tells']) {
        const clock = clockOf(exempted, at, deadline)
        expect(clock?.state).toBe('expired')
        expect(clock?.why?.vi).toMatch(/Điều 39\.2, 39\.3.*Điều 97\.2, 123\.2/)
      }
      expect(steps(exempted, at)).toEqual(['report-spared'])
    }
    const { status, awaits, toCheck } = readLife(adult, exempted, later)
    expect([status, awaits]).toMatchObject([{ kind: 'ended', reason: 'exempted' }, undefined])
    expect(toCheck.map(({ vi }) => vi)).toContainEqual(
      expect.stringContaining('Được miễn chấp hành phần thời gian còn lại'),
    )
  })
  test('told of the return and proposed already: post-rehabilitation is proposed and decided no more', () => {
    const proposed = [
      ...compulsory,
      ...life(['release-notice', '2027-05-28T09:00'], ['after-proposed', '2027-05-30T09:00']),
    ]
    expect(steps(proposed, day)).toContain('decide-after')
    expect(steps([...proposed, changed('exempted', day)], day)).toEqual(['report-spared'])
  })
  test('before it began nothing rests on the open point', () => {
    const exempted = [...decided, changed('exempted', '2026-10-20T15:00', 'pregnant')]
    for (const law of [lawChoicesOf(), asServed]) {
      const read = readLife(adult, exempted, later, law)
      expect(read.status).toMatchObject({ kind: 'ended', reason: 'exempted' })
      expect(read.toCheck.map(({ vi }) => vi).join()).not.toContain('phần thời gian còn lại')
    }
  })
  test('once the person has reported, nothing is left', () => {
    const reported = [...compulsory, changed('exempted', day), event('person-reported', '2027-06-02T09:00')]
    expect(steps(reported, later)).toEqual([])
  })
})

test('answered as served: certified by the end of that day, post-rehabilitation from then on (Luật 42.2)', () => {
  const exempted = [...compulsory, changed('exempted', day)]
  expect(clockOf(exempted, day, 'certify-rehabilitation', asServed)).toMatchObject({
    state: 'running',
    due: '2027-06-01T23:59',
  })
  expect(clockOf(exempted, day, 'centre-tells', asServed)?.state).toBe('expired')
  expect(readLife(adult, exempted, day, asServed)).toMatchObject({
    status: undefined,
    awaits: { kind: 'after-decision', since: day },
  })
  const certificate = event('treatment-completed', '2027-06-01T16:00')
  expect(judgeEvent(adult, exempted, certificate, later, asServed)).toMatchObject({ ok: true })
  const after = [...exempted, certificate, event('after-decided', '2027-06-03T09:00')]
  expect(clockOf(after, '2027-06-03T10:00', 'certify-rehabilitation', asServed)).toMatchObject({ state: 'done' })
  expect(readLife(adult, after, '2027-06-03T10:00', asServed).status).toMatchObject({
    kind: 'after',
    ends: '2029-06-01T23:59',
  })
})

test('suspended and gone on with, the centre still tells and certifies; nobody reports any more (Luật 39.3)', () => {
  const suspended = [...compulsory, changed('suspended', day, 'gravely-ill')]
  const on = [...suspended, changed('goes-on', '2027-08-01T09:00', 'other')]
  for (const deadline of ['centre-tells', 'certify-rehabilitation']) {
    const due = clockOf(compulsory, day, deadline)?.due
    expect(due).toBeDefined()
    // The time of treatment at home counts.
    for (const events of [suspended, on])
      expect(clockOf(events, '2027-08-02T09:00', deadline)).toMatchObject({ state: 'running', due })
  }
  expect(steps(suspended, '2027-07-01T09:00')).toContain('report-spared')
  expect(steps(on, '2027-08-02T09:00')).not.toContain('report-spared')
})

test('exempted under the law of 2021: no certificate either, said to be from memory; to report was no duty on record', () => {
  const begun = life(
    ['determination-result', '2024-10-01T08:00', { result: 'addicted' }],
    ['dossier-opened', '2024-10-05T08:00', { path: 'adult', ground: 'not-registered' }],
    ['dossier-notice', '2024-10-06T08:00', { copy: true, to: 'person' }],
    ['court-decided', '2024-10-20T08:00', { outcome: 'applied', months: 18 }],
    ['carried-out', '2024-10-21T08:00', { step: 'delivered' }],
  )
  expect(steps(begun, '2025-03-01T09:00')).toContain('certify-rehabilitation')
  const exempted = [...begun, changed('exempted', '2025-03-01T09:00')]
  expect(steps(exempted, '2027-01-01T09:00')).toEqual([])
})
