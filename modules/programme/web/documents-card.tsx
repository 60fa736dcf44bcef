// The documents that something rests on, the oldest first.

import './programme.css'
import { Card, More } from '../../../platform/web/components/card.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { documentName } from '../../documents/web/public.tsx'
import { programmeWords } from './words.ts'

export type DocumentShown = { id: string; kind: string; number: string; issuedOn: string | null; title: string }

export function DocumentsCard({ documents, more }: { documents: readonly DocumentShown[]; more?: string }) {
  const w = useWords(programmeWords)
  const language = useLanguage()
  return (
    <Card title={w.documents} end={more && <More to={more}>{w.allDocuments}</More>}>
      <ul className="pg-docs">
        {documents.map((document) => (
          <li key={document.id}>
            <Icon name="doc" />
            <div>
              <Go className="semi" to={`/documents/${document.id}`}>
                {documentName(document, language)}
              </Go>
              , {document.issuedOn ? showDay(document.issuedOn) : w.noNumber}
              <span className="sub">{document.title}</span>
            </div>
          </li>
        ))}
        {documents.length === 0 && <li className="faint">{w.noDocuments}</li>}
      </ul>
    </Card>
  )
}
