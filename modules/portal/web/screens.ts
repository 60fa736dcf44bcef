// The portal's place in the staff application.

import type { Screen } from '../../../platform/web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: 'portal',
    title: { vi: 'Cổng công khai', en: 'Public portal' },
    load: () => import('./list.tsx'),
    nav: { icon: 'news', label: { vi: 'Cổng công khai', en: 'Public portal' }, order: 80, permission: 'portal.write' },
  },
  {
    path: 'portal/new',
    title: { vi: 'Viết tin', en: 'Write news' },
    load: () => import('./write.tsx'),
    permission: 'portal.write',
  },
  {
    path: 'portal/help',
    title: { vi: 'Nơi giúp đỡ', en: 'Help lines' },
    load: () => import('./help.tsx'),
    permission: 'portal.write',
  },
  {
    path: 'portal/$articleId',
    title: { vi: 'Tin', en: 'News item' },
    load: () => import('./article.tsx'),
    permission: 'portal.write',
  },
]
