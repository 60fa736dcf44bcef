// The places of obstacles and good practice in the staff application.

import type { Screen } from '../../../platform/web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: 'obstacles',
    title: { vi: 'Khó khăn, vướng mắc', en: 'Obstacles' },
    load: () => import('./list.tsx'),
    nav: { icon: 'talk', label: { vi: 'Vướng mắc', en: 'Obstacles' }, order: 45, permission: 'obstacles.read' },
  },
  {
    path: 'obstacles/new',
    title: { vi: 'Nêu vướng mắc', en: 'Raise an obstacle' },
    load: () => import('./raise.tsx'),
    permission: 'obstacles.raise',
  },
  {
    path: 'obstacles/practices',
    title: { vi: 'Cách làm hay', en: 'Good practice' },
    load: () => import('./practices.tsx'),
    permission: 'obstacles.read',
  },
  {
    path: 'obstacles/$obstacleId',
    title: { vi: 'Một vướng mắc', en: 'An obstacle' },
    load: () => import('./obstacle.tsx'),
    permission: 'obstacles.read',
  },
]
