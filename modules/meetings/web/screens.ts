// The screens of meetings.

import type { Screen } from '../../../platform/web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: 'meetings',
    title: { vi: 'Họp', en: 'Meetings' },
    load: () => import('./list.tsx'),
    nav: { icon: 'calendar', label: { vi: 'Họp', en: 'Meetings' }, order: 70, permission: 'meetings.read' },
  },
  {
    path: 'meetings/new',
    title: { vi: 'Mời họp', en: 'Call a meeting' },
    load: () => import('./call.tsx'),
    permission: 'meetings.manage',
  },
  {
    path: 'meetings/$meetingId',
    title: { vi: 'Cuộc họp', en: 'Meeting' },
    load: () => import('./meeting.tsx'),
    permission: 'meetings.read',
  },
  {
    path: 'meetings/$meetingId/edit',
    title: { vi: 'Sửa cuộc họp', en: 'Change a meeting' },
    load: () => import('./change.tsx'),
    permission: 'meetings.manage',
  },
  {
    path: 'meetings/$meetingId/record',
    title: { vi: 'Ghi biên bản', en: 'Record the minutes' },
    load: () => import('./record.tsx'),
    permission: 'meetings.manage',
  },
  {
    path: 'meetings/$meetingId/minutes',
    title: { vi: 'Biên bản', en: 'Minutes' },
    load: () => import('./minutes.tsx'),
    permission: 'meetings.read',
    bare: true,
  },
  {
    path: 'meetings/$meetingId/amend/$conclusionId',
    title: { vi: 'Sửa đổi kế hoạch theo kết luận', en: 'Amend the plan as concluded' },
    load: () => import('./amend.tsx'),
    permission: 'programme.manage',
  },
]
