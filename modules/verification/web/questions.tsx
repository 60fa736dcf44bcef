// The questions of a drive, for the head and the level above; nobody else is shown that there are any.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go, useGo } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListQuestions } from '../contract.ts'
import { placeTitle } from './place-title.ts'
import { questionWords } from './question-words.ts'

type Question = OutputOf<typeof ListQuestions>['rows'][number]

export function Questions({ driveId }: { driveId: string }) {
  const w = useWords(questionWords)
  const questions = useAnswer(ListQuestions, { driveId })
  return (
    <Card title={w.title}>
      <Shown from={questions} lines={3}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty icon="help" title={w.none}>
              {w.noneWhy}
            </Empty>
          ) : (
            <Rows rows={rows} />
          )
        }
      </Shown>
    </Card>
  )
}

function Rows({ rows }: { rows: readonly Question[] }) {
  const w = useWords(questionWords)
  const language = useLanguage()
  const go = useGo()
  const columns: Column<Question>[] = [
    {
      key: 'place',
      title: w.place,
      cell: (row) => (
        <>
          <Go className="job" to={`/verification/questions/${row.id}`}>
            {placeTitle({ name: row.place, type: row.placeType }, language)}
          </Go>
          <span className="sub">
            {[row.place !== row.commune && row.commune, row.group[language]].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    {
      key: 'seen',
      title: w.seen,
      cell: (row) => (
        <>
          {row.found.map((found) => (
            <Seen key={found.pattern} found={found} />
          ))}
        </>
      ),
    },
    {
      key: 'state',
      title: w.state,
      width: '220px',
      cell: (row) => (
        <>
          {w[row.state]}
          <span className="sub">{w.askedOn(showDay(row.askedOn))}</span>
        </>
      ),
    },
  ]
  return (
    <Table
      label={w.title}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      onOpen={(row) => go(`/verification/questions/${row.id}`)}
    />
  )
}

/** One thing that was noticed, as a sentence. */
export function Seen({ found }: { found: Question['found'][number] }) {
  const w = useWords(questionWords)
  const { pattern, signatures, of, minutes, day } = found
  if (pattern === 'overnight')
    return <span className="seen">{w.overnight(signatures, of, day ? showDay(day) : '')}</span>
  if (pattern === 'same-ink') return <span className="seen">{w['same-ink'](signatures, of)}</span>
  return <span className="seen">{w[pattern](signatures, of, minutes ?? 0)}</span>
}
