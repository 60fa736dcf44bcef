// The places of commitments in the staff application.

import type { Screen } from '../../../platform/web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: 'commitments',
    title: { vi: 'Ký cam kết', en: 'Commitments' },
    load: () => import('./drives.tsx'),
    nav: { icon: 'pen', label: { vi: 'Ký cam kết', en: 'Commitments' }, order: 50, permission: 'commitments.read' },
  },
  {
    path: 'commitments/own-body',
    title: { vi: 'Ký cam kết của đơn vị tôi', en: 'Commitments of my body' },
    load: () => import('./own-body.tsx'),
    nav: {
      icon: 'pen',
      label: { vi: 'Ký ở đơn vị tôi', en: 'My body signs' },
      order: 51,
      permission: 'commitments.own-body',
    },
  },
  {
    path: 'commitments/new',
    title: { vi: 'Soạn đợt ký', en: 'Draft a drive' },
    load: () => import('./drive-form.tsx'),
    permission: 'commitments.manage',
  },
  {
    path: 'commitments/$driveId/edit',
    title: { vi: 'Sửa đợt ký', en: 'Change a drive' },
    load: () => import('./drive-form.tsx'),
    permission: 'commitments.manage',
  },
  {
    path: 'commitments/$driveId/areas/$areaId/held',
    title: { vi: 'Bản ký chờ quyết định', en: 'Signatures to be decided on' },
    load: () => import('./held.tsx'),
  },
  {
    path: 'commitments/$driveId/areas/$areaId/meeting',
    title: { vi: 'Ký tại cuộc họp', en: 'Sign at a meeting' },
    load: () => import('./at-meeting.tsx'),
    permission: 'commitments.sign',
  },
  {
    path: 'commitments/$driveId/communes/$communeId/promises/$promiseId',
    title: { vi: 'Một bản cam kết', en: 'A promise' },
    load: () => import('./promise.tsx'),
  },
  {
    path: 'commitments/$driveId',
    title: { vi: 'Một đợt ký', en: 'A drive' },
    load: () => import('./drive.tsx'),
  },
  {
    path: 'commitments/$driveId/areas/$areaId',
    title: { vi: 'Ai đã ký, ai chưa', en: 'Who has signed, who has not' },
    load: () => import('./entries.tsx'),
  },
]
