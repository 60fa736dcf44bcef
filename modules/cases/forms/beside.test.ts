// Which forms are offered beside an event, as a table: a row for each form of rehabilitation, each with its article.

import { describe, expect, test } from 'vitest'
import { adult, event, life } from '../../../tests/support/lives.ts'
import type { EventKind, FileEvent } from '../events.ts'
import { type FormId, formOf } from '../forms.ts'
import type { StatusKind } from '../rules/life.ts'
import { readLife } from '../rules.ts'
import { besideByStatus, formsBeside, stoodAt } from './beside.ts'

const rows: [EventKind, StatusKind, FormId[], string][] = [
  ['registered', 'home', ['V-20', 'V-24'], 'Nghị định, Điều 89.3b, 92.1a'],
  ['registered', 'private', ['V-20'], 'Nghị định, Điều 89.3b'],
  ['registered', 'public', ['V-20'], 'Nghị định, Điều 89.3b'],
  ['registered', 'reform-school', ['V-20'], 'Nghị định, Điều 89.3b'],
  ['registered', 'substitution', [], 'Nghị định, Điều 89.2'],
  ['treatment-begun', 'home', [], 'Nghị định, Điều 92.1b'],
  ['treatment-begun', 'private', ['V-24', 'V-29'], 'Nghị định, Điều 92.2c, 92.2d'],
  ['treatment-begun', 'public', ['V-31'], 'Nghị định, Điều 96.1'],
  ['treatment-begun', 'reform-school', ['V-31'], 'Nghị định, Điều 96.1'],
  ['treatment-begun', 'compulsory', ['V-42'], 'Nghị định, Điều 108.1'],
  ['treatment-begun', 'substitution', [], 'Nghị định, Điều 89.2'],
  ['carried-out', 'public', ['V-31', 'V-48', 'V-49'], 'Nghị định, Điều 96.1, 121.2, 131.2'],
  ['carried-out', 'reform-school', ['V-31', 'V-48', 'V-49'], 'Nghị định, Điều 96.1, 121.2, 131.2'],
  ['carried-out', 'compulsory', ['V-42', 'V-48', 'V-49'], 'Nghị định, Điều 108.1, 121.2'],
  ['treatment-completed', 'home', ['V-28', 'V-27'], 'Nghị định, Điều 93.1, 93.3'],
  ['treatment-completed', 'private', ['V-30'], 'Nghị định, Điều 94.3a'],
  ['treatment-completed', 'public', ['V-30'], 'Nghị định, Điều 97.2a'],
  ['treatment-completed', 'reform-school', ['V-30'], 'Nghị định, Điều 97.2a'],
  ['treatment-completed', 'compulsory', ['V-50'], 'Nghị định, Điều 123.2a, 129.2'],
  ['treatment-completed', 'substitution', [], 'Nghị định, Điều 89.2, 135.2'],
  ['moved', 'managed', ['III-06'], 'Nghị định, Điều 62.1'],
  ['moved', 'home', ['V-26'], 'Nghị định, Điều 92.1c'],
  ['moved', 'after', ['V-54'], 'Nghị định, Điều 136.1b'],
  ['file-handed-over', 'after', ['V-54'], 'Nghị định, Điều 136.1b'],
  ['file-handed-over', 'substitution', [], 'Luật, Điều 48.2'],
]
test.each(rows)('%s, %s: %o (%s)', (kind, status, forms, article) => {
  expect(formsBeside(kind, status)).toEqual(forms)
  expect(besideByStatus[kind]?.[status]?.source.vi).toBe(article)
  // What is offered is made for that kind of event.
  for (const form of forms) expect(formOf(form).kinds).toContain(kind)
})

test('every form of treatment has a row, so that none falls back on the forms of another', () => {
  const forms = ['home', 'private', 'public', 'reform-school', 'substitution'] as const
  for (const kind of ['registered', 'treatment-begun', 'treatment-completed'] as const)
    for (const form of forms) expect(besideByStatus[kind]?.[form], `${kind} ${form}`).toBeDefined()
  expect(formsBeside('treatment-begun', 'none')).toEqual([])
})

test('a kind whose forms do not go by the status has those of its kind', () => {
  expect(formsBeside('managed', 'managed')).toEqual(formsBeside('managed', undefined))
  expect(formsBeside('after-decided', 'public')).toEqual(['V-53'])
})

describe('where somebody stood', () => {
  const treated = (form: 'home' | 'public' | 'substitution') =>
    life(
      ['determination-result', '2026-10-01T08:00', { result: 'addicted' }],
      ['registered', '2026-10-01T15:00', { form }],
      [`${form}-decided`, '2026-10-02T09:00'],
      ['treatment-begun', '2026-10-05T08:00'],
    )
  const offered = (events: FileEvent[], at: FileEvent, now = '2032-01-01T08:00') => {
    const { history, status } = readLife(adult, events, now)
    return formsBeside(at.kind, stoodAt(at, status ? [...history, status] : history, events))
  }
  const begun = (events: FileEvent[]) => events.find(({ kind }) => kind === 'treatment-begun') as FileEvent

  test('substitution treatment begins: neither the minutes of a public centre nor those of the court (Nghị định 89.2, 96.1, 108.1)', () => {
    const events = treated('substitution')
    expect(offered(events, begun(events))).toEqual([])
    // The health station sees no decision, but what was registered.
    expect(formsBeside('treatment-begun', stoodAt(begun(events), undefined, events))).toEqual([])
  })
  test('who went from substitution treatment into a public centre: each beginning has its own (Nghị định 89.2, 96.1)', () => {
    const first = treated('substitution')
    const again = life(
      ['registered', '2027-02-01T08:00', { form: 'public' }],
      ['public-decided', '2027-02-02T09:00'],
      ['treatment-begun', '2027-02-03T08:00'],
    )
    const events = [...first, ...again]
    expect([offered(events, begun(first)), offered(events, begun(again))]).toEqual([[], ['V-31']])
  })
  test('a term was over before it was certified: by what it was the term of (Nghị định 93.3)', () => {
    const events = treated('home')
    const certified = event('treatment-completed', '2028-10-20T09:00')
    expect(offered([...events, certified], certified)).toEqual(['V-28', 'V-27'])
  })
  test('moves between the end and the decision: V-54 is for after the decision (Nghị định 136.1b)', () => {
    const moved = event('moved', '2028-10-20T09:00', { what: 'residence', to: 'xã Đức Hợp' })
    expect(offered([...treated('home'), moved], moved)).toEqual([])
    const decided = event('after-decided', '2028-10-10T09:00')
    expect(offered([...treated('home'), decided, moved], moved)).toEqual(['V-54'])
  })
  test('taken in by the court’s decision: its minutes, at the last step alone (Nghị định 108.1)', () => {
    const named = event('carried-out', '2026-10-21T08:00', { step: 'centre-named' })
    const delivered = event('carried-out', '2026-10-21T18:00', { step: 'delivered' })
    const events = [
      ...life(
        ['determination-result', '2026-10-01T08:00', { result: 'addicted' }],
        ['dossier-opened', '2026-10-05T08:00', { path: 'adult', ground: 'not-registered' }],
        ['court-decided', '2026-10-20T08:00', { outcome: 'applied' }],
      ),
      named,
      delivered,
    ]
    expect([offered(events, named), offered(events, delivered)]).toEqual([[], ['V-42', 'V-48', 'V-49']])
  })
})
