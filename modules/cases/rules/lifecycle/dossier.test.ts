// The rows of the compulsory dossier, the court, carrying out, and what leads to post-rehabilitation. Each names its article.

import { describe, expect, test } from 'vitest'
import type { Decider } from '../../../../rules/law/deciders.ts'
import { adult, type DutyRow, event, expectDuty, expectRefused, life } from '../../../../tests/support/lives.ts'
import {
  addicted,
  admitted,
  atHome,
  began,
  court,
  given,
  opened,
  quit,
  registered,
  sent,
} from '../../../../tests/support/steps-to-court.ts'
import { judgeEvent, readLife } from '../../rules.ts'

const now = '2034-12-01T08:00'

/** All that comes before the decision of the court is carried out. */
const decided = [addicted, registered, atHome, began, quit, opened, given, sent, court] as const

const rows: DutyRow[] = [
  [
    'quit → dossier in 1 working day',
    life([...addicted], [...registered], [...atHome], [...began], [...quit]),
    'open-dossier',
    {
      deadline: 'open-dossier',
      due: '2027-02-02T23:59',
      by: 'Trưởng Công an cấp xã',
      forms: 'V-33…V-36, V-38, V-39',
      article: 'Nghị định, Điều 100.1, 103.1',
    },
  ],
  [
    'dossier → notice with a copy',
    life([...addicted], [...registered], [...atHome], [...began], [...quit], [...opened]),
    'give-notice',
    {
      deadline: '',
      due: '',
      by: 'Công an cấp xã',
      forms: 'V-37',
      article: 'Luật, Điều 35.3c, 36.2c; Nghị định, Điều 102.1, 105.1',
    },
  ],
  [
    'notice → 3 working days to read',
    life([...addicted], [...registered], [...atHome], [...began], [...quit], [...opened], [...given]),
    'read',
    {
      deadline: 'read-dossier',
      due: '2027-02-12T23:59',
      by: 'Người bị đề nghị, người đại diện',
      forms: 'V-37',
      article: 'Luật, Điều 35.3c, 36.2c; Nghị định, Điều 102.3, 105.3',
    },
  ],
  [
    'the time to read over → sent in 1 working day',
    life(
      [...addicted],
      [...registered],
      [...atHome],
      [...began],
      [...quit],
      [...opened],
      [...given],
      ['visited', '2027-02-13T08:00'],
    ),
    'send',
    {
      deadline: 'send-to-court',
      // The 12th is a Friday.
      due: '2027-02-15T23:59',
      by: 'Trưởng Công an cấp xã',
      article: 'Luật, Điều 35.3d, 36.2d; Nghị định, Điều 102.4, 105.4',
    },
  ],
  [
    'sent → the court decides',
    life([...addicted], [...registered], [...atHome], [...began], [...quit], [...opened], [...given], [...sent]),
    'court-decides',
    { deadline: '', due: '', by: 'Tòa án nhân dân khu vực', article: 'Luật, Điều 35.8, 36.8' },
  ],
  [
    'court asks → answered in 2 working days',
    life(
      [...addicted],
      [...registered],
      [...atHome],
      [...began],
      [...quit],
      [...opened],
      [...given],
      [...sent],
      ['court-asked', '2027-02-16T09:00'],
    ),
    'answer',
    {
      deadline: 'answer-court',
      due: '2027-02-18T23:59',
      by: 'Trưởng Công an cấp xã',
      article: 'Nghị định, Điều 102.5, 105.5',
    },
  ],
  [
    'court decided → carried out in 24 h',
    life(...decided),
    'carry-out',
    {
      deadline: 'carry-out',
      due: '2027-03-02T09:00',
      by: 'Cơ quan Công an',
      forms: 'V-42',
      article: 'Nghị định, Điều 106–107',
    },
  ],
  [
    'named, then delivered: 24 h again',
    life(...decided, ['carried-out', '2027-03-02T08:00', { step: 'sent-to-province' }]),
    'carry-out',
    {
      deadline: 'carry-out',
      due: '2027-03-03T08:00',
      by: 'Cơ quan Công an',
      forms: 'V-42',
      article: 'Nghị định, Điều 106–107',
    },
  ],
  [
    'the centre named: 24 h once more',
    life(
      ...decided,
      ['carried-out', '2027-03-02T08:00', { step: 'sent-to-province' }],
      ['carried-out', '2027-03-02T20:00', { step: 'centre-named' }],
    ),
    'carry-out',
    {
      deadline: 'carry-out',
      due: '2027-03-03T20:00',
      by: 'Cơ quan Công an',
      forms: 'V-42',
      article: 'Nghị định, Điều 106–107',
    },
  ],
  [
    'centre → certifies within the last 24 h',
    life(...decided, [...admitted]),
    'certify-rehabilitation',
    {
      deadline: 'certify-rehabilitation',
      due: '2030-03-03T23:59',
      by: 'Tại nhà: Trưởng Công an cấp xã; tại cơ sở: người đứng đầu',
      forms: 'V-50',
      article: 'Nghị định, Điều 93.4, 94.3, 97.2, 123.2',
    },
  ],
  [
    'centre tells 30 days before',
    life(...decided, [...admitted]),
    'centre-tells',
    {
      deadline: 'centre-tells',
      due: '2030-02-01T23:59',
      by: 'Cơ sở cai nghiện',
      forms: 'V-51',
      article: 'Nghị định, Điều 93.2, 94.2, 97.1, 123.1',
    },
  ],
  [
    'release notice → proposed in 2 working days',
    life([...addicted], [...registered], [...atHome], ['release-notice', '2028-09-01T08:00']),
    'propose',
    {
      deadline: 'propose-after',
      due: '2028-09-05T23:59',
      by: 'Công an cấp xã',
      forms: 'V-52, V-53',
      article: 'Nghị định, Điều 134',
    },
  ],
  [
    'proposed → the chair decides',
    life(
      [...addicted],
      [...registered],
      [...atHome],
      ['release-notice', '2028-09-01T08:00'],
      ['after-proposed', '2028-09-04T08:00'],
    ),
    'decide-after',
    {
      deadline: '',
      due: '',
      by: 'Chủ tịch UBND cấp xã',
      forms: 'V-53',
      article: 'Luật, Điều 42.6; Nghị định, Điều 134.1',
    },
  ],
]

test.each(rows)('%s', (_, events, id, expected) => expectDuty(events, id, expected))

describe('suspended (Luật 39.3)', () => {
  const served = life(...decided, [...admitted])
  const changed = (at: string, change: 'suspended' | 'goes-on', by: Decider) =>
    event('execution-changed', at, {
      change,
      reason: change === 'suspended' ? 'gravely-ill' : 'other',
      paper: { number: `${change}/${by}`, on: at.slice(0, 10), by },
    })
  test('of somebody admitted, by the court or the director (Luật 39.4), and carried on after it', () => {
    for (const by of ['regional-court', 'provincial-police'] as const) {
      const suspended = changed('2027-06-01T09:00', 'suspended', by)
      expect(judgeEvent(adult, served, suspended, now)).toEqual({ ok: true, warnings: [] })
      const { status, next } = readLife(adult, [...served, suspended], '2027-06-02T08:00')
      expect(status).toMatchObject({ kind: 'compulsory', suspendedBy: suspended.id })
      expect(next.map(({ id }) => id)).not.toContain('carry-out')
      const on = changed('2027-09-01T09:00', 'goes-on', by)
      expect(judgeEvent(adult, [...served, suspended, on], on, now)).toMatchObject({ ok: true })
      const after = readLife(adult, [...served, suspended, on], '2027-09-02T08:00')
      expect(after.status?.kind).toBe('compulsory')
      expect(after.status?.suspendedBy).toBeUndefined()
      // Taken in already, nobody is taken there again.
      expect(after.next.map(({ id }) => id)).not.toContain('carry-out')
    }
  })
  test('by nobody else, and not twice over', () => {
    for (const by of ['police-head', 'chair', 'centre'] as const)
      expectRefused(served, changed('2027-06-01T09:00', 'suspended', by), 'not_their_decision', 'Luật, Điều 39.4')
    const on = changed('2027-06-01T09:00', 'goes-on', 'regional-court')
    expectRefused(served, on, 'not_suspended', 'Luật, Điều 39.1, 39.3')
  })
})
