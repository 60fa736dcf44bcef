// The screens of programmes, plans and targets.

import type { Screen } from '../../../platform/web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: 'programme',
    title: { vi: 'Chương trình', en: 'Programme' },
    load: () => import('./programme.tsx'),
    nav: {
      icon: 'flag',
      label: { vi: 'Chương trình', en: 'Programme' },
      order: 30,
      permission: 'programme.read',
    },
  },
  {
    path: 'programme/new',
    title: { vi: 'Lập chương trình', en: 'Set up a programme' },
    load: () => import('./create.tsx'),
    permission: 'programme.manage',
  },
  {
    path: 'programme/plan/new',
    title: { vi: 'Lập kế hoạch năm', en: 'Make the plan of a year' },
    load: () => import('./make-plan.tsx'),
    permission: 'programme.manage',
  },
  {
    path: 'programme/targets/$lineId',
    title: { vi: 'Chỉ tiêu', en: 'Target' },
    load: () => import('./target.tsx'),
    permission: 'programme.read',
  },
  {
    path: 'programme/plans/$planId/amend',
    title: { vi: 'Sửa đổi kế hoạch', en: 'Amend the plan' },
    load: () => import('./amend.tsx'),
    permission: 'programme.manage',
  },
]
