// What the screens of other modules may use of programmes.

export { AmendForm, type AmendInput } from './amend-form.tsx'
export { Basis, useBasis } from './basis.tsx'
export { DocumentsCard } from './documents-card.tsx'
