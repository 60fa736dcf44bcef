// How long files are kept and by when requests are answered, as data: what was not seen in an official text says so, and an
// administrator enters what was checked.

import './retention.css'
import { useState } from 'react'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { Note, PageHead } from '../../../../platform/web/components/page.tsx'
import { Shown } from '../../../../platform/web/components/states.tsx'
import { Table } from '../../../../platform/web/components/table.tsx'
import { showDay } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import {
  acknowledgingRules,
  answeringRules,
  extendingRules,
  keepingRules,
  lengthRules,
} from '../../../../rules/retention/lengths.ts'
import { ListLengths } from '../../contract.ts'
import { LengthDialog } from './length-dialog.tsx'
import { lengthText } from './length-text.ts'
import { lengthWords } from './words.ts'

export type LengthRow = OutputOf<typeof ListLengths>['rows'][number]

export default function LengthsPage() {
  const w = useWords(lengthWords)
  const read = useAnswer(ListLengths, {})
  const [entering, setEntering] = useState<LengthRow>()
  const rowsOf = (rows: readonly LengthRow[], of: object) => rows.filter(({ rule }) => Object.hasOwn(of, rule))
  return (
    <>
      <PageHead title={w.title} />
      <div className="stack">
        <Note icon="help">{w.why}</Note>
        <Shown from={read} lines={8}>
          {({ rows, today }) => (
            <div className="stack">
              <Lengths title={w.keeping} rows={rowsOf(rows, keepingRules)} today={today} onEnter={setEntering} />
              <Lengths
                title={w.acknowledging}
                rows={rowsOf(rows, acknowledgingRules)}
                today={today}
                onEnter={setEntering}
              />
              <Lengths title={w.answering} rows={rowsOf(rows, answeringRules)} today={today} onEnter={setEntering} />
              <Lengths title={w.extending} rows={rowsOf(rows, extendingRules)} today={today} onEnter={setEntering} />
            </div>
          )}
        </Shown>
      </div>
      {entering && <LengthDialog row={entering} onClose={() => setEntering(undefined)} />}
    </>
  )
}

type Props = { title: string; rows: readonly LengthRow[]; today: string; onEnter: (row: LengthRow) => void }

function Lengths({ title, rows, today, onEnter }: Props) {
  const w = useWords(lengthWords)
  const language = useLanguage()
  return (
    <Card title={title}>
      <Table
        label={title}
        rows={rows}
        rowKey={({ rule }) => rule}
        columns={[
          {
            key: 'what',
            title: w.what,
            width: '34%',
            cell: ({ rule }) => (
              <>
                {lengthRules[rule].what[language]}
                <span className="sub">{w.counted(lengthRules[rule].begins[language])}</span>
              </>
            ),
          },
          {
            key: 'long',
            title: w.long,
            width: '190px',
            cell: ({ now, entered }) => (
              <>
                <b>{lengthText(now.span, language)}</b> {now.toCheck && <Tag icon="alert">{w.toCheck}</Tag>}
                {entered
                  .filter(({ from }) => from > today)
                  .map(({ from, span }) => (
                    <span className="sub" key={from}>
                      {w.comes(showDay(from), lengthText(span, language))}
                    </span>
                  ))}
              </>
            ),
          },
          {
            key: 'source',
            title: w.source,
            cell: ({ now }) => (
              <>
                {now.source[language]}
                {now.toCheck && <span className="sub">{now.toCheck[language]}</span>}
              </>
            ),
          },
          {
            key: 'deed',
            title: w.change,
            hiddenTitle: true,
            fold: false,
            width: '100px',
            cell: (row) => (
              <Button small icon="pen" onClick={() => onEnter(row)}>
                {w.change}
              </Button>
            ),
          },
        ]}
      />
    </Card>
  )
}
