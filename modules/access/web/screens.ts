// The screens of signing in, of oneself, and of people and rights.

import type { Screen } from '../../../platform/web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: 'sign-in',
    title: { vi: 'Đăng nhập', en: 'Sign in' },
    load: () => import('./sign-in.tsx'),
    bare: true,
  },
  {
    path: 'welcome',
    title: { vi: 'Chào bạn', en: 'Welcome' },
    load: () => import('./welcome.tsx'),
    bare: true,
  },
]
