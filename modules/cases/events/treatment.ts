// Rehabilitation and substitution treatment: registered, begun, broken off, completed; and what is promised by statute.

import * as z from 'zod/mini'
import { PlainDate, Text } from '../../../platform/contract/schemas.ts'
import { decision, kind, Note, on, Paper } from './kind.ts'

export const treatmentForms = ['home', 'private', 'public', 'reform-school', 'substitution'] as const

export const treatments = {
  registered: kind(
    { vi: 'Đăng ký cai nghiện, điều trị', en: 'Registered' },
    'treatment',
    {
      form: z.enum(treatmentForms),
      /** The opinion of the parents of a minor is in the application. */
      parentsAgree: z.optional(z.boolean()),
      note: Note,
    },
    on('V-20, V-21'),
  ),
  'treatment-begun': kind(
    { vi: 'Bắt đầu cai nghiện, điều trị', en: 'Rehabilitation or treatment begun' },
    'treatment',
    { place: z.optional(Text(200)), note: Note },
    on('V-24, V-31, V-42'),
  ),
  'three-stages-done': kind(
    { vi: 'Xong ba giai đoạn tại cơ sở tư nhân', en: 'Three stages done in the private centre' },
    'treatment',
    { note: Note },
    on('V-30'),
  ),
  'person-reported': kind({ vi: 'Người đó trình diện', en: 'The person reported' }, 'treatment', { note: Note }),
  'treatment-quit': kind({ vi: 'Tự ý chấm dứt cai nghiện, điều trị', en: 'Gave it up' }, 'treatment', { note: Note }),
  'treatment-ended': kind({ vi: 'Cơ sở chấm dứt điều trị', en: 'Treatment ended by the facility' }, 'treatment', {
    why: z.enum(['breach', 'health', 'other']),
    note: Note,
  }),
  'breach-recorded': kind({ vi: 'Lập biên bản vi phạm', en: 'A breach recorded' }, 'treatment', {
    of: z.enum(['monitoring', 'commune-education', 'other']),
    note: Note,
  }),
  'release-notice': kind(
    { vi: 'Thông báo trước khi hoàn thành', en: 'Notice before the completion' },
    'treatment',
    { completesOn: z.optional(PlainDate), note: Note },
    on('V-51'),
  ),
  'treatment-completed': kind(
    { vi: 'Hoàn thành cai nghiện, điều trị', en: 'Rehabilitation or treatment completed' },
    'treatment',
    { certificate: z.optional(Paper), note: Note },
    on('V-28, V-30, V-50'),
  ),
  'commitment-signed': kind(
    { vi: 'Ký cam kết theo luật', en: 'Statutory commitment signed' },
    'treatment',
    {
      /** B1 managed user, B2 rehabilitation at home, B3 monitored person, B4 post-rehabilitation. */
      which: z.enum(['B1', 'B2', 'B3', 'B4']),
      parentsConfirm: z.optional(z.boolean()),
      note: Note,
    },
    on('V-25, I-04'),
  ),
}

export const custody = {
  'custody-decided': kind(
    { vi: 'Giao cơ sở quản lý trong thời gian lập hồ sơ', en: 'In a centre’s care while the dossier is made' },
    'dossier',
    { ...decision, place: z.optional(Text(200)) },
    { decides: false, forms: 'V-32' },
  ),
  'custody-ended': kind({ vi: 'Thôi quản lý tại cơ sở', en: 'The centre’s care ends' }, 'dossier', { note: Note }),
}
