// What happens meanwhile and at the end: residence, time that does not count, support, moves, ends, corrections.

import * as z from 'zod/mini'
import { Text } from '../../../platform/contract/schemas.ts'
import { ColleagueId, EventId, interruption, kind, MomentField, Note, on, RoleName } from './kind.ts'

/** Who of the users of the product it is, where it is one of them: then the file opens for them as for a helper. */
const account = z.optional(ColleagueId)

export const course = {
  'residence-checked': kind({ vi: 'Kiểm tra cư trú', en: 'Residence checked' }, 'residence', {
    present: z.boolean(),
    by: z.optional(Text(120)),
    note: Note,
  }),
  detained: kind({ vi: 'Bị tạm giữ, tạm giam', en: 'In custody' }, 'interruption', interruption),
  absent: kind({ vi: 'Vắng mặt không trình báo', en: 'Absent without report' }, 'interruption', interruption),
  fled: kind({ vi: 'Bỏ trốn', en: 'On the run' }, 'interruption', interruption),
  'force-majeure': kind({ vi: 'Bất khả kháng', en: 'Force majeure' }, 'interruption', interruption),
  'interruption-over': kind({ vi: 'Hết thời gian không tính', en: 'Time left out is over' }, 'interruption', {
    of: EventId,
    note: Note,
  }),
  'team-named': kind(
    { vi: 'Lập tổ quản lý', en: 'Team named' },
    'support',
    { members: z.array(z.object({ role: RoleName, name: Text(120), person: account })), note: Note },
    on('III-04, V-55'),
  ),
  'helper-named': kind(
    { vi: 'Phân công người giúp đỡ', en: 'Helper named' },
    'support',
    { role: RoleName, name: Text(120), person: account, note: Note },
    on('V-59, V-60'),
  ),
  'helper-released': kind({ vi: 'Thôi tham gia tổ, thôi giúp đỡ', en: 'Helper released' }, 'support', {
    name: z.optional(Text(120)),
    person: account,
    note: Note,
  }),
  'officer-named': kind({ vi: 'Phân công cán bộ phụ trách', en: 'Officer in charge named' }, 'support', {
    person: ColleagueId,
    note: Note,
  }),
  visited: kind({ vi: 'Thăm, gặp gỡ', en: 'Visit' }, 'support', { by: z.optional(Text(120)), note: Note }),
  supported: kind({ vi: 'Hỗ trợ', en: 'Support given' }, 'support', {
    what: z.enum(['counselling', 'schooling', 'training', 'job', 'loan', 'money', 'health', 'other']),
    note: Note,
  }),
  moved: kind({ vi: 'Chuyển nơi ở', en: 'Moved' }, 'move', {
    /** Residence: who is responsible changes. Stay: it does not. */
    what: z.enum(['residence', 'stay']),
    to: Text(200),
    note: Note,
  }),
  'file-handed-over': kind(
    { vi: 'Chuyển hồ sơ cho nơi đến', en: 'File handed over' },
    'move',
    { to: z.optional(Text(200)), note: Note },
    on('III-06, V-26, V-54'),
  ),
  'criminal-case': kind({ vi: 'Xử lý hình sự', en: 'Handled as a crime' }, 'end', { note: Note }),
  imprisoned: kind({ vi: 'Chấp hành án phạt tù', en: 'Serves a prison sentence' }, 'end', interruption),
  'sent-to-institution': kind(
    { vi: 'Vào cơ sở giáo dục bắt buộc, trường giáo dưỡng', en: 'Sent to an institution or reform school' },
    'end',
    interruption,
  ),
  died: kind({ vi: 'Đã chết', en: 'Died' }, 'end', { note: Note }),
  'declared-missing': kind({ vi: 'Tòa án tuyên bố mất tích', en: 'Declared missing by a court' }, 'end', {
    note: Note,
  }),
  withdrawn: kind({ vi: 'Rút lại một sự kiện', en: 'An event withdrawn' }, 'correction', {
    of: EventId,
    why: Text(500),
  }),
  corrected: kind({ vi: 'Đính chính một sự kiện', en: 'An event corrected' }, 'correction', {
    of: EventId,
    why: Text(500),
    /** Left out: it stays as it was. */
    at: z.optional(MomentField),
    details: z.optional(z.record(z.string(), z.unknown())),
  }),
}
