// The screens of the areas module.

import type { Screen } from '../../../platform/web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: 'areas',
    title: { vi: 'Địa bàn', en: 'Areas' },
    load: () => import('./areas.tsx'),
    nav: { icon: 'map', label: { vi: 'Địa bàn', en: 'Areas' }, order: 20, permission: 'areas.read' },
  },
  {
    path: 'areas/import',
    title: { vi: 'Nhập địa bàn', en: 'Import areas' },
    load: () => import('./import.tsx'),
    permission: 'areas.manage',
  },
  {
    path: 'areas/$areaId',
    title: { vi: 'Đơn vị', en: 'Unit' },
    load: () => import('./unit.tsx'),
    permission: 'areas.read',
  },
]
