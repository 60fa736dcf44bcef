// The audit's places in the staff application.

import type { Screen } from '../../../platform/web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: 'audit',
    title: { vi: 'Nhật ký truy vết', en: 'Audit' },
    load: () => import('./list.tsx'),
    ofToday: true,
    nav: {
      icon: 'history',
      label: { vi: 'Nhật ký', en: 'Audit' },
      order: 80,
      section: 'admin',
      permission: 'audit.read',
    },
  },
  {
    path: 'audit/$entryId',
    title: { vi: 'Mục nhật ký', en: 'Audit entry' },
    load: () => import('./entry.tsx'),
    ofToday: true,
    permission: 'audit.read',
  },
]
