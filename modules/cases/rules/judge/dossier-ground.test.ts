// The ground of a compulsory dossier: it stands open under the name that is given, or the dossier is refused with the article.

import { describe, expect, test } from 'vitest'
import { type DossierGround, dossierGroundIds } from '../../../../rules/law/grounds.ts'
import { addicted, atHome, opened, quit, sent } from '../../../../tests/support/home-to-court.ts'
import { adult, event, expectRefused, life } from '../../../../tests/support/lives.ts'
import type { FileEvent } from '../../events.ts'
import { defaultLaw, judgeEvent } from '../../rules.ts'

describe('the ground that is named stands open (Luật 35.1, 36.1)', () => {
  const article = 'Luật, Điều 35.1, 36.1'
  const dossier = (at: string, ground: DossierGround) => event('dossier-opened', at, { path: 'adult', ground })
  const treated = (form: 'home' | 'public' | 'substitution', year: string) =>
    life(
      ['determination-result', `${year}-10-01T08:00`, { result: 'addicted' }],
      ['registered', `${year}-10-01T15:00`, { form }],
      [`${form}-decided`, `${year}-10-02T09:00`],
      ['treatment-begun', `${year}-10-05T08:00`],
    )
  const breaches = (of: 'other' | 'monitoring', ...days: string[]) =>
    days.map((day) => event('breach-recorded', `${day}T08:00`, { of }))
  const accepted = (events: FileEvent[], extra: FileEvent, law = defaultLaw) =>
    judgeEvent(adult, events, extra, '2034-01-01T08:00', law)
  const relapsed = [
    ...treated('home', '2026'),
    ...life(
      ['after-decided', '2028-09-10T09:00'],
      ['tested', '2029-01-10T08:00', { ground: 'plan', result: 'positive', sample: 'urine', sameSexOfficer: true }],
      ['determination-result', '2029-01-12T08:00', { result: 'addicted' }],
    ),
  ]

  test.each<[DossierGround, FileEvent[], string]>([
    ['not-registered', addicted, '2026-10-02T09:00'],
    ['not-begun', atHome.slice(0, 3), '2026-10-07T08:00'],
    ['quit', quit, '2027-03-02T10:00'],
    [
      'used-in-rehabilitation',
      [
        ...treated('public', '2026'),
        ...life(['tested', '2027-03-01T08:00', { ground: 'traces', result: 'positive', sample: 'urine' }]),
      ],
      '2027-03-02T10:00',
    ],
    [
      'treatment-ended-for-breach',
      [...treated('substitution', '2026'), ...life(['treatment-ended', '2027-03-01T08:00', { why: 'breach' }])],
      '2027-03-02T10:00',
    ],
    ['addicted-after', relapsed, '2029-01-13T09:00'],
    ['refused-monitoring', [...atHome, ...breaches('monitoring', '2026-11-02', '2026-12-01')], '2026-12-02T09:00'],
    [
      'broke-law-again',
      [
        ...atHome,
        event('breach-recorded', '2026-11-02T08:00', { of: 'commune-education' }),
        ...breaches('other', '2026-12-01'),
      ],
      '2026-12-02T09:00',
    ],
    ['third-breach', [...atHome, ...breaches('other', '2026-11-02', '2026-12-01', '2027-01-04')], '2027-01-05T09:00'],
  ])('%s: accepted where it happened, by no other name', (ground, events, at) => {
    expect(accepted(events, dossier(at, ground))).toEqual({ ok: true, warnings: [] })
    for (const other of dossierGroundIds)
      if (other !== ground) expectRefused(events, dossier(at, other), 'no_ground', article)
  })
  test('found addicted while managed, where that is the reading of the law', () => {
    const events = life(
      ['managed', '2026-07-07T16:30'],
      ['determination-result', '2026-10-01T08:00', { result: 'addicted' }],
    )
    const opened = dossier('2026-10-01T10:00', 'managed-addicted')
    expect(accepted(events, opened)).toMatchObject({ fault: 'no_ground' })
    expect(accepted(events, opened, { ...defaultLaw, managedThenAddicted: 'dossier' })).toMatchObject({ ok: true })
  })
  test('two acts, each by its own name; the limitation runs from the last (Luật 35.4)', () => {
    const both = [
      ...atHome,
      ...life(['tested', '2027-02-01T08:00', { ground: 'traces', result: 'positive', sample: 'urine' }]),
      ...life(['treatment-quit', '2027-03-01T10:00']),
    ]
    for (const ground of ['used-in-rehabilitation', 'quit'] as const)
      expect(accepted(both, dossier('2027-05-20T10:00', ground))).toMatchObject({ ok: true })
    expectRefused(both, dossier('2027-06-03T10:00', 'quit'), 'limitation_over', 'Luật, Điều 35.4, 36.3')
  })
  test('that of a dossier of before is no ground of another', () => {
    const served = [
      ...sent,
      ...life(
        ['court-decided', '2027-04-01T09:00', { outcome: 'applied' }],
        ['carried-out', '2027-04-03T09:00', { step: 'delivered' }],
        ['treatment-completed', '2030-04-03T09:00'],
      ),
    ]
    const again = dossier('2031-01-10T09:00', 'quit')
    expect(accepted([...served, ...treated('home', '2030')], again)).toMatchObject({
      fault: 'no_ground',
      article: { vi: article },
    })
    const refusedByCourt = [...sent, ...life(['court-decided', '2027-04-01T09:00', { outcome: 'refused' }])]
    expectRefused(refusedByCourt, dossier('2027-04-05T09:00', 'quit'), 'no_ground', article)
    const closed = [...opened, ...life(['dossier-closed', '2027-03-10T09:00', { reason: 'ground-gone' }])]
    expectRefused(closed, dossier('2027-03-11T09:00', 'quit'), 'no_ground', article)
  })
  test('who registered late and was given a treatment has made good; a year later nothing is “over” that is gone', () => {
    const late = [
      ...addicted,
      ...life(
        ['registered', '2026-10-05T15:00', { form: 'home' }],
        ['home-decided', '2026-10-06T09:00'],
        ['treatment-begun', '2026-10-07T08:00'],
      ),
    ]
    for (const ground of ['not-registered', 'quit'] as const)
      expectRefused(late, dossier('2026-12-01T09:00', ground), 'no_ground', article)
    expectRefused(late, dossier('2027-10-10T09:00', 'third-breach'), 'no_ground', article)
    const used = [...late, ...breaches('other', '2027-08-02', '2027-09-01', '2027-10-05')]
    expect(accepted(used, dossier('2027-10-06T09:00', 'third-breach'))).toEqual({ ok: true, warnings: [] })
    // Under the law of 2021 older files come without the ground: it is asked about, and no limitation of before stands in its way.
    const before = life(
      ['determination-result', '2024-01-03T08:00', { result: 'addicted' }],
      ['registered', '2024-01-03T10:00', { form: 'home' }],
      ['home-decided', '2024-01-04T09:00', { months: 12 }],
      ['treatment-begun', '2024-01-05T08:00'],
      ['treatment-quit', '2024-02-01T08:00'],
      ['registered', '2024-02-02T10:00', { form: 'private' }],
      ['private-decided', '2024-02-05T09:00', { months: 12 }],
      ['treatment-begun', '2024-02-06T08:00'],
    )
    const verdict = accepted(before, dossier('2024-09-02T09:00', 'used-in-rehabilitation'))
    expect(verdict).toMatchObject({ ok: true, warnings: [{ vi: expect.stringContaining('Chưa ghi căn cứ') }] })
  })
  test('dated before its act', () => {
    const fault = judgeEvent(adult, quit, dossier('2027-02-20T10:00', 'quit'), '2034-01-01T08:00')
    expect(fault).toMatchObject({ fault: 'before_its_ground', with: quit.at(-1)?.id })
  })
  test('what the law of 2021 left undone had no length on record: it is asked about', () => {
    const found = life(['determination-result', '2026-06-29T08:00', { result: 'addicted' }])
    expect(accepted(found, dossier('2026-07-10T09:00', 'not-registered'))).toMatchObject({
      ok: true,
      warnings: [{ vi: expect.stringContaining('chưa có trong tay') }],
    })
    expectRefused(found, dossier('2026-07-10T09:00', 'quit'), 'no_ground', article)
  })
})
