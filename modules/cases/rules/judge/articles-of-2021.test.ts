// In the three periods of the law of 2021: each refusal and each protection with the article of that law, and never with one that
// was no law yet.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adult, event, life, minor, positive, type RefusalRow } from '../../../../tests/support/lives.ts'
import { end, randomLives, runs } from '../../../../tests/support/random-lives.ts'
import { judgeEvent, type PersonFacts, readLife } from '../../rules.ts'
import { isOfNow } from './articles-of-2021.ts'

/** A Monday in each period. */
const periods = [
  ['từ 01/01/2022', '2024-06-03'],
  ['từ 01/3/2025', '2025-05-12'],
  ['từ 01/7/2025', '2025-10-06'],
] as const
const law = 'Luật 73/2021/QH14, Điều'
const decree = 'Nghị định 105/2021/NĐ-CP, Điều'
const sanctions = 'Luật Xử lý vi phạm hành chính, Điều'
const spared = { from: '2022-01-01' }

describe.each(periods)('%s', (_, monday) => {
  const on = (day: number, time: string) =>
    `${monday.slice(0, 8)}${String(Number(monday.slice(8)) + day).padStart(2, '0')}T${time}`
  const addicted = life(['determination-result', on(0, '08:00'), { result: 'addicted' }])
  const registered = [...addicted, ...life(['registered', on(0, '09:00'), { form: 'home', parentsAgree: true }])]
  const atHome = [
    ...registered,
    ...life(['home-decided', on(0, '10:00'), { months: 6 }], ['treatment-begun', on(0, '11:00')]),
  ]
  const quit = [...atHome, ...life(['treatment-quit', on(1, '08:00')])]
  const opened = [...quit, ...life(['dossier-opened', on(2, '08:00'), { path: 'adult', ground: 'quit' }])]
  const given = [...opened, ...life(['dossier-notice', on(2, '09:00'), { copy: false, to: 'person' }])]
  const managed = life(['tested', on(0, '08:00'), positive], ['managed', on(1, '08:00')])
  const dossier = event('dossier-opened', on(2, '08:00'), { path: 'adult', ground: 'quit' })

  const rows: RefusalRow[] = [
    [
      'a test without a ground',
      [],
      event('tested', on(0, '08:00'), { ...positive, ground: undefined }),
      'no_ground',
      `${decree} 38.1`,
    ],
    [
      'a status without a paper',
      managed.slice(0, 1),
      event('managed', on(1, '08:00'), { paper: undefined }),
      'no_paper',
      `${decree} 42.1, 48`,
    ],
    [
      'a decision before its ground',
      life(['tested', on(2, '08:00'), positive]),
      event('managed', on(1, '08:00')),
      'before_its_ground',
      `${decree} 42.1`,
    ],
    ['a term that would overlap', managed, event('managed', on(3, '08:00')), 'term_overlaps', `${law} 23.2, 23.4`],
    ['managed though addicted', addicted, event('managed', on(3, '08:00')), 'already_addicted', `${law} 23.5a`],
    ['a new year without a new use', managed, event('managed-again', on(3, '08:00')), 'no_ground', `${decree} 43.2`],
    [
      'stopped for an addiction that nobody determined',
      managed,
      event('management-stopped', on(3, '08:00'), { reason: 'addicted' }),
      'no_ground',
      `${law} 23.5; ${decree} 48.1`,
    ],
    [
      'ended before the year is over',
      managed,
      event('management-ended', on(3, '08:00')),
      'term_not_over',
      `${decree} 48.2`,
    ],
    [
      'a determination by somebody else',
      [],
      event('determination-result', on(0, '08:00'), {
        result: 'addicted',
        paper: { number: '1', on: on(0, '').slice(0, 10), by: 'chair' },
      }),
      'not_their_decision',
      `${law} 27.2, 27.4`,
    ],
    [
      'a minor registered without the parents',
      addicted,
      event('registered', on(0, '09:00'), { form: 'home' }),
      'parents_missing',
      `${law} 27.5c`,
      minor,
    ],
    [
      'at home without a determination',
      [],
      event('home-decided', on(0, '10:00'), { months: 6 }),
      'not_addicted',
      `${law} 27.5c, 30`,
    ],
    [
      'a form that was not registered for',
      addicted,
      event('home-decided', on(0, '10:00'), { months: 6 }),
      'not_registered',
      `${law} 27.5c, 30`,
    ],
    [
      'completed before the term is over',
      atHome,
      event('treatment-completed', on(3, '10:00')),
      'term_not_over',
      `${law} 30.2, 31.1, 33.3; ${sanctions} 95`,
    ],
    ['somebody of unknown age', quit, dossier, 'age_unknown', `${law} 32, 33`, {}],
    ['a minor sent down the adult path', quit, dossier, 'adult_path_for_minor', `${law} 32, 33`, minor],
    [
      'for somebody without capacity',
      quit,
      dossier,
      'protected',
      `${sanctions} 96.2a`,
      { ...adult, noCapacity: [spared] },
    ],
    [
      'for somebody pregnant',
      quit,
      dossier,
      'protected',
      `${sanctions} 96.2b, 111.2`,
      { ...adult, pregnant: [spared] },
    ],
    [
      'for the carer of a small child',
      quit,
      dossier,
      'protected',
      `${sanctions} 96.2c`,
      { ...adult, caresForChildUnder36Months: [spared] },
    ],
    [
      'sent without a notice',
      opened,
      event('dossier-sent', on(2, '10:00')),
      'no_notice',
      `${law} 34.2, 34.3; ${sanctions} 103`,
    ],
    [
      'sent before the time to read is over',
      given,
      event('dossier-sent', on(3, '10:00')),
      'reading_time_not_over',
      `${law} 34.2, 34.3; ${sanctions} 103`,
    ],
    [
      'after the limitation of three months',
      quit,
      event('dossier-opened', '2026-06-22T10:00', { path: 'adult', ground: 'quit' }),
      'limitation_over',
      `${sanctions} 6.2d`,
    ],
    [
      'a child under twelve',
      [],
      event('managed', on(1, '08:00')),
      'under_twelve',
      `${law} 27.5c, 33.1`,
      { birthDate: '2016-01-01' },
    ],
  ]
  test.each(rows)('refused: %s', (_, events, extra, fault, article, facts: PersonFacts = adult) => {
    const verdict = judgeEvent(facts, events, extra, '2030-12-01T08:00')
    expect(verdict).toMatchObject({ ok: false, fault, article: { vi: article } })
  })

  test('the right to read the dossier came without a copy of it', () => {
    const notice = event('dossier-notice', on(2, '09:00'), { copy: false, to: 'person' })
    expect(judgeEvent(adult, opened, notice, '2030-12-01T08:00')).toMatchObject({ ok: true })
  })

  test('what protects somebody names the law of that time; what it did not know is not claimed', () => {
    const sources = (facts: PersonFacts) =>
      Object.fromEntries(readLife(facts, quit, on(1, '09:00')).protections.map(({ id, source }) => [id, source.vi]))
    expect(sources({ ...adult, pregnant: [spared], noPapers: [spared] })).toEqual({
      pregnant: `${sanctions} 96.2b, 111.2`,
      'no-papers': `${law} 27.5; ${decree} 41`,
      dignity: `${law} 5.11, 27.5a`,
      'same-sex-officer': `${decree} 46.3; ${law} 22.3, 27.8`,
    })
    expect(sources({ ...adult, caresForChildUnder36Months: [spared] })['small-child']).toBe(`${sanctions} 96.2c`)
    expect(sources({ ...adult, noCapacity: [spared] })['no-capacity']).toBe(`${sanctions} 96.2a`)
    expect(sources(minor)).toEqual({
      'minor-path': `${law} 33, 33.4; Pháp lệnh 01/2022/UBTVQH15`,
      'minor-sample': `${decree} 46.4`,
      'minor-team': `${decree} 44.3`,
      'minor-opinion': `${law} 34.1c, 34.2`,
      'minor-school': `${law} 33.2b; ${decree} 44.3`,
      dignity: `${law} 5.11, 27.5a`,
      'same-sex-officer': `${decree} 46.3; ${law} 22.3, 27.8`,
    })
    expect(sources({ birthDate: '2016-01-01' })['under-twelve']).toBe(`${law} 27.5c, 33.1`)
    const { what } = readLife(minor, quit, on(1, '09:00')).protections.find(({ id }) => id === 'minor-sample') ?? {}
    expect(what?.vi).toContain('đồng ý')
  })
})

test('whatever is refused of a day before 1 July 2026, no article of the law of 2025 is named for it; and the other way round', () => {
  const seen = { before: 0, now: 0 }
  fc.assert(
    fc.property(randomLives, ({ facts, events }) => {
      for (const [place, each] of events.entries()) {
        const verdict = judgeEvent(facts, events.slice(0, place), each, end)
        if (verdict.ok || !verdict.article || verdict.fault === 'not_in_that_law') continue
        const before = each.at < '2026-07-01'
        seen[before ? 'before' : 'now'] += 1
        expect(isOfNow(verdict.article), `${each.kind} ${each.at}: ${verdict.article.vi}`).toBe(!before)
      }
    }),
    { ...runs, seed: 11 },
  )
  expect(Math.min(seen.before, seen.now)).toBeGreaterThan(50)
})
