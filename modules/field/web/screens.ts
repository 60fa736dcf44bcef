// The places of field work in the staff application: its devices, what was kept of them, and taking in what was carried.

import type { Screen } from '../../../platform/web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: 'field',
    title: { vi: 'Máy đi cơ sở', en: 'Field devices' },
    load: () => import('./office/devices.tsx'),
    nav: {
      icon: 'device',
      label: { vi: 'Máy đi cơ sở', en: 'Field devices' },
      order: 53,
      permission: 'devices.manage',
    },
  },
  {
    path: 'field/kept',
    title: { vi: 'Phiếu từ máy chờ quyết định', en: 'Signatures from devices to be decided on' },
    load: () => import('./office/kept.tsx'),
  },
  {
    path: 'field/conflicts',
    title: { vi: 'Thông tin hai nơi ghi khác', en: 'Facts said in two ways' },
    load: () => import('./office/conflicts.tsx'),
  },
  {
    path: 'field/take',
    title: { vi: 'Nhận phiếu mang tới', en: 'Take what was carried here' },
    load: () => import('./office/take.tsx'),
  },
]
