// The permissions that exist, and the roles that a new installation starts with. Roles are data: an administrator changes them.

import type { Bilingual } from '../platform/contract/words.ts'

export const permissions = {
  'areas.read': { vi: 'Xem địa bàn', en: 'See areas' },
  'areas.manage': { vi: 'Sửa địa bàn, đơn vị và số liệu nền', en: 'Change areas, bodies and denominators' },
  'programme.read': { vi: 'Xem chương trình, kế hoạch, chỉ tiêu', en: 'See programme, plans and targets' },
  'programme.manage': { vi: 'Lập và sửa kế hoạch, chỉ tiêu', en: 'Make and amend plans and targets' },
  'documents.read': { vi: 'Xem văn bản', en: 'See documents' },
  'documents.manage': { vi: 'Vào sổ văn bản', en: 'Register documents' },
  'tasks.read': { vi: 'Xem nhiệm vụ', en: 'See tasks' },
  'tasks.assign': { vi: 'Giao và sửa nhiệm vụ', en: 'Assign and change tasks' },
  'tasks.report': { vi: 'Báo cáo nhiệm vụ, xin gia hạn', en: 'Report on tasks, ask for more time' },
  'tasks.accept': { vi: 'Duyệt kết quả nhiệm vụ', en: 'Accept the results of tasks' },
  'tasks.extend': { vi: 'Duyệt gia hạn', en: 'Decide on more time' },
  'obstacles.read': { vi: 'Xem khó khăn, vướng mắc', en: 'See obstacles' },
  'obstacles.raise': { vi: 'Nêu khó khăn, vướng mắc', en: 'Raise obstacles' },
  'obstacles.answer': { vi: 'Trả lời, tháo gỡ vướng mắc', en: 'Answer and remove obstacles' },
  'meetings.read': { vi: 'Xem cuộc họp', en: 'See meetings' },
  'meetings.manage': { vi: 'Tổ chức họp, ghi kết luận', en: 'Hold meetings, record conclusions' },
  'recognition.read': { vi: 'Xem quyết định công nhận', en: 'See recognition decisions' },
  'recognition.decide': { vi: 'Vào sổ quyết định công nhận', en: 'Register recognition decisions' },
  'portal.write': { vi: 'Viết tin', en: 'Write news' },
  'portal.publish': { vi: 'Duyệt đăng, đính chính tin', en: 'Publish and correct news' },
  'access.read': { vi: 'Xem người và quyền', en: 'See people and rights' },
  'access.manage': { vi: 'Quản lý người, chức danh, quyền', en: 'Manage people, posts, rights' },
  'audit.read': { vi: 'Xem nhật ký truy vết', en: 'See the audit' },
  'settings.manage': { vi: 'Cài đặt hệ thống', en: 'Change settings' },
} satisfies Record<`${string}.${string}`, Bilingual>
export type KnownPermission = keyof typeof permissions

const reading: KnownPermission[] = [
  'areas.read',
  'programme.read',
  'documents.read',
  'tasks.read',
  'obstacles.read',
  'meetings.read',
  'recognition.read',
]
const leading: KnownPermission[] = [
  ...reading,
  'areas.manage',
  'programme.manage',
  'documents.manage',
  'tasks.assign',
  'tasks.report',
  'tasks.accept',
  'tasks.extend',
  'obstacles.raise',
  'obstacles.answer',
  'meetings.manage',
  'recognition.decide',
  'portal.write',
  'portal.publish',
  'access.read',
]

export const startingRoles: { id: string; name: Bilingual; purpose: Bilingual; permissions: KnownPermission[] }[] = [
  {
    id: 'province-lead',
    name: { vi: 'Lãnh đạo cấp tỉnh', en: 'Province lead' },
    purpose: { vi: 'Chỉ đạo chương trình trong tỉnh', en: 'Leads the programme in a province' },
    permissions: leading,
  },
  {
    id: 'district-lead',
    name: { vi: 'Lãnh đạo cấp huyện', en: 'District lead' },
    purpose: {
      vi: 'Chỉ đạo kế hoạch, giao việc, duyệt gia hạn',
      en: 'Runs the plan, assigns work, decides on more time',
    },
    permissions: leading,
  },
  {
    id: 'commune-officer',
    name: { vi: 'Công chức cấp xã', en: 'Commune officer' },
    purpose: { vi: 'Thực hiện và báo cáo việc của xã', en: 'Carries out and reports the work of a commune' },
    permissions: [...reading, 'tasks.report', 'obstacles.raise', 'documents.manage', 'portal.write'],
  },
  {
    id: 'hamlet-head',
    name: { vi: 'Trưởng thôn', en: 'Hamlet head' },
    purpose: { vi: 'Làm việc với từng hộ trong thôn', en: 'Works with the households of a hamlet' },
    permissions: ['areas.read', 'programme.read', 'tasks.read', 'tasks.report', 'obstacles.read', 'obstacles.raise'],
  },
  {
    id: 'agency-head',
    name: { vi: 'Thủ trưởng cơ quan, trường học', en: 'Agency or school head' },
    purpose: { vi: 'Đưa đơn vị đạt chuẩn', en: 'Brings the body up to the standard' },
    permissions: [
      'areas.read',
      'programme.read',
      'documents.read',
      'tasks.read',
      'tasks.report',
      'obstacles.read',
      'obstacles.raise',
    ],
  },
  {
    id: 'auditor',
    name: { vi: 'Kiểm tra, giám sát', en: 'Auditor' },
    purpose: { vi: 'Xem mọi việc và nhật ký, không sửa gì', en: 'Sees all work and the audit, changes nothing' },
    permissions: [...reading, 'access.read', 'audit.read'],
  },
  {
    id: 'administrator',
    name: { vi: 'Quản trị hệ thống', en: 'Administrator' },
    purpose: { vi: 'Quản lý người, quyền và cài đặt', en: 'Manages people, rights and settings' },
    permissions: [
      'areas.read',
      'programme.read',
      'areas.manage',
      'access.read',
      'access.manage',
      'audit.read',
      'settings.manage',
    ],
  },
]
