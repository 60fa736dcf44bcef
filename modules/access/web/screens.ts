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
  {
    path: 'profile',
    title: { vi: 'Tài khoản của tôi', en: 'My account' },
    load: () => import('./profile.tsx'),
  },
  {
    path: 'delegations',
    title: { vi: 'Ủy quyền của tôi', en: 'My delegations' },
    load: () => import('./delegations.tsx'),
  },
  {
    path: 'people',
    title: { vi: 'Người và quyền', en: 'People and rights' },
    load: () => import('./people.tsx'),
    nav: {
      icon: 'users',
      label: { vi: 'Người và quyền', en: 'People and rights' },
      order: 80,
      section: 'admin',
      permission: 'access.read',
    },
  },
  {
    path: 'people/$personId',
    title: { vi: 'Một người', en: 'A person' },
    load: () => import('./person.tsx'),
    permission: 'access.read',
  },
  {
    path: 'posts',
    title: { vi: 'Chức danh và người giữ', en: 'Posts and holders' },
    load: () => import('./posts.tsx'),
    under: 'people',
    permission: 'access.read',
  },
  {
    path: 'posts/$postId',
    title: { vi: 'Một chức danh', en: 'A post' },
    load: () => import('./post.tsx'),
    under: 'people',
    permission: 'access.read',
  },
  {
    path: 'roles',
    title: { vi: 'Vai trò và quyền', en: 'Roles and permissions' },
    load: () => import('./roles.tsx'),
    under: 'people',
    permission: 'access.read',
  },
  {
    path: 'why',
    title: { vi: 'Vì sao được, vì sao không?', en: 'Why may they, why not?' },
    load: () => import('./why.tsx'),
    under: 'people',
    permission: 'access.read',
  },
]
