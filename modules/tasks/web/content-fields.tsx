// The fields that say what, who, with what result and under whose authority; shared by assigning and editing.

import { useAnswer } from '../../../platform/web/answer.ts'
import { IconButton } from '../../../platform/web/components/button.tsx'
import { TextArea, TextField } from '../../../platform/web/components/field.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import { fieldProblem, type Problem } from '../../../platform/web/problem.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListDocuments } from '../../documents/contract.ts'
import { formWords } from './form-words.ts'
import { type Post, postName } from './shown.ts'
import { type ContentTyped, endingProblem } from './task-form.ts'

export type FieldsProps = {
  value: ContentTyped
  change: (part: Partial<ContentTyped>) => void
  problem: Problem | undefined
  posts: readonly Post[]
}

export function WorkFields({ value, change, problem }: FieldsProps) {
  const w = useWords(formWords)
  const { programme } = useView()
  const documents = useAnswer(ListDocuments, { programme, limit: 200 })
  return (
    <fieldset className="clear-part">
      <legend>{w.work}</legend>
      <TextField
        label={w.title}
        reason={w.titleWhy}
        value={value.title}
        onChange={(title) => change({ title })}
        problem={fieldProblem(problem, 'title')}
      />
      <TextArea
        optional
        label={w.detail}
        value={value.detail}
        onChange={(detail) => change({ detail })}
        problem={fieldProblem(problem, 'detail')}
      />
      <TextField
        optional
        label={w.basis}
        reason={w.basisWhy}
        value={value.basis}
        onChange={(basis) => change({ basis })}
        problem={fieldProblem(problem, 'basis')}
      />
      {(documents.answer?.rows.length ?? 0) > 0 && (
        <PickField
          optional
          label={w.document}
          value={value.documentId}
          onChange={(documentId) => change({ documentId })}
          choices={[
            { value: '', label: w.noDocument },
            ...(documents.answer?.rows ?? []).map((row) => ({ value: row.id, label: `${row.number} · ${row.title}` })),
          ]}
          problem={fieldProblem(problem, 'documentId')}
        />
      )}
    </fieldset>
  )
}

export function PersonFields({ value, change, problem, posts }: FieldsProps) {
  const w = useWords(formWords)
  return (
    <fieldset className="clear-part">
      <legend>{w.person}</legend>
      <TextField
        label={w.doer}
        value={value.doer}
        onChange={(doer) => change({ doer })}
        problem={fieldProblem(problem, 'doer')}
      />
      <TextField
        optional
        label={w.doerWith}
        value={value.doerWith}
        onChange={(doerWith) => change({ doerWith })}
        problem={fieldProblem(problem, 'doerWith')}
      />
      <PostList
        label={w.coordinating}
        ids={value.coordinating}
        onChange={(coordinating) => change({ coordinating })}
        posts={posts}
        problem={endingProblem(problem, 'coordinatingPostIds')}
      />
    </fieldset>
  )
}

/** Several posts: each chosen one can be taken away again. */
function PostList({
  label,
  ids,
  onChange,
  posts,
  problem,
}: {
  label: string
  ids: readonly string[]
  onChange: (ids: string[]) => void
  posts: readonly Post[]
  problem: string | undefined
}) {
  const w = useWords(formWords)
  const chosen = ids.map((id) => posts.find((post) => post.id === id) ?? { id, title: '…', place: '' })
  return (
    <div>
      <PickField
        optional
        label={label}
        value=""
        placeholder={w.add}
        onChange={(id) => id && onChange([...ids, id])}
        choices={posts
          .filter((post) => !ids.includes(post.id))
          .map((post) => ({ value: post.id, label: postName(post) }))}
        problem={problem}
      />
      {chosen.length > 0 && (
        <ul className="post-list">
          {chosen.map((post) => (
            <li key={post.id} className="tag">
              <Icon name="user" />
              {postName(post)}
              <IconButton
                small
                icon="x"
                label={w.remove(postName(post))}
                onClick={() => onChange(ids.filter((id) => id !== post.id))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

export function ResultFields({ value, change, problem }: FieldsProps) {
  const w = useWords(formWords)
  return (
    <fieldset className="clear-part">
      <legend>{w.result}</legend>
      <TextField
        label={w.expected}
        reason={w.expectedWhy}
        value={value.expectedResult}
        onChange={(expectedResult) => change({ expectedResult })}
        problem={fieldProblem(problem, 'expectedResult')}
      />
      <div className="two">
        <TextField
          optional
          inputMode="numeric"
          label={w.total}
          value={value.resultTotal}
          onChange={(resultTotal) => change({ resultTotal })}
          problem={fieldProblem(problem, 'resultTotal')}
        />
        <TextField
          optional
          label={w.unit}
          value={value.resultUnit}
          onChange={(resultUnit) => change({ resultUnit })}
          problem={fieldProblem(problem, 'resultUnit')}
        />
      </div>
    </fieldset>
  )
}

export function AuthorityFields({ value, change, problem, posts }: FieldsProps) {
  const w = useWords(formWords)
  return (
    <fieldset className="clear-part">
      <legend>{w.authority}</legend>
      <TextField
        label={w.authorityText}
        value={value.authority}
        onChange={(authority) => change({ authority })}
        problem={fieldProblem(problem, 'authority')}
      />
      <PickField
        optional
        label={w.authorityPost}
        reason={w.authorityWhy}
        value={value.authorityPostId}
        onChange={(authorityPostId) => change({ authorityPostId })}
        choices={[{ value: '', label: w.nobody }, ...posts.map((post) => ({ value: post.id, label: postName(post) }))]}
        problem={fieldProblem(problem, 'authorityPostId')}
      />
    </fieldset>
  )
}
