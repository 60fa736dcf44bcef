// Who is on the team and who answers for the file, by what was entered.

import { describe, expect, test } from 'vitest'
import { event } from '../../../tests/support/lives.ts'
import { teamOf } from './team.ts'

const [an, binh, chi] = ['1', '2', '3'].map((end) => `00000000-0000-7000-9000-00000000000${end}`) as [
  string,
  string,
  string,
]
const now = '2026-11-20T08:00'
const team = event('team-named', '2026-08-01T08:00', {
  members: [
    { role: 'police', name: 'Công an xã', person: an },
    { role: 'village', name: 'Trưởng thôn', person: chi },
    { role: 'family', name: 'Chị gái' },
  ],
})
const people = (events: Parameters<typeof teamOf>[0], at = now) =>
  teamOf(events, at).members.map(({ role, person, name }) => `${role}:${person ?? name}`)

describe('the officer in charge', () => {
  test.each([
    ['nobody, while nobody was named', [], undefined],
    [
      'nobody, where the team names no account',
      [event('team-named', now, { members: [{ role: 'police', name: 'X' }] })],
      undefined,
    ],
    ['the head of the team', [team], { person: an, since: '2026-08-01T08:00' }],
    [
      'who was named last, and from whom they took over',
      [team, event('officer-named', '2026-10-01T08:00', { person: binh })],
      { person: binh, since: '2026-10-01T08:00', before: an },
    ],
    [
      'the same, where they are named once more',
      [team, event('officer-named', '2026-10-01T08:00', { person: an })],
      { person: an, since: '2026-08-01T08:00' },
    ],
    ['nobody, once released', [team, event('helper-released', '2026-10-01T08:00', { person: an })], undefined],
  ])('%s', (_, events, officer) => expect(teamOf(events, now).officer).toEqual(officer))
})

describe('the team', () => {
  test('a new one takes the place of the one before, and who helps besides stays', () => {
    const helper = event('helper-named', '2026-09-01T08:00', { role: 'other', name: 'Bác hàng xóm' })
    const again = event('team-named', '2026-10-01T08:00', { members: [{ role: 'police', name: 'X', person: binh }] })
    expect(people([team, helper, again])).toEqual([`police:${binh}`, 'other:Bác hàng xóm'])
  })
  test('who takes the file over stands in the place of who had it', () =>
    expect(people([team, event('officer-named', '2026-10-01T08:00', { person: binh })])).toEqual([
      `police:${binh}`,
      `village:${chi}`,
      'family:Chị gái',
    ]))
  test('who was released is no longer on it, by account or by name', () => {
    const released = [
      event('helper-released', '2026-10-01T08:00', { person: chi }),
      event('helper-released', '2026-10-01T09:00', { name: 'Chị gái' }),
    ]
    expect(people([team, ...released])).toEqual([`police:${an}`])
  })
  test('a file that was handed over has nobody until the new place names them', () =>
    expect(teamOf([team, event('file-handed-over', '2026-10-01T08:00')], now)).toEqual({
      members: [],
      officer: undefined,
    }))
  test('what was withdrawn, or is still to come, names nobody', () => {
    expect(people([team, event('withdrawn', '2026-09-01T08:00', { of: team.id, why: 'Ghi nhầm' })])).toEqual([])
    expect(people([team], '2026-07-31T08:00')).toEqual([])
  })
})
