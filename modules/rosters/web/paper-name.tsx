// What a paper is called; one of the register opens there.

import { Go } from '../../../platform/web/route.tsx'

export function PaperName({ source, documentId }: { source: string; documentId: string | null }) {
  return documentId ? <Go to={`/documents/${documentId}`}>{source}</Go> : source
}
