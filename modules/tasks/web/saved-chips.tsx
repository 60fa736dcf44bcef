// The row of chips: the views that everybody has, with their counts, then those that the reader kept.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button, IconButton } from '../../../platform/web/components/button.tsx'
import { Chip, Chips } from '../../../platform/web/components/chip.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { DropView, ListViews, SaveView } from '../contract.ts'
import { filterNames, type TaskFilters } from './filters.ts'
import { listWords } from './list-words.ts'

type Counts = {
  all: number
  late: number
  soon: number
  waiting: number
  mine: number
  converting: number | null
  convertingUnits: number
}
const screen = 'tasks'

/** What is in force now, in one order, so that two addresses with the same meaning are equal. */
function searchNow(filters: TaskFilters): string {
  const parameters = new URLSearchParams()
  for (const name of filterNames)
    for (const value of name === 'status' || name === 'lane' ? filters.all(name) : [filters.get(name)])
      if (value) parameters.append(name, value)
  if (filters.layout !== 'table') parameters.set('layout', filters.layout)
  return parameters.toString()
}

export function SavedChips({ filters, counts }: { filters: TaskFilters; counts: Counts | undefined }) {
  const w = useWords(listWords)
  const [naming, setNaming] = useState(false)
  const views = useAnswer(ListViews, { screen })
  const drop = useCommand(DropView)
  const now = searchNow(filters)
  const filtersOnly = now.replace(/&?layout=\w+/, '')
  const keep = filters.layout === 'table' ? '' : `layout=${filters.layout}`
  const at = (search: string) => `/tasks?${[search, keep].filter(Boolean).join('&')}`
  const own = views.answer?.rows ?? []
  const current = own.find((view) => view.search === now)
  return (
    <>
      <Chips label={w.savedViews}>
        <Chip to={at('')} on={filtersOnly === ''} count={counts?.all}>
          {w.all}
        </Chip>
        <Chip icon="late" to={at('status=late')} on={filtersOnly === 'status=late'} count={counts?.late}>
          {w.late}
        </Chip>
        <Chip icon="soon" to={at('status=soon')} on={filtersOnly === 'status=soon'} count={counts?.soon}>
          {w.soon}
        </Chip>
        {(counts?.waiting ?? 0) > 0 || filtersOnly === 'waiting=true' ? (
          <Chip icon="stamp" to={at('waiting=true')} on={filtersOnly === 'waiting=true'} count={counts?.waiting}>
            {w.waiting}
          </Chip>
        ) : null}
        {(counts?.mine ?? 0) > 0 || filtersOnly === 'mine=true' ? (
          <Chip icon="user" to={at('mine=true')} on={filtersOnly === 'mine=true'} count={counts?.mine}>
            {w.mine}
          </Chip>
        ) : null}
        {counts?.converting ? (
          <Chip to={at('converting=true')} on={filtersOnly === 'converting=true'} count={counts.converting}>
            {w.converting(counts.convertingUnits)}
          </Chip>
        ) : null}
        {own.map((view) => (
          <span key={view.id} className="own-view">
            <Chip icon="bookmark" to={`/tasks?${view.search}`} on={view.id === current?.id}>
              {view.name}
            </Chip>
            {view.id === current?.id && (
              <IconButton small icon="x" label={w.drop(view.name)} onClick={() => void drop.send({ id: view.id })} />
            )}
          </span>
        ))}
        {!current && now !== '' && (
          <Chip icon="bookmark" onPress={() => setNaming(true)}>
            {w.saveView}
          </Chip>
        )}
      </Chips>
      {naming && <NameView search={now} onClose={() => setNaming(false)} />}
    </>
  )
}

function NameView({ search, onClose }: { search: string; onClose: () => void }) {
  const w = useWords(listWords)
  const save = useCommand(SaveView)
  const [name, setName] = useState('')
  const done = async () => {
    const sent = await save.send({ id: uuidv7(), screen, name, search })
    if (!sent.ok) return
    say(w.saved(name))
    onClose()
  }
  return (
    <Dialog
      open
      icon="bookmark"
      title={w.saveView}
      onClose={onClose}
      actions={
        <Button main busy={save.sending} onClick={() => void done()}>
          {w.save}
        </Button>
      }
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void done()
        }}
      >
        <TextField
          label={w.viewName}
          value={name}
          onChange={setName}
          maxLength={60}
          problem={fieldProblem(save.problem, 'name') ?? save.problem?.title}
        />
      </form>
    </Dialog>
  )
}
