// The rows of the compulsory dossier, the court, carrying out, and what leads to post-rehabilitation. Each names its article.

import { test } from 'vitest'
import { type DutyRow, expectDuty, life } from '../../../../tests/support/lives.ts'

const addicted = ['determination-result', '2026-10-01T08:00', { result: 'addicted' }] as const
const registered = ['registered', '2026-10-01T15:00', { form: 'home' }] as const
const atHome = ['home-decided', '2026-10-02T09:00'] as const
const began = ['treatment-begun', '2026-10-05T08:00'] as const
const quit = ['treatment-quit', '2027-02-01T10:00'] as const
const opened = ['dossier-opened', '2027-02-02T10:00', { path: 'adult', ground: 'quit' }] as const
const given = ['dossier-notice', '2027-02-02T14:00', { copy: true, to: 'person' }] as const
const sent = ['dossier-sent', '2027-02-15T09:00'] as const
const court = ['court-decided', '2027-03-01T09:00', { outcome: 'applied' }] as const
const admitted = ['carried-out', '2027-03-03T09:00', { step: 'delivered' }] as const

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
