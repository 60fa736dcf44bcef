// The places of the hand-over in the staff application.

import type { Screen } from '../../../platform/web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: 'hand-overs',
    title: { vi: 'Chuyển hồ sơ', en: 'Hand-overs' },
    load: () => import('./list.tsx'),
    nav: { icon: 'swap', label: { vi: 'Chuyển hồ sơ', en: 'Hand-overs' }, order: 72.5, permission: 'cases.police' },
  },
  {
    path: 'hand-overs-late',
    title: { vi: 'Chuyển hồ sơ trễ hạn', en: 'Late hand-overs' },
    load: () => import('./late.tsx'),
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
    permission: 'cases.police',
  },
]
