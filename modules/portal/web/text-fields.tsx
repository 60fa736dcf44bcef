// The fields of an item: title, summary, body, source, picture, related items.

import { useState } from 'react'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button, IconButton } from '../../../platform/web/components/button.tsx'
import { TextArea, TextField } from '../../../platform/web/components/field.tsx'
import { FileField } from '../../../platform/web/components/file-field.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import { fieldProblem, type Problem } from '../../../platform/web/problem.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { UploadFile } from '../../documents/contract.ts'
import { ListArticles } from '../contract.ts'
import { portalWords } from './words.ts'

export type Typed = {
  title: string
  summary: string
  body: string
  source: string
  pictureId: string
  pictureCaption: string
  related: { id: string; title: string }[]
}
export const nothingTyped: Typed = {
  title: '',
  summary: '',
  body: '',
  source: '',
  pictureId: '',
  pictureCaption: '',
  related: [],
}

export const writtenOf = (typed: Typed) => ({
  title: typed.title,
  summary: typed.summary,
  body: typed.body,
  source: typed.source,
  pictureId: typed.pictureId || undefined,
  pictureCaption: typed.pictureId ? typed.pictureCaption : '',
  related: typed.related.map((item) => item.id),
})

export type TextFieldsProps = {
  typed: Typed
  change: (part: Partial<Typed>) => void
  problem: Problem | undefined
  /** Pictures are kept with the item's area. */
  areaId: string
  /** The item itself, which is no related item of its own. */
  articleId?: string
}

export function TextFields({ typed, change, problem, areaId, articleId }: TextFieldsProps) {
  const w = useWords(portalWords)
  const wrong = (path: string): string | undefined => fieldProblem(problem, path)
  return (
    <>
      <TextField
        label={w.itemTitle}
        value={typed.title}
        onChange={(title) => change({ title })}
        maxLength={200}
        problem={wrong('title')}
      />
      <TextArea
        label={w.summary}
        reason={w.summaryWhy}
        value={typed.summary}
        onChange={(summary) => change({ summary })}
        maxLength={500}
        problem={wrong('summary')}
      />
      <TextArea
        label={w.body}
        reason={w.bodyWhy}
        className="po-body"
        rows={12}
        value={typed.body}
        onChange={(body) => change({ body })}
        problem={wrong('body')}
      />
      <TextField
        label={w.source}
        reason={w.sourceWhy}
        optional
        value={typed.source}
        onChange={(source) => change({ source })}
        maxLength={200}
        problem={wrong('source')}
      />
      {areaId !== '' && <Pictures typed={typed} change={change} areaId={areaId} problem={problem} />}
      <Related typed={typed} change={change} articleId={articleId} problem={wrong('related')} />
    </>
  )
}

function Pictures({ typed, change, areaId, problem }: Omit<TextFieldsProps, 'articleId'>) {
  const w = useWords(portalWords)
  const upload = useCommand(UploadFile)
  const [which, setWhich] = useState<'head' | 'body'>()
  const send = async (place: 'head' | 'body', file: File | undefined): Promise<void> => {
    if (!file) return
    setWhich(place)
    const sent = await upload.send({ areaId, name: file.name }, file)
    if (!sent.ok) return
    if (place === 'head') change({ pictureId: sent.answer.id })
    else
      change({ body: `${typed.body.trimEnd()}\n\n![${file.name.replace(/\.\w+$/, '')}](/media/${sent.answer.id})\n` })
  }
  const kinds = ['.png', '.jpg', '.jpeg', '.webp']
  const refused = (place: 'head' | 'body'): string | undefined => (which === place ? upload.problem?.title : undefined)
  return (
    <>
      {typed.pictureId ? (
        <>
          <TextField
            label={w.caption}
            reason={w.captionWhy}
            value={typed.pictureCaption}
            onChange={(pictureCaption) => change({ pictureCaption })}
            maxLength={300}
            problem={fieldProblem(problem, 'pictureCaption') ?? fieldProblem(problem, 'pictureId')}
          />
          <p>
            <Button small icon="trash" onClick={() => change({ pictureId: '', pictureCaption: '' })}>
              {w.dropPicture}
            </Button>
          </p>
        </>
      ) : (
        <FileField
          label={w.picture}
          reason={w.pictureWhy}
          optional
          files={[]}
          onChange={(files) => void send('head', files[0])}
          kinds={kinds}
          megabytes={5}
          problem={refused('head') ?? fieldProblem(problem, 'pictureId')}
        />
      )}
      <FileField
        label={w.addPicture}
        reason={w.addPictureWhy}
        optional
        files={[]}
        onChange={(files) => void send('body', files[0])}
        kinds={kinds}
        megabytes={5}
        problem={refused('body')}
      />
    </>
  )
}

function Related({
  typed,
  change,
  articleId,
  problem,
}: Pick<TextFieldsProps, 'typed' | 'change' | 'articleId'> & { problem?: string }) {
  const w = useWords(portalWords)
  const { programme } = useView()
  const [q, setQ] = useState('')
  const found = useAnswer(ListArticles, { programme, q, limit: 30 }, { keep: true })
  const taken = new Set([articleId, ...typed.related.map((item) => item.id)])
  const choices = (found.answer?.rows ?? [])
    .filter((row) => !taken.has(row.id) && row.state !== 'withdrawn')
    .map((row) => ({ value: row.id, label: row.title, note: w[row.state] }))
  const add = (id: string): void => {
    const choice = choices.find((each) => each.value === id)
    if (choice) change({ related: [...typed.related, { id, title: choice.label }] })
  }
  return (
    <>
      {typed.related.length > 0 && (
        <ul className="po-rel" aria-label={w.related}>
          {typed.related.map((item) => (
            <li key={item.id}>
              <span>{item.title}</span>
              <IconButton
                small
                icon="x"
                label={w.drop(item.title)}
                onClick={() => change({ related: typed.related.filter((each) => each.id !== item.id) })}
              />
            </li>
          ))}
        </ul>
      )}
      {typed.related.length < 6 && (
        <PickField
          label={w.addRelated}
          reason={w.relatedWhy}
          optional
          value=""
          onChange={add}
          choices={choices}
          onType={setQ}
          problem={problem}
        />
      )}
    </>
  )
}
