// Off the list: for each reason that the law names, with its ground, from the list it speaks of (Luật 27.3, 48.3, 48.4).

import { describe, expect, test } from 'vitest'
import { adult, event, expectRefused, life, positive } from '../../../../tests/support/lives.ts'
import type { DetailsOf, FileEvent } from '../../events.ts'
import { judgeEvent, readLife } from '../../rules.ts'

const now = '2030-12-01T08:00'
const article = 'Luật, Điều 27.3, 48.3, 48.4'
type Reason = DetailsOf<'off-list'>['reason']
const off = (reason: Reason, at: string) => event('off-list', at, { reason })

const managed = life(['tested', '2026-07-06T08:00', positive], ['managed', '2026-07-07T16:30'])
const addicted = life(['determination-result', '2026-10-01T08:00', { result: 'addicted' }])
const home = [
  ...addicted,
  ...life(
    ['registered', '2026-10-01T15:00', { form: 'home' }],
    ['home-decided', '2026-10-02T09:00'],
    ['treatment-begun', '2026-10-05T08:00'],
  ),
]
const after = [...home, ...life(['after-decided', '2028-09-10T09:00'])]
const accepted = (events: FileEvent[], extra: FileEvent) =>
  expect(judgeEvent(adult, events, extra, now)).toMatchObject({ ok: true })

const grounds = [
  ['prison', 'imprisoned'],
  ['institution', 'sent-to-institution'],
  ['moved', 'moved'],
  ['died', 'died'],
  ['missing', 'declared-missing'],
] as const

describe.each([
  ['users under management (Luật 27.3)', managed],
  ['addicts (Luật 48.3)', addicted],
  ['those in post-rehabilitation (Luật 48.4)', after],
] as const)('%s', (_, given) => {
  const at = given === after ? '2029-01' : '2026-11'
  test.each(grounds)('%s', (reason, kind) => {
    const extra = off(reason, `${at}-03T09:00`)
    expectRefused([...given], extra, 'no_ground', article)
    const ground = event(kind, `${at}-02T09:00`, kind === 'moved' ? { what: 'residence', to: 'xã Đức Hợp' } : {})
    accepted([...given, ground], extra)
    expect(readLife(adult, [...given, ground, extra], `${at}-04T08:00`).status).toMatchObject({ kind: 'ended', reason })
    const late = off(reason, `${at}-01T09:00`)
    expect(judgeEvent(adult, [...given, ground], late, now)).toMatchObject({
      fault: 'before_its_ground',
      with: ground.id,
    })
  })
})

describe('by the end of a measure', () => {
  test('users: when management is over (27.3a), or addicted (27.3b); not before', () => {
    expectRefused(managed, off('served', '2026-11-03T09:00'), 'term_not_over', article)
    accepted(managed, off('served', '2027-07-08T09:00'))
    expectRefused(managed, off('addicted', '2026-11-03T09:00'), 'no_ground', article)
    accepted([...managed, ...addicted], off('addicted', '2026-11-03T09:00'))
    // Found addicted, somebody goes from one list to another: what stands goes on.
    const listed = [...managed, ...addicted, off('addicted', '2026-11-03T09:00')]
    expect(readLife(adult, listed, '2026-11-04T08:00').status?.kind).toBe('addict')
  })
  test('addicts: completed of their own will; it is asked for, and leaves the list of post-rehabilitation alone (48.3)', () => {
    expectRefused(home, off('completed', '2026-11-03T09:00'), 'no_ground', article)
    const over = '2028-10-02T08:00'
    expect(readLife(adult, after, over).next.map(({ id }) => id)).toContain('take-off-list')
    const done = off('completed', '2028-10-02T09:00')
    accepted(after, done)
    const { status, next } = readLife(adult, [...after, done], '2028-10-02T10:00')
    expect(status?.kind).toBe('after')
    expect(next.map(({ id }) => id)).not.toContain('take-off-list')
    expect(next.map(({ id }) => id)).toContain('certify')
  })
  test('post-rehabilitation: when it is served (48.4)', () => {
    expectRefused(after, off('served', '2029-06-03T09:00'), 'term_not_over', article)
    accepted(after, off('served', '2029-10-02T09:00'))
  })
  test('by the head of the commune police or the chair, by nobody else', () => {
    for (const by of ['centre', 'health-facility', 'provincial-police'] as const) {
      const paper = { number: '1', on: '2027-07-08', by }
      expectRefused(
        managed,
        event('off-list', '2027-07-08T09:00', { reason: 'served', paper }),
        'not_their_decision',
        article,
      )
    }
  })
})
