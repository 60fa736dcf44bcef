// The places of tasks and instructions in the staff application.

import type { Screen } from '../../../platform/web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: 'tasks',
    title: { vi: 'Nhiệm vụ', en: 'Tasks' },
    load: () => import('./list.tsx'),
    nav: { icon: 'tasks', label: { vi: 'Nhiệm vụ', en: 'Tasks' }, order: 40, permission: 'tasks.read' },
  },
]
