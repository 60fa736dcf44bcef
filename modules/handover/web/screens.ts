// The places of the hand-over in the staff application.

import type { Screen } from '../../../platform/web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: 'hand-overs',
    title: { vi: 'Chuyển hồ sơ', en: 'Hand-overs' },
    load: () => import('./list.tsx'),
    ofToday: true,
    nav: { icon: 'swap', label: { vi: 'Chuyển hồ sơ', en: 'Hand-overs' }, order: 72.5, permission: 'cases.police' },
  },
  {
    path: 'hand-overs-late',
    title: { vi: 'Chuyển hồ sơ trễ hạn', en: 'Late hand-overs' },
    load: () => import('./late.tsx'),
    ofToday: true,
    nav: {
      icon: 'late',
      label: { vi: 'Chuyển hồ sơ trễ', en: 'Late hand-overs' },
      order: 72.6,
      permission: 'handover.oversee',
    },
  },
  {
    path: 'hand-overs/$communeId/$sendingId',
    title: { vi: 'Một lần chuyển hồ sơ', en: 'A hand-over' },
    load: () => import('./one/page.tsx'),
    ofToday: true,
    permission: 'cases.police',
  },
  {
    path: 'hand-overs/far/$communeId/$sendingId',
    title: { vi: 'Một lần chuyển giữa hai hệ thống', en: 'A hand-over between two systems' },
    load: () => import('./far/page.tsx'),
    ofToday: true,
    permission: 'cases.police',
  },
  {
    path: 'sister-systems',
    title: { vi: 'Hệ thống bạn', en: 'Sister systems' },
    load: () => import('./systems/page.tsx'),
    ofToday: true,
    nav: {
      icon: 'swap',
      label: { vi: 'Hệ thống bạn', en: 'Sister systems' },
      order: 93,
      section: 'admin',
      permission: 'settings.manage',
    },
  },
]
