// The places of tasks and instructions in the staff application.

import type { Screen } from '../../../platform/web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: 'tasks',
    title: { vi: 'Nhiệm vụ', en: 'Tasks' },
    load: () => import('./list.tsx'),
    nav: { icon: 'tasks', label: { vi: 'Nhiệm vụ', en: 'Tasks' }, order: 40, permission: 'tasks.read' },
  },
  {
    path: 'tasks/new',
    title: { vi: 'Giao việc', en: 'Assign a task' },
    load: () => import('./assign.tsx'),
    permission: 'tasks.assign',
  },
  {
    path: 'tasks/$taskId',
    title: { vi: 'Một việc', en: 'A task' },
    load: () => import('./task.tsx'),
    permission: 'tasks.read',
  },
  {
    path: 'tasks/$taskId/edit',
    title: { vi: 'Sửa việc', en: 'Edit a task' },
    load: () => import('./edit.tsx'),
    permission: 'tasks.assign',
  },
  {
    path: 'tasks/hand-over/$postId',
    title: { vi: 'Việc nhận bàn giao', en: 'Tasks handed over' },
    load: () => import('./hand-over.tsx'),
    permission: 'tasks.read',
  },
  {
    path: 'instructions',
    title: { vi: 'Chỉ đạo giao cho nhiều đơn vị', en: 'Instructions to several units' },
    load: () => import('./instructions.tsx'),
    under: 'tasks',
    permission: 'tasks.read',
  },
  {
    path: 'instructions/$instructionId',
    title: { vi: 'Một chỉ đạo', en: 'An instruction' },
    load: () => import('./instruction.tsx'),
    under: 'tasks',
    permission: 'tasks.read',
  },
]
