// The key under which a document is found, with or without diacritics.

import { nameKey } from '../../../platform/contract/name-key.ts'

export const documentKey = (document: { kind: string; number: string; issuer: string; title: string }): string =>
  nameKey([document.number, document.kind, document.title, document.issuer].join(' '))
