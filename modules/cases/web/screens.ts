// The places of the law and of the files of persons in the staff application.

import type { Screen } from '../../../platform/web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: 'work',
    title: { vi: 'Việc theo hạn', en: 'Work by time limit' },
    load: () => import('./work/list.tsx'),
    nav: {
      icon: 'soon',
      label: { vi: 'Việc theo hạn', en: 'Work by time limit' },
      order: 71,
      permission: 'cases.police',
    },
  },
  {
    path: 'work/officers',
    title: { vi: 'Hồ sơ theo cán bộ', en: 'Files by officer' },
    load: () => import('./work/officers.tsx'),
    permission: 'cases.assign',
  },
  {
    path: 'files',
    title: { vi: 'Hồ sơ người', en: 'Files of persons' },
    load: () => import('./files/list.tsx'),
    nav: { icon: 'sealed', label: { vi: 'Hồ sơ người', en: 'Files of persons' }, order: 72, permission: 'cases.read' },
  },
  {
    path: 'files/new',
    title: { vi: 'Lập hồ sơ', en: 'Begin a file' },
    load: () => import('./files/begin.tsx'),
    permission: 'cases.record',
  },
  {
    path: 'files/registers',
    title: { vi: 'Sổ, danh sách', en: 'Registers' },
    load: () => import('./registers/page.tsx'),
    permission: 'cases.read',
  },
  {
    path: 'files/due',
    title: { vi: 'Lưu giữ đến hạn', en: 'Due in keeping' },
    load: () => import('./retention/due.tsx'),
    permission: 'cases.record',
  },
  {
    path: 'file-lengths',
    title: { vi: 'Thời hạn lưu giữ hồ sơ', en: 'Time limits of keeping' },
    load: () => import('./retention/lengths.tsx'),
    nav: {
      icon: 'calendar',
      label: { vi: 'Thời hạn lưu giữ', en: 'Time limits of keeping' },
      order: 91,
      section: 'admin',
      permission: 'settings.manage',
    },
  },
  {
    path: 'files/lists',
    title: { vi: 'Nhập danh sách người', en: 'Bring in a list of persons' },
    load: () => import('./lists/start.tsx'),
    permission: 'cases.record',
  },
  {
    path: 'files/lists/$communeId/$listId',
    title: { vi: 'Một lần nhập danh sách người', en: 'An import of a list of persons' },
    load: () => import('./lists/one.tsx'),
    permission: 'cases.record',
  },
  {
    path: 'files/pairs',
    title: { vi: 'Hồ sơ có thể trùng người', en: 'Files that may be of one person' },
    load: () => import('./same/pairs.tsx'),
    permission: 'cases.record',
  },
  {
    path: 'files/pairs/$communeId/$fileId/$otherFileId',
    title: { vi: 'So sánh hai hồ sơ', en: 'Compare two files' },
    load: () => import('./same/compare.tsx'),
    permission: 'cases.record',
  },
  {
    path: 'files/$communeId/$fileId',
    title: { vi: 'Một hồ sơ', en: 'A file' },
    load: () => import('./file/page.tsx'),
    permission: 'cases.read',
  },
  {
    path: 'settings/forms',
    title: { vi: 'Biểu mẫu hồ sơ', en: 'Forms of the files' },
    under: 'settings',
    load: () => import('./forms/list.tsx'),
    permission: 'settings.manage',
  },
  {
    path: 'files/emergency',
    title: { vi: 'Mở hồ sơ khẩn cấp', en: 'Open a file in an emergency' },
    load: () => import('./watch/find-emergency.tsx'),
    nav: {
      icon: 'alert',
      label: { vi: 'Mở khẩn cấp', en: 'Emergency' },
      order: 74,
      permission: 'cases.emergency',
    },
  },
  {
    path: 'files/emergency/$communeId/$fileId',
    title: { vi: 'Một hồ sơ, khẩn cấp', en: 'A file, in an emergency' },
    load: () => import('./watch/emergency.tsx'),
    permission: 'cases.emergency',
  },
  {
    path: 'files/watch',
    title: { vi: 'Giám sát việc đọc hồ sơ', en: 'Watch over the reading' },
    load: () => import('./watch/watch.tsx'),
    nav: {
      icon: 'eye',
      label: { vi: 'Giám sát', en: 'Watch' },
      order: 75,
      permission: 'cases.review',
    },
  },
  {
    path: 'files/counts',
    title: { vi: 'Số liệu hồ sơ', en: 'Counts of files' },
    load: () => import('./counts/counts.tsx'),
    nav: {
      icon: 'chart',
      label: { vi: 'Số liệu hồ sơ', en: 'Counts of files' },
      order: 76,
      permission: 'cases.count',
    },
  },
  {
    path: 'law',
    title: { vi: 'Thời hạn theo luật', en: 'Time limits of the law' },
    load: () => import('./law.tsx'),
    nav: { icon: 'clock', label: { vi: 'Thời hạn luật', en: 'Legal time limits' }, order: 73 },
  },
  {
    path: 'law/points',
    title: { vi: 'Điểm chưa rõ của pháp luật', en: 'Points that the law leaves open' },
    load: () => import('./admin/points.tsx'),
    nav: {
      icon: 'help',
      label: { vi: 'Điểm luật chưa rõ', en: 'Open points of law' },
      order: 91,
      section: 'admin',
      permission: 'settings.manage',
    },
  },
  {
    path: 'law/holidays',
    title: { vi: 'Ngày nghỉ lễ, ngày làm bù', en: 'Holidays and moved working days' },
    load: () => import('./admin/holidays.tsx'),
    nav: {
      icon: 'calendar',
      label: { vi: 'Ngày nghỉ lễ', en: 'Public holidays' },
      order: 91,
      section: 'admin',
      permission: 'settings.manage',
    },
  },
  {
    path: 'circle',
    title: { vi: 'Vai trò quanh một người', en: 'Roles around a person' },
    load: () => import('./admin/roles.tsx'),
    nav: {
      icon: 'users',
      label: { vi: 'Vai trò giúp đỡ', en: 'Roles of helpers' },
      order: 92,
      section: 'admin',
      permission: 'settings.manage',
    },
  },
]
