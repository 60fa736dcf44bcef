// The settings' place in the staff application.

import type { Screen } from '../../../platform/web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: 'settings',
    title: { vi: 'Cài đặt', en: 'Settings' },
    load: () => import('./settings.tsx'),
    ofToday: true,
    nav: {
      icon: 'sliders',
      label: { vi: 'Cài đặt', en: 'Settings' },
      order: 90,
      section: 'admin',
      permission: 'settings.manage',
    },
  },
]
