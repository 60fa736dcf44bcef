// The places of the law in the staff application.

import type { Screen } from '../../../platform/web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: 'law',
    title: { vi: 'Thời hạn theo luật', en: 'Time limits of the law' },
    load: () => import('./law.tsx'),
    nav: { icon: 'clock', label: { vi: 'Thời hạn luật', en: 'Legal time limits' }, order: 73 },
  },
]
