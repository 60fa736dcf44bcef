// Late hand-overs of an area, for those who lead: which communes owe an answer, and counts in which small ones are hidden.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { AsOf, Tag } from '../../../platform/web/components/marks.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { Table } from '../../../platform/web/components/table.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import { ListLateSendings } from '../contract.ts'
import { handOverWords } from './words.ts'

type Province = OutputOf<typeof ListLateSendings>['provinces'][number]

export default function LateHandOversPage() {
  const w = useWords(handOverWords)
  const late = useAnswer(ListLateSendings, {}, { everySeconds: 60 })
  return (
    <>
      <PageHead title={w.late} facts={<AsOf at={late.asOf} />} />
      <Shown from={late}>
        {({ least, provinces }) => (
          <div className="stack">
            <Note icon="eye-off" tone="sealed">
              {w.lateWhy(least)}
            </Note>
            {provinces.length === 0 && (
              <Card>
                <Empty icon="check-c" title={w.noneLate} />
              </Card>
            )}
            {provinces.map((province) => (
              <OfProvince key={province.id} province={province} />
            ))}
          </div>
        )}
      </Shown>
    </>
  )
}

function OfProvince({ province }: { province: Province }) {
  const w = useWords(handOverWords)
  const language = useLanguage()
  const { counts, communes } = province
  const what = { answer: w.owesAnswer, elsewhere: w.waitsElsewhere, notice: w.owesNotice }
  return (
    <Card
      title={unitTitle(province, language)}
      end={counts && <Tag>{w.lateCount(counts.late, counts.onTheirWay)}</Tag>}
    >
      {communes.length === 0 ? (
        <Empty icon="check-c" title={w.noneLate} />
      ) : (
        <Table
          label={unitTitle(province, language)}
          rows={communes}
          rowKey={({ id }) => id}
          rowName={(row) => unitTitle(row, language)}
          columns={[
            {
              key: 'commune',
              title: w.lateCommune,
              width: '40%',
              cell: (row) => <span className="job">{unitTitle(row, language)}</span>,
            },
            {
              key: 'what',
              title: w.lateWhat,
              cell: ({ why }) =>
                why.map((each) => (
                  <Status key={each} kind="late">
                    {what[each]}
                  </Status>
                )),
            },
          ]}
        />
      )}
    </Card>
  )
}
