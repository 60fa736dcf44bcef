// What the screens of other modules may use of programmes. Home loads this file with its first page: what other screens need
// besides is fetched when they open.

import { lazy } from 'react'

export { Basis, useBasis } from './basis.tsx'
export const AmendForm = lazy(async () => ({ default: (await import('./amend-form.tsx')).AmendForm }))
export const DocumentsCard = lazy(async () => ({ default: (await import('./documents-card.tsx')).DocumentsCard }))
