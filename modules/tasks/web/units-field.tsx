// Who gets the task: one unit with its head, or many communes with the same kind of post in each.

import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { RadioField } from '../../../platform/web/components/choice-field.tsx'
import { SelectField } from '../../../platform/web/components/field.tsx'
import { SearchField } from '../../../platform/web/components/list-bar.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import { finds } from '../../../platform/web/fold.ts'
import type { Problem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import type { ListPosts } from '../contract.ts'
import { formWords } from './form-words.ts'
import { postName } from './shown.ts'
import { endingProblem } from './task-form.ts'

type Posts = OutputOf<typeof ListPosts>
export type UnitsTyped = { many: boolean; areaId: string; headPostId: string; kind: string; unitIds: string[] }
export const emptyUnits: UnitsTyped = { many: false, areaId: '', headPostId: '', kind: 'chair', unitIds: [] }

type Props = {
  value: UnitsTyped
  change: (part: Partial<UnitsTyped>) => void
  posts: Posts
  problem: Problem | undefined
  /** Said before anything is sent. */
  own: string | undefined
}

export function UnitsField({ value, change, posts, problem, own }: Props) {
  const w = useWords(formWords)
  return (
    <fieldset className="clear-part">
      <legend>{w.responsibility}</legend>
      <RadioField
        label={w.toWhom}
        value={value.many ? 'many' : 'one'}
        onChange={(choice) => change({ many: choice === 'many' })}
        choices={[
          { value: 'one', label: w.oneUnit },
          { value: 'many', label: w.manyUnits, note: w.manyNote },
        ]}
      />
      {value.many ? (
        <ManyUnits value={value} change={change} posts={posts} problem={problem} own={own} />
      ) : (
        <OneUnit value={value} change={change} posts={posts} problem={problem} own={own} />
      )}
    </fieldset>
  )
}

function OneUnit({ value, change, posts, problem, own }: Props) {
  const w = useWords(formWords)
  const areas = [...new Map(posts.rows.map((post) => [post.areaId, post.areaName]))]
  const levels = new Map(posts.rows.map((post) => [post.areaId, post.level]))
  // A head belongs to the area of the task or to a unit over it; the server knows the tree and has the last word.
  const heads = posts.rows.filter(
    (post) => !value.areaId || post.areaId === value.areaId || (post.level !== 'commune' && post.level !== 'village'),
  )
  const pickHead = (headPostId: string) => {
    const post = posts.rows.find((each) => each.id === headPostId)
    change({ headPostId, areaId: value.areaId || (post?.areaId ?? '') })
  }
  return (
    <>
      <PickField
        label={w.area}
        value={value.areaId}
        placeholder={w.choose}
        onChange={(areaId) => {
          const head = posts.rows.find((post) => post.id === value.headPostId)
          const fits = head && (head.areaId === areaId || levels.get(head.areaId) !== 'commune')
          change({ areaId, headPostId: fits ? value.headPostId : '' })
        }}
        choices={areas.map(([id, name]) => ({ value: id, label: name }))}
        problem={endingProblem(problem, 'areaId')}
      />
      <PickField
        label={w.head}
        reason={w.headWhy}
        value={value.headPostId}
        placeholder={w.choose}
        onChange={pickHead}
        choices={heads.map((post) => ({ value: post.id, label: postName(post) }))}
        problem={own ?? endingProblem(problem, 'headPostId') ?? endingProblem(problem, 'to')}
      />
    </>
  )
}

function ManyUnits({ value, change, posts, problem, own }: Props) {
  const w = useWords(formWords)
  const [typed, setTyped] = useState('')
  const fitting = posts.rows.filter((post) => post.kind === value.kind && post.level === 'commune')
  const shown = fitting.filter((post) => finds(typed, post.areaName))
  const chosen = new Set(value.unitIds)
  const toggle = (id: string) =>
    change({ unitIds: chosen.has(id) ? value.unitIds.filter((each) => each !== id) : [...value.unitIds, id] })
  const wrong = own ?? endingProblem(problem, 'headPostId') ?? endingProblem(problem, 'to')
  return (
    <>
      <SelectField
        label={w.kind}
        reason={w.headWhy}
        value={value.kind}
        onChange={(kind) => change({ kind })}
        choices={posts.kinds.map((kind) => ({ value: kind.kind, label: `${kind.title} (${kind.posts})` }))}
      />
      <fieldset className="units">
        <legend>{w.units(fitting.filter((post) => chosen.has(post.areaId)).length, fitting.length)}</legend>
        <div className="units-bar">
          <SearchField value={typed} onChange={setTyped} label={w.filterUnits} placeholder={w.filterUnits} />
          <Button
            small
            onClick={() => change({ unitIds: [...new Set([...value.unitIds, ...shown.map((post) => post.areaId)])] })}
          >
            {w.all}
          </Button>
          <Button small quiet onClick={() => change({ unitIds: [] })}>
            {w.none}
          </Button>
        </div>
        <div className="units-list">
          {shown.map((post) => (
            <label key={post.id}>
              <input type="checkbox" checked={chosen.has(post.areaId)} onChange={() => toggle(post.areaId)} />
              {post.areaName}
            </label>
          ))}
        </div>
        {wrong && (
          <span className="err" role="alert">
            {wrong}
          </span>
        )}
      </fieldset>
    </>
  )
}

/** The units with the head of each, as the command wants them. */
export function unitsOf(value: UnitsTyped, posts: Posts): { areaId: string; headPostId: string }[] {
  if (!value.many) return value.headPostId ? [{ areaId: value.areaId, headPostId: value.headPostId }] : []
  const chosen = new Set(value.unitIds)
  return posts.rows
    .filter((post) => post.kind === value.kind && post.level === 'commune' && chosen.has(post.areaId))
    .map((post) => ({ areaId: post.areaId, headPostId: post.id }))
}
