// Changing an item that is not public, or correcting one that is; beside it what readers will see.

import { lazy, Suspense } from 'react'
import { useCommand } from '../../../platform/web/command.ts'
import { Button, LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { TextArea } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Note } from '../../../platform/web/components/page.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useSearch } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ChangeArticle, CorrectArticle } from '../contract.ts'
import type { Found } from './article.tsx'
import { TextFields, type Typed, writtenOf } from './text-fields.tsx'
import { portalWords } from './words.ts'

const Preview = lazy(() => import('./preview.tsx'))

export function ArticleForm({ found: { article }, correcting }: { found: Found; correcting: boolean }) {
  const w = useWords(portalWords)
  const search = useSearch()
  const start: Typed & { because: string } = {
    title: article.title,
    summary: article.summary,
    body: article.body,
    source: article.source,
    pictureId: article.pictureId ?? '',
    pictureCaption: article.pictureCaption,
    related: article.related.map(({ id, title }) => ({ id, title })),
    because: '',
  }
  // A draft made over an older text must not silently win over what was saved meanwhile.
  const draft = useDraft(`news-${article.id}-${article.version}${correcting ? '-correct' : ''}`, start)
  const change = useCommand(ChangeArticle)
  const correct = useCommand(CorrectArticle)
  const command = correcting ? correct : change
  const close = (): void => search.set({ edit: undefined }, { keepStep: true })
  const send = async () => {
    const { id, version } = article
    const text = writtenOf(draft.value)
    const sent = correcting
      ? await correct.send({ id, version, because: draft.value.because, ...text })
      : await change.send({ id, version, ...text })
    if (!sent.ok) return
    draft.forget()
    say(correcting ? w.correctedNow : w.saved)
    if (correcting) close()
  }
  return (
    <div className="po-two">
      <Card padded title={correcting ? w.correct : w.content}>
        {correcting && <Note>{w.correctNote}</Note>}
        <Form
          send={correcting ? w.correctSend : w.saveChanges}
          onSend={() => void send()}
          sending={command.sending}
          problem={command.problem}
          keptAt={draft.keptAt}
          onForget={draft.forget}
          others={
            correcting ? <Button onClick={close}>{w.keep}</Button> : <LinkButton to="/portal">{w.back}</LinkButton>
          }
        >
          {correcting && (
            <TextArea
              label={w.because}
              value={draft.value.because}
              onChange={(because) => draft.change({ because })}
              problem={fieldProblem(command.problem, 'because')}
            />
          )}
          <TextFields
            typed={draft.value}
            change={draft.change}
            problem={command.problem}
            areaId={article.area.id}
            articleId={article.id}
          />
        </Form>
      </Card>
      <Suspense fallback={null}>
        <Preview typed={draft.value} />
      </Suspense>
    </div>
  )
}
