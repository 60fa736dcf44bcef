// The places of rosters in the staff application; one comes here from a commune's page of a drive.

import type { Screen } from '../../../platform/web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: 'rosters/$areaId',
    title: { vi: 'Danh sách người ký', en: 'Rosters' },
    under: 'commitments',
    load: () => import('./commune.tsx'),
  },
  {
    path: 'rosters/$areaId/groups/$groupId',
    title: { vi: 'Một nhóm người ký', en: 'A group of a roster' },
    under: 'commitments',
    load: () => import('./group.tsx'),
  },
  {
    path: 'rosters/$areaId/entries',
    title: { vi: 'Từng tên trong danh sách', en: 'Every name on the rosters' },
    under: 'commitments',
    load: () => import('./entries.tsx'),
  },
  {
    path: 'rosters/$areaId/new',
    title: { vi: 'Dán danh sách', en: 'Paste a list' },
    under: 'commitments',
    load: () => import('./add.tsx'),
  },
  {
    path: 'rosters/$areaId/import',
    title: { vi: 'Nhập danh sách từ tệp', en: 'Bring in a roster from a file' },
    under: 'commitments',
    load: () => import('./import/start.tsx'),
  },
  {
    path: 'rosters/$areaId/import/$importId',
    title: { vi: 'Một lần nhập danh sách', en: 'One import of a roster' },
    under: 'commitments',
    load: () => import('./import/one.tsx'),
  },
  {
    path: 'rosters/$areaId/duplicates',
    title: { vi: 'Tên có thể trùng', en: 'Likely duplicates' },
    under: 'commitments',
    load: () => import('./duplicates/page.tsx'),
  },
]
