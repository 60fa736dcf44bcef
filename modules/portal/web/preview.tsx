// What readers will see, as it is typed.

import { Card } from '../../../platform/web/components/card.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { fileAddress } from '../../documents/contract.ts'
import { MarkdownView } from './markdown-view.tsx'
import type { Typed } from './text-fields.tsx'
import { portalWords } from './words.ts'

export default function Preview({ typed }: { typed: Typed }) {
  const w = useWords(portalWords)
  const nothing = !typed.title && !typed.summary && !typed.body
  return (
    <Card title={w.preview} padded className="po-view">
      {nothing ? (
        <p className="muted">{w.previewEmpty}</p>
      ) : (
        <>
          <h2 className="t">{typed.title}</h2>
          <p className="s">{typed.summary}</p>
          {typed.pictureId && (
            <figure>
              <img src={fileAddress(typed.pictureId)} alt={typed.pictureCaption} />
              <figcaption>{typed.pictureCaption}</figcaption>
            </figure>
          )}
          <MarkdownView text={typed.body} />
        </>
      )}
    </Card>
  )
}
