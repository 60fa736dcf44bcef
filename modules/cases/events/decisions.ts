// Decisions: from these alone a status follows. Electronic monitoring is a reference and its days, never where somebody is.

import * as z from 'zod/mini'
import { PlainDate } from '../../../platform/contract/schemas.ts'
import { determinationGroundIds, stopReasonIds } from '../../../rules/law/grounds.ts'
import { decides, decision, EventId, kind, MomentField, Note, on, Paper } from './kind.ts'

const months = z.optional(z.int().check(z.minimum(1), z.maximum(60)))
/** Under the law of 2021 the decision says how long; under that of 2025 the law does. */
const rehabilitation = { ...decision, months }

export const decisions = {
  managed: kind({ vi: 'Quyết định quản lý', en: 'Decision on management' }, 'decision', decision, decides('III-04')),
  'managed-again': kind(
    { vi: 'Quyết định quản lý mới', en: 'New decision on management' },
    'decision',
    decision,
    decides('III-04'),
  ),
  'management-taken-over': kind(
    { vi: 'Nơi chuyển đến quyết định quản lý tiếp', en: 'The new place goes on with management' },
    'decision',
    decision,
    decides('III-04'),
  ),
  'management-suspended': kind(
    { vi: 'Quyết định tạm đình chỉ quản lý', en: 'Decision to suspend management' },
    'decision',
    decision,
    decides('III-07'),
  ),
  'management-resumed': kind(
    { vi: 'Tiếp tục quản lý sau tạm đình chỉ', en: 'Management goes on after the suspension' },
    'decision',
    decision,
    decides(),
  ),
  'management-stopped': kind(
    { vi: 'Quyết định dừng quản lý', en: 'Decision to stop management' },
    'decision',
    { ...decision, reason: z.enum(stopReasonIds) },
    decides('III-08'),
  ),
  'management-ended': kind(
    { vi: 'Quyết định chấm dứt quản lý', en: 'Decision to end management' },
    'decision',
    decision,
    decides('III-09'),
  ),
  'decision-sent': kind({ vi: 'Gửi quyết định', en: 'Decision sent' }, 'decision', { of: EventId, note: Note }),
  'home-decided': kind(
    { vi: 'Quyết định cai nghiện tại gia đình, cộng đồng', en: 'Decision on rehabilitation at home' },
    'decision',
    rehabilitation,
    decides('V-22'),
  ),
  'private-decided': kind(
    { vi: 'Quyết định cai nghiện tại cơ sở tư nhân', en: 'Decision on rehabilitation in a private centre' },
    'decision',
    rehabilitation,
    decides('V-22'),
  ),
  'public-decided': kind(
    {
      vi: 'Quyết định cai nghiện tự nguyện tại cơ sở công lập',
      en: 'Decision on voluntary rehabilitation in a public centre',
    },
    'decision',
    rehabilitation,
    decides('V-22'),
  ),
  'reform-school-decided': kind(
    {
      vi: 'Quyết định cai nghiện tự nguyện tại trường giáo dưỡng',
      en: 'Decision on voluntary rehabilitation in a reform school',
    },
    'decision',
    rehabilitation,
    decides('V-22'),
  ),
  'substitution-decided': kind(
    { vi: 'Tiếp nhận điều trị bằng thuốc thay thế', en: 'Admitted to substitution treatment' },
    'decision',
    decision,
    decides(),
  ),
  'monitoring-asked': kind(
    { vi: 'Cha mẹ đề nghị giám sát điện tử', en: 'Parents ask for electronic monitoring' },
    'decision',
    { note: Note },
    on('I-01'),
  ),
  'monitoring-decided': kind(
    { vi: 'Quyết định giám sát điện tử', en: 'Decision on electronic monitoring' },
    'decision',
    { ...decision, until: z.optional(PlainDate) },
    decides('I-02'),
  ),
  'monitoring-fitted': kind(
    { vi: 'Thi hành giám sát điện tử', en: 'Electronic monitoring carried out' },
    'decision',
    { note: Note },
    on('I-03'),
  ),
  'monitoring-lifted': kind(
    { vi: 'Miễn giám sát điện tử phần còn lại', en: 'The rest of monitoring lifted' },
    'decision',
    decision,
    decides('I-13'),
  ),
  'monitoring-ended': kind(
    { vi: 'Chấm dứt giám sát điện tử', en: 'Electronic monitoring ended' },
    'decision',
    decision,
    decides('I-15'),
  ),
  'court-decided': kind(
    { vi: 'Tòa án quyết định', en: 'The court decides' },
    'decision',
    { ...rehabilitation, outcome: z.enum(['applied', 'refused']) },
    decides(),
  ),
  'execution-changed': kind(
    { vi: 'Hoãn, miễn, tạm đình chỉ chấp hành', en: 'Postponed, exempted, suspended' },
    'decision',
    {
      ...decision,
      change: z.enum(['postponed', 'exempted', 'suspended', 'goes-on']),
      reason: z.enum(['gravely-ill', 'family-hardship', 'incurable', 'no-longer-addicted', 'pregnant', 'other']),
    },
    decides('V-44, V-45, V-46'),
  ),
  'after-proposed': kind(
    { vi: 'Đề nghị quản lý sau cai', en: 'Post-rehabilitation proposed' },
    'decision',
    { note: Note },
    on('V-52'),
  ),
  'after-decided': kind(
    { vi: 'Quyết định quản lý sau cai', en: 'Decision on post-rehabilitation' },
    'decision',
    decision,
    decides('V-53'),
  ),
  'after-certified': kind(
    { vi: 'Xác nhận chấp hành xong quản lý sau cai', en: 'Post-rehabilitation certified as served' },
    'decision',
    decision,
    decides('V-56'),
  ),
  'off-list': kind(
    { vi: 'Đưa ra khỏi danh sách', en: 'Taken off the list' },
    'decision',
    {
      ...decision,
      reason: z.enum(['served', 'prison', 'institution', 'addicted', 'moved', 'died', 'missing', 'completed']),
    },
    decides('V-57'),
  ),
}

export const determinations = {
  'determination-asked': kind(
    { vi: 'Đề nghị xác định tình trạng nghiện', en: 'Determination asked for' },
    'determination',
    { ground: z.optional(z.enum(determinationGroundIds)), note: Note },
  ),
  'determination-result': kind(
    { vi: 'Kết quả xác định tình trạng nghiện', en: 'Result of the determination' },
    'determination',
    {
      paper: z.optional(Paper),
      result: z.enum(['addicted', 'not-addicted']),
      ground: z.optional(z.enum(determinationGroundIds)),
      /** When the person, or the parents of a minor, were told; the time to register runs from then. */
      toldAt: z.optional(MomentField),
      note: Note,
    },
    decides('Bộ Y tế'),
  ),
  'determination-told': kind(
    { vi: 'Trả kết quả xác định tình trạng nghiện', en: 'Result of the determination given' },
    'determination',
    { to: z.enum(['person', 'parents', 'both']), note: Note },
  ),
}
