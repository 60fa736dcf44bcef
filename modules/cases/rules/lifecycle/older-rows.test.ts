// The rows of the lifecycle for which the law of 2021 set a duty and no length that is on record, in each of its three periods:
// who does it, by which article; and the rows that it did not know, of which none is made.

import { describe, expect, test } from 'vitest'
import { adult, event, life, minor, positive } from '../../../../tests/support/lives.ts'
import type { FileEvent } from '../../events.ts'
import { judgeEvent, type PersonFacts, readLife } from '../../rules.ts'

const periods = [
  ['từ 01/01/2022', '2024-06-03', 'district-court'],
  ['từ 01/3/2025', '2025-05-12', 'district-court'],
  ['từ 01/7/2025', '2025-10-06', 'regional-court'],
] as const
const law = 'Luật 73/2021/QH14, Điều'
const chair = 'Chủ tịch UBND cấp xã'
const person = 'Người đó; cha, mẹ của người chưa thành niên'
const police = 'Công an cấp xã'

describe.each(periods)('%s', (_, monday, court) => {
  const on = (day: number, time: string) =>
    `${monday.slice(0, 8)}${String(Number(monday.slice(8)) + day).padStart(2, '0')}T${time}`
  const tested = ['tested', on(0, '08:00'), positive] as const
  const addicted = ['determination-result', on(0, '09:00'), { result: 'addicted' }] as const
  const form = (what: 'home' | 'private' | 'public' | 'substitution') =>
    [addicted, ['registered', on(0, '10:00'), { form: what }]] as const
  const opened = ['dossier-opened', on(1, '08:00'), { path: 'adult', ground: 'quit' }] as const
  const given = ['dossier-notice', on(1, '09:00'), { copy: false, to: 'person' }] as const
  const sent = ['dossier-sent', on(7, '09:00')] as const
  const paper = { number: '1', on: on(8, '').slice(0, 10), by: court }
  const decided = ['court-decided', on(8, '09:00'), { outcome: 'applied', months: 12, paper }] as const
  const dossier = [addicted, opened, given, sent] as const

  const rows: [string, FileEvent[], string, string, string][] = [
    [
      'no stable residence → determination',
      life(tested, ['residence-verified', on(1, '08:00'), { stable: false }]),
      'ask-determination',
      police,
      `${law} 27.1, 27.2`,
    ],
    [
      'used again in post-rehabilitation → determination',
      life(['after-decided', on(0, '08:00')], ['tested', on(1, '08:00'), positive]),
      'ask-determination',
      police,
      `${law} 27.1, 27.2`,
    ],
    ['addicted → registers', life(addicted), 'register', person, `${law} 27.5c`],
    ['registered for home → decided', life(...form('home')), 'decide-form', chair, `${law} 30.5, 31`],
    ['registered for a private centre → decided', life(...form('private')), 'decide-form', chair, `${law} 30.5, 31`],
    ['registered for a public centre → decided', life(...form('public')), 'decide-form', chair, `${law} 30.5, 31`],
    [
      'decided → begun',
      life(...form('private'), ['private-decided', on(0, '11:00'), { months: 6 }]),
      'begin',
      person,
      `${law} 32, 33.1`,
    ],
    [
      'begun → told by the provider',
      life(...form('private'), ['private-decided', on(0, '11:00'), { months: 6 }], ['treatment-begun', on(0, '12:00')]),
      'tell',
      'Cơ sở cung cấp dịch vụ',
      `${law} 30.7c, 35.6e, 36.3g`,
    ],
    ['dossier → notice', life(addicted, opened), 'give-notice', police, `${law} 34.2`],
    ['sent → the court decides', life(...dossier), 'court-decides', 'Tòa án có thẩm quyền', `${law} 33.4`],
    ['the court asks → answered', life(...dossier, ['court-asked', on(8, '08:00')]), 'answer', chair, `${law} 34`],
    ['decided by the court → carried out', life(...dossier, decided), 'carry-out', police, `${law} 33, 34`],
    [
      'told of the return → post-rehabilitation proposed',
      life(['release-notice', on(0, '08:00')]),
      'propose',
      police,
      `${law} 40.5`,
    ],
    ['proposed → decided by the chair', life(['after-proposed', on(0, '08:00')]), 'decide-after', chair, `${law} 40.5`],
  ]
  test.each(rows)('%s', (_, events, id, by, article) => {
    const found = readLife(adult, events, events.at(-1)?.at ?? '').next.find((step) => step.id === id)
    expect({ by: found?.by.vi, article: found?.source.vi }).toEqual({ by, article })
  })

  test('over for a year → ended by the chair; over for three months → the dossier is closed', () => {
    const next = (events: FileEvent[], now: string) => readLife(adult, events, now).next
    // Read while the law of 2021 holds: an end after it is decided under the law of its day.
    if (monday < '2025') {
      const ended = next(life(['managed', on(0, '08:00')]), `2025-06-04T08:00`).find(({ id }) => id === 'end')
      expect(ended).toMatchObject({
        by: { vi: chair },
        source: { vi: `${law} 26.3a; Nghị định 105/2021/NĐ-CP, Điều 48.2` },
      })
    }
    const quit = life(
      ...form('home'),
      ['home-decided', on(0, '11:00'), { months: 6 }],
      ['treatment-begun', on(0, '12:00')],
      ['treatment-quit', on(0, '13:00')],
      opened,
      given,
    )
    const closed = next(quit, '2026-06-20T08:00').find(({ id }) => id === 'close-dossier')
    expect(closed).toMatchObject({ by: { vi: chair }, source: { vi: 'Luật Xử lý vi phạm hành chính, Điều 6.2d' } })
  })

  test('what that law did not know is asked of nobody, and refused as such', () => {
    const all = (events: FileEvent[], facts: PersonFacts = adult) =>
      readLife(facts, events, events.at(-1)?.at ?? '').next.map(({ id }) => id)
    expect(all(life(['tested', on(0, '08:00'), { ...positive, result: 'refused' }]))).not.toContain('escort')
    expect(all(life(['managed', on(0, '08:00')], ['detained', on(1, '08:00')]))).not.toContain('suspend')
    expect(all(life(['managed', on(0, '08:00')]))).not.toContain('sign-B1')
    const atHome = life(...form('home'), ['home-decided', on(0, '11:00'), { months: 6 }])
    for (const id of ['sign-B2', 'decide-monitoring', 'decide-monitoring-asked'])
      expect([...all(atHome), ...all(atHome, minor)]).not.toContain(id)
    expect(all(life(...form('public'), ['public-decided', on(0, '11:00'), { months: 6 }]))).not.toContain('hop')
    for (const kind of ['management-suspended', 'monitoring-decided', 'reform-school-decided'] as const)
      expect(judgeEvent(adult, [], event(kind, on(0, '08:00')), '2030-12-01T08:00'), kind).toMatchObject({
        fault: 'not_in_that_law',
        article: { vi: 'Luật, Điều 12, 24.7, 28.1b' },
      })
  })
})
