// The home screen's place in the staff application.

import type { Screen } from '../../../platform/web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '',
    title: { vi: 'Trang chủ', en: 'Home' },
    load: () => import('./home.tsx'),
    nav: { icon: 'home', label: { vi: 'Trang chủ', en: 'Home' }, order: 10 },
  },
]
