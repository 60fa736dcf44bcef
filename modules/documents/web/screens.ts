// The screens of the register of documents.

import type { Screen } from '../../../platform/web/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: 'documents',
    title: { vi: 'Văn bản', en: 'Documents' },
    load: () => import('./list.tsx'),
    nav: { icon: 'doc', label: { vi: 'Văn bản', en: 'Documents' }, order: 72, permission: 'documents.read' },
  },
  {
    path: 'documents/new',
    title: { vi: 'Vào sổ văn bản', en: 'Register a document' },
    load: () => import('./register.tsx'),
    permission: 'documents.manage',
  },
  {
    path: 'documents/$documentId',
    title: { vi: 'Văn bản', en: 'Document' },
    load: () => import('./document.tsx'),
    permission: 'documents.read',
  },
  {
    path: 'documents/$documentId/edit',
    title: { vi: 'Sửa văn bản', en: 'Change a document' },
    load: () => import('./edit.tsx'),
    permission: 'documents.manage',
  },
]
