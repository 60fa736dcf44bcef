// The time limits of the law on the day in view, and one of them counted: from when, until when, who, and why.

import './law.css'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go, useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { stages } from '../../../rules/law/deadline.ts'
import { ListDeadlines } from '../contract.ts'
import { Counter } from './counter.tsx'
import { lawWords } from './words.ts'

type Answer = OutputOf<typeof ListDeadlines>
type Row = Answer['rows'][number]

export default function LawPage() {
  const w = useWords(lawWords)
  const { on } = useView()
  const listed = useAnswer(ListDeadlines, { on })
  return (
    <>
      <PageHead title={w.title} />
      <Shown from={listed} lines={8}>
        {(answer) => <Law answer={answer} />}
      </Shown>
    </>
  )
}

function Law({ answer: { period, rows, holidays } }: { answer: Answer }) {
  const w = useWords(lawWords)
  const language = useLanguage()
  const search = useSearch()
  const { on } = useView()
  const chosen = rows.find(({ id }) => id === search.get('limit')) ?? rows[0]
  return (
    <div className="stack">
      <Note icon="doc">
        <b className="semi">
          {w.lawOf} {showDay(on)}: {period.title[language]} ({w.since(showDay(period.from))}).
        </b>{' '}
        {period.changed[language]}{' '}
        <span className="muted">{period.sources.map((source) => source[language]).join(' · ')}</span>
      </Note>
      {chosen && (
        <Counter
          rows={rows}
          chosen={chosen}
          holidays={holidays}
          onChoose={(id) => search.set({ limit: id === rows[0]?.id ? undefined : id })}
        />
      )}
      <Card title={w.all}>
        <Limits rows={rows} />
      </Card>
    </div>
  )
}

function Limits({ rows }: { rows: readonly Row[] }) {
  const w = useWords(lawWords)
  const language = useLanguage()
  const columns: Column<Row>[] = [
    {
      key: 'what',
      title: w.what,
      cell: (row) => (
        <>
          <Go className="semi" to={`/law?limit=${row.id}`} onClick={() => window.scrollTo({ top: 0 })}>
            {row.what[language]}
          </Go>
          <span className="sub">{w.from(row.begins[language])}</span>
        </>
      ),
    },
    { key: 'span', title: w.long, width: '190px', cell: (row) => <SpanOf row={row} /> },
    { key: 'by', title: w.by, width: '220px', cell: (row) => row.by[language] },
    {
      key: 'source',
      title: w.source,
      width: '280px',
      cell: (row) => (
        <>
          {row.source[language]}
          {row.forms && <span className="sub">{w.form(row.forms)}</span>}
          {row.toCheck && (
            <span className="sub">
              <Tag icon="alert">{w.toCheck}</Tag> {row.toCheck[language]}
            </span>
          )}
        </>
      ),
    },
  ]
  return (
    <Table
      label={w.all}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      group={(row) => ({ key: row.stage, title: stages[row.stage as keyof typeof stages][language] })}
    />
  )
}

function SpanOf({ row: { span, back } }: { row: Row }) {
  const w = useWords(lawWords)
  const long = w.span(span.count, span.unit)
  if (back === 'at-least') return w.atLeast(long)
  return back === 'within' ? w.within(long) : long
}
