// The register's place in the staff application.

import type { Screen } from '../../../platform/web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: 'recognition',
    title: { vi: 'Công nhận', en: 'Recognition' },
    load: () => import('./register.tsx'),
    nav: { icon: 'kept', label: { vi: 'Công nhận', en: 'Recognition' }, order: 60, permission: 'recognition.read' },
  },
  {
    path: 'recognition/new',
    title: { vi: 'Vào sổ quyết định', en: 'Enter a decision' },
    load: () => import('./enter.tsx'),
    permission: 'recognition.decide',
  },
  {
    path: 'recognition/$decisionId',
    title: { vi: 'Quyết định công nhận', en: 'Recognition decision' },
    load: () => import('./decision.tsx'),
    permission: 'recognition.read',
  },
  {
    path: 'recognition/$decisionId/correct',
    title: { vi: 'Đính chính quyết định', en: 'Correct a decision' },
    load: () => import('./correct.tsx'),
    permission: 'recognition.decide',
  },
]
