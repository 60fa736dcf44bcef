// Who of a place is at the meeting: ticked one by one, all, or none; found by name, by number, or by address.

import './commitments.css'
import { useState } from 'react'
import { nameKey } from '../../../platform/contract/name-key.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { CheckField } from '../../../platform/web/components/choice-field.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { Filters, SearchField } from '../../../platform/web/components/list-bar.tsx'
import { Empty } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { atMeetingWords } from './at-meeting-words.ts'
import type { EntryRow } from './sign-batches.ts'
import { commitmentWords } from './words.ts'

type Props = {
  rows: readonly EntryRow[]
  present: ReadonlySet<string>
  onChange: (present: ReadonlySet<string>) => void
  /** Told with each where several groups stand in one list. */
  groupNames: ReadonlyMap<string, string>
  noteAbsent: boolean
  onNoteAbsent: (noteAbsent: boolean) => void
}

export function Attendance({ rows, present, onChange, groupNames, noteAbsent, onNoteAbsent }: Props) {
  const [w, words] = [useWords(atMeetingWords), useWords(commitmentWords)]
  const [typed, setTyped] = useState('')
  const key = nameKey(typed)
  const absent = rows.length - present.size
  const shown = rows.filter(
    ({ number, name, address }) => key === '' || String(number) === key || nameKey(`${name} ${address}`).includes(key),
  )
  /** Whoever is filtered away stays as they were. */
  const change = (given: ReadonlySet<string>) => {
    const next = new Set(present)
    for (const { id } of shown) if (!given.has(id)) next.delete(id)
    for (const { id } of shown) if (given.has(id)) next.add(id)
    onChange(next)
  }
  const columns: Column<EntryRow>[] = [
    {
      key: 'name',
      title: words.name,
      cell: (row) => (
        <>
          {row.number !== null && <span className="muted num">{row.number}. </span>}
          {row.name}
          <span className="sub">{[groupNames.get(row.groupId), row.address].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    {
      key: 'state',
      title: w.state,
      width: '180px',
      fold: false,
      cell: ({ id }) =>
        present.has(id) ? (
          <span className="at-meeting">
            <Icon name="check" />
            {w.present}
          </span>
        ) : (
          <span className="muted">{w.absent}</span>
        ),
    },
  ]
  return (
    <Card title={w.attendance} end={<span aria-live="polite">{w.counts(present.size, absent)}</span>}>
      <Filters>
        <SearchField value={typed} onChange={setTyped} />
        <Button small icon="check" onClick={() => change(new Set(shown.map(({ id }) => id)))}>
          {w.allPresent}
        </Button>
        <Button small icon="x" onClick={() => change(new Set())}>
          {w.nonePresent}
        </Button>
      </Filters>
      {absent > 0 && (
        <div className="card-b at-meeting-absent">
          <CheckField label={w.noteAbsent(absent)} note={w.noteAbsentWhy} value={noteAbsent} onChange={onNoteAbsent} />
        </div>
      )}
      {shown.length === 0 ? (
        <Empty icon="users" title={words.nothingMatches} />
      ) : (
        <Table
          label={w.attendance}
          columns={columns}
          rows={shown}
          rowKey={(row) => row.id}
          rowName={(row) => w.rowName(row.name)}
          selected={present}
          onSelect={change}
        />
      )}
    </Card>
  )
}
