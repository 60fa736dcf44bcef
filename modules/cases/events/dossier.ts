// The compulsory dossier on its way: opened, papers with folios, notice, reading, court, carrying out.

import * as z from 'zod/mini'
import { dossierGroundIds } from '../../../rules/law/grounds.ts'
import { decides, decision, EventId, kind, Note, on } from './kind.ts'
import { paperKindIds } from './papers.ts'

const folio = z.int().check(z.minimum(1), z.maximum(9999))

export const dossiers = {
  'dossier-opened': kind(
    { vi: 'Lập hồ sơ đề nghị cai nghiện bắt buộc', en: 'Compulsory dossier opened' },
    'dossier',
    {
      ...decision,
      /** Adults: an administrative measure (Art. 35). Minors from 12: Art. 36, no administrative measure. */
      path: z.enum(['adult', 'minor']),
      ground: z.enum(dossierGroundIds),
    },
    decides('V-33…V-36'),
  ),
  'paper-filed': kind({ vi: 'Đưa tài liệu vào hồ sơ', en: 'Paper filed' }, 'dossier', {
    paper: z.enum(paperKindIds),
    folio,
    lastFolio: z.optional(folio),
    note: Note,
  }),
  'dossier-notice': kind(
    { vi: 'Trao thông báo kèm bản sao hồ sơ', en: 'Notice and copy of the dossier given' },
    'dossier',
    { copy: z.boolean(), to: z.enum(['person', 'parents', 'both']), note: Note },
    on('V-37'),
  ),
  'dossier-read': kind({ vi: 'Đã đọc hồ sơ', en: 'Dossier read' }, 'dossier', {
    by: z.enum(['person', 'representative', 'both']),
    note: Note,
  }),
  'dossier-sent': kind({ vi: 'Chuyển hồ sơ đến Tòa án', en: 'Dossier sent to the court' }, 'dossier', { note: Note }),
  'court-asked': kind({ vi: 'Tòa án yêu cầu làm rõ', en: 'The court asks' }, 'dossier', { note: Note }),
  'court-answered': kind({ vi: 'Trả lời Tòa án', en: 'The court is answered' }, 'dossier', {
    of: z.optional(EventId),
    note: Note,
  }),
  'dossier-closed': kind({ vi: 'Thôi lập hồ sơ', en: 'Dossier closed without a decision' }, 'dossier', {
    reason: z.enum(['ground-gone', 'limitation', 'protected', 'other']),
    note: Note,
  }),
  'carried-out': kind({ vi: 'Thi hành quyết định', en: 'A step of carrying out' }, 'dossier', {
    step: z.enum(['sent-to-province', 'centre-named', 'delivered']),
    note: Note,
  }),
}
