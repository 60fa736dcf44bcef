// The lives of the demonstration are lives that the law allows: each event is one that the product itself would have taken.

import { expect, test } from 'vitest'
import type { EventKind } from '../../../modules/cases/events.ts'
import { factsOf } from '../../../modules/cases/rules/person-facts.ts'
import { judgeEvent, readLife, statusNames } from '../../../modules/cases/rules.ts'
import { begunTwice, handedOver, lives, mergedInto, onItsWay } from './lives.ts'
import { demoFiles } from './load.ts'

const now = '2026-11-27T15:20'
const files = demoFiles(now)

test.each(lives.map(({ path }, at) => [path, at] as const))('%s', (_, at) => {
  const { identity, events } = files[at]!
  const sorted = [...events].sort((one, other) => (one.at < other.at ? -1 : 1))
  for (const [place, event] of sorted.entries()) {
    const verdict = judgeEvent(factsOf(identity), sorted.slice(0, place), event, now)
    expect(verdict, `${event.kind} ${event.at}`).toMatchObject({ ok: true })
  }
})

test('forty and more, they stand in every status of the law, and some have work that waits or is late', () => {
  expect(files.length).toBeGreaterThanOrEqual(40)
  const read = files.map(({ identity, events }) => readLife(factsOf(identity), events, now))
  const seen = new Set(read.flatMap(({ status }) => status?.kind ?? []))
  expect(Object.keys(statusNames).filter((kind) => !seen.has(kind as never))).toEqual([])
  expect(read.some(({ next }) => next.some(({ state }) => state === 'late'))).toBe(true)
  expect(read.some(({ protections }) => protections.length > 0)).toBe(true)
})

type Read = ReturnType<typeof read>
const read = (at: number) => {
  const { identity, events } = files[at]!
  return {
    events,
    circumstances: identity.circumstances,
    birth: identity.birth ?? '',
    ...readLife(factsOf(identity), events, now),
  }
}
const has =
  (kind: EventKind, details: Record<string, unknown> = {}) =>
  ({ events }: Read) =>
    events.some(
      (event) =>
        event.kind === kind &&
        Object.entries(details).every(([name, value]) => (event.details as Record<string, unknown>)[name] === value),
    )
const inOrder =
  (...kinds: EventKind[]) =>
  ({ events }: Read) => {
    let from = -1
    return kinds.every((kind) => {
      from = events.findIndex((event, at) => at > from && event.kind === kind)
      return from >= 0
    })
  }
const is =
  (what: string) =>
  ({ circumstances }: Read) =>
    circumstances.some((each) => each.what === what)
const named = (path: string) => (_: Read, at: number) => lives[at]?.path === path

/** The paths of the law (domain notes, the lifecycle table), and how each is known in a file. */
const paths: Record<string, (read: Read, at: number) => boolean> = {
  'a lead is verified': has('verification-opened'),
  'a test is refused': has('tested', { result: 'refused' }),
  'tested positive, the residence still to verify': (each) =>
    has('tested', { result: 'positive' })(each) && !has('residence-verified')(each),
  'no stable residence': is('no-stable-residence'),
  'no papers': is('no-papers'),
  'no administrative capacity': is('no-capacity'),
  pregnant: is('pregnant'),
  'cares for a small child': is('cares-for-child'),
  'managed, with a team and the commitment B1': inOrder('managed', 'team-named', 'commitment-signed'),
  'checked every month': ({ events }) => events.filter(({ kind }) => kind === 'residence-checked').length > 1,
  'managed by the law of before': ({ status }) => status?.kind === 'managed' && status.period !== 'from-2026-07',
  'used again, not addicted, a new year': inOrder('managed', 'determination-result', 'managed-again'),
  'absent for a while': has('absent'),
  'in custody, suspended': inOrder('detained', 'management-suspended'),
  'moved, the file waits': named(onItsWay),
  'moved, the file arrived': named(handedOver),
  'stays elsewhere': has('moved', { what: 'stay' }),
  'stopped: prison': has('management-stopped', { reason: 'prison' }),
  'stopped: missing': has('management-stopped', { reason: 'missing' }),
  'stopped: died': has('management-stopped', { reason: 'died' }),
  'ended: served, off the list': inOrder('management-ended', 'decision-sent', 'off-list'),
  'a minor': ({ birth }) => birth >= '2009',
  'found addicted': ({ status }) => status?.kind === 'addict',
  'rehabilitation at home, with monitoring': inOrder(
    'registered',
    'home-decided',
    'treatment-begun',
    'monitoring-decided',
  ),
  'three stages in a private centre, then home': inOrder('private-decided', 'three-stages-done', 'home-decided'),
  'a public centre': ({ status }) => status?.kind === 'public',
  'a reform school': ({ status }) => status?.kind === 'reform-school',
  'substitution treatment': ({ status }) => status?.kind === 'substitution',
  'substitution treatment ended for a breach': inOrder('treatment-ended', 'dossier-opened'),
  'given up': has('treatment-quit'),
  'a third breach': (each) =>
    has('dossier-opened', { ground: 'third-breach' })(each) &&
    each.events.filter(({ kind }) => kind === 'breach-recorded').length === 3,
  'interim care while the dossier is made': inOrder('custody-decided', 'dossier-sent'),
  'a dossier of a minor': has('dossier-opened', { path: 'minor' }),
  'the court refuses': has('court-decided', { outcome: 'refused' }),
  'compulsory rehabilitation': ({ status }) => status?.kind === 'compulsory',
  postponed: has('execution-changed', { change: 'postponed' }),
  suspended: has('execution-changed', { change: 'suspended' }),
  exempted: has('execution-changed', { change: 'exempted' }),
  'on the run': has('fled'),
  'the release is announced': has('release-notice'),
  'rehabilitated, what follows is to be decided': ({ awaits }) => awaits?.kind === 'after-decision',
  'followed afterwards': ({ status }) => status?.kind === 'after',
  'rehabilitation by the law of 2021, followed by that of 2025': (each) =>
    inOrder('home-decided', 'treatment-completed', 'after-decided')(each) && each.status?.period === 'from-2026-07',
  'on a list of before': has('listed'),
  'two files of one person': named(begunTwice),
  'the file that the other was merged into': named(mergedInto),
}
test.each(Object.entries(paths))('in some file: %s', (_, isIt) => {
  expect(files.filter((_, at) => isIt(read(at), at)).length).toBeGreaterThan(0)
})

test('monitoring that is lifted early is in none: the law allows that from 2027 on at the earliest', () => {
  const minor = { birthDate: '2010-05-01', sex: 'male' } as const
  const { identity, events } = files[lives.findIndex(({ path }) => path === 'at home')]!
  const paper = { number: '1', on: '2026-12-30', by: 'police-head' as const }
  const lifted = { id: 'lifted', kind: 'monitoring-lifted' as const, at: '2026-12-30T09:00', details: { paper } }
  for (const facts of [factsOf(identity), minor])
    expect(judgeEvent(facts, events, lifted, '2026-12-31T08:00')).toMatchObject({
      ok: false,
      fault: 'too_early_to_lift',
    })
})
