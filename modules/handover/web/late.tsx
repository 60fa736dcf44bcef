// Late hand-overs of an area, for those who lead: how many, which numbers, between which communes. No name is anywhere near.

import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { AsOf, Tag } from '../../../platform/web/components/marks.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { Table } from '../../../platform/web/components/table.tsx'
import { showInstant } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import { leftWords, momentOfInstant, untilWords, useNow } from '../../cases/web/public.tsx'
import { ListLateSendings } from '../contract.ts'
import { handOverWords } from './words.ts'

export default function LateHandOversPage() {
  const w = useWords(handOverWords)
  const long = useWords(leftWords)
  const language = useLanguage()
  const now = momentOfInstant(useNow(60))
  const late = useAnswer(ListLateSendings, {}, { everySeconds: 60 })
  return (
    <>
      <PageHead
        title={w.late}
        facts={
          <>
            {late.answer && <Tag>{w.lateCount(late.answer.rows.length, late.answer.onTheirWay)}</Tag>}
            <AsOf at={late.asOf} />
          </>
        }
      />
      <div className="stack">
        <Note icon="eye-off" tone="sealed">
          {w.lateWhy}
        </Note>
        <Card>
          <Shown from={late}>
            {({ rows }) =>
              rows.length === 0 ? (
                <Empty icon="check-c" title={w.noneLate} />
              ) : (
                <Table
                  label={w.late}
                  rows={rows}
                  rowKey={(row) => row.id}
                  rowName={(row) => row.number}
                  columns={[
                    {
                      key: 'number',
                      title: w.number,
                      cell: (row) => (
                        <>
                          <span className="job num">{row.number}</span>
                          <span className="sub num">
                            {w.sentOn} {showInstant(row.sentAt)}
                          </span>
                        </>
                      ),
                    },
                    { key: 'from', title: w.from, cell: (row) => unitTitle(row.from, language) },
                    { key: 'to', title: w.to, cell: (row) => unitTitle(row.to, language) },
                    {
                      key: 'late',
                      title: w.lateBy,
                      width: '200px',
                      cell: (row) => <Status kind="late">{untilWords(now, momentOfInstant(row.dueAt), long)}</Status>,
                    },
                  ]}
                />
              )
            }
          </Shown>
        </Card>
      </div>
    </>
  )
}
