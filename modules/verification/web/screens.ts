// The places of verification in the staff application; the way in is the page of a drive.

import type { Screen } from '../../../platform/web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: 'verification/$driveId/new',
    title: { vi: 'Lập lô phúc tra', en: 'Make a lot' },
    under: 'commitments',
    load: () => import('./new-lot.tsx'),
  },
  {
    path: 'verification/lots/$lotId',
    title: { vi: 'Một lô phúc tra', en: 'A lot' },
    under: 'commitments',
    load: () => import('./lot.tsx'),
  },
  {
    path: 'verification/visits/$lotId',
    title: { vi: 'Đi phúc tra', en: 'Visits' },
    under: 'commitments',
    load: () => import('./visits.tsx'),
  },
  {
    path: 'verification/questions/$questionId',
    title: { vi: 'Câu hỏi về cách lấy chữ ký', en: 'A question how signatures were taken' },
    under: 'commitments',
    load: () => import('./question.tsx'),
  },
  {
    path: 'verification/risks',
    title: { vi: 'Mức rủi ro của phúc tra', en: 'Risks of verification' },
    under: 'settings',
    load: () => import('./risks.tsx'),
  },
]
