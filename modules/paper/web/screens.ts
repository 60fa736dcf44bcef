// The places of paper in the staff application, opened from a commune's page of a drive.

import type { Screen } from '../../../platform/web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: 'paper/$driveId/areas/$areaId',
    title: { vi: 'Phiếu giấy', en: 'Paper' },
    under: 'commitments',
    load: () => import('./paper.tsx'),
  },
  {
    path: 'paper/$driveId/areas/$areaId/confirm',
    title: { vi: 'Xác nhận chữ ký trên giấy', en: 'Confirm signatures on paper' },
    under: 'commitments',
    load: () => import('./confirm.tsx'),
  },
  {
    path: 'paper/$driveId/areas/$areaId/readings/$readingId',
    title: { vi: 'Kết quả đọc phiếu', en: 'What was read' },
    under: 'commitments',
    load: () => import('./reading.tsx'),
  },
]
