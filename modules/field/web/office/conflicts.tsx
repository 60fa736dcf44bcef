// What was said of an entry in two ways, by phones and the office: both beside each other, and a person chooses. The same waits
// on every phone that has the hamlet, until somebody has chosen here or there.

import './office.css'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { PageHead } from '../../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../../platform/web/components/table.tsx'
import { showInstant } from '../../../../platform/web/format.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { ListConflicts, Settle } from '../../contract/correct.ts'
import { correctWords, shownFact } from '../correct-words.ts'
import { officeWords } from './words.ts'

type Conflict = OutputOf<typeof ListConflicts>['conflicts'][number]

export default function Conflicts() {
  const w = useWords(officeWords)
  const conflicts = useAnswer(ListConflicts, {})
  return (
    <>
      <PageHead title={w.conflictsTitle} crumbs={[{ label: w.title, to: '/field' }, { label: w.conflictsTitle }]} />
      <p className="muted office-why">{w.conflictsWhy}</p>
      <Card>
        <Shown from={conflicts} lines={5}>
          {(answer) =>
            answer.conflicts.length === 0 ? (
              <Empty icon="check-c" title={w.noConflicts} />
            ) : (
              <Rows rows={answer.conflicts} />
            )
          }
        </Shown>
      </Card>
    </>
  )
}

function Rows({ rows }: { rows: readonly Conflict[] }) {
  const [w, facts] = [useWords(officeWords), useWords(correctWords)]
  const columns: Column<Conflict>[] = [
    {
      key: 'who',
      title: w.entry,
      width: '30%',
      cell: (row) => (
        <>
          <b className="semi">
            {row.number !== null && `${row.number}. `}
            {row.name}
          </b>
          <span className="sub">{row.place}</span>
        </>
      ),
    },
    { key: 'fact', title: w.fact, width: '170px', cell: (row) => facts[row.field] },
    { key: 'ways', title: w.chooseOne, cell: (row) => <Ways row={row} /> },
  ]
  return (
    <Table label={w.conflictsTitle} columns={columns} rows={rows} rowKey={(row) => `${row.entryId} ${row.field}`} />
  )
}

function Ways({ row }: { row: Conflict }) {
  const [w, facts] = [useWords(officeWords), useWords(correctWords)]
  const settle = useCommand(Settle)
  const { communeId, entryId, field, said } = row
  const choose = async (take: string | null) => {
    const sent = await settle.send({ communeId, entryId, field, shown: said.map(({ id }) => id), take })
    say(sent.ok ? w.chosen : { text: sent.problem.title, bad: true })
  }
  /** Said by a phone that was no longer to be believed by itself: whoever chooses should know. */
  const lostDevice = (reason: string) =>
    reason === 'device_wiped' || reason === 'device_withdrawn' ? w[reason].toLowerCase() : ''
  const ways = [
    { id: null, value: row.record, from: w.onRecord(row.recordBy ?? '', showInstant(row.recordAt)) },
    ...said.map((one) => ({
      id: one.id,
      value: one.value,
      from: [one.person, one.device, showInstant(one.at), lostDevice(one.reason)].filter(Boolean).join(', '),
    })),
  ]
  return (
    <fieldset className="ways" aria-label={`${facts[field]}, ${row.name}`}>
      {ways.map(({ id, value, from }) => (
        <Button key={id ?? ''} className="way" busy={settle.sending} onClick={() => void choose(id)}>
          <b className="semi">{shownFact(facts, field, value)}</b>
          <small>{from}</small>
        </Button>
      ))}
    </fieldset>
  )
}
