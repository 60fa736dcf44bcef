// Counts of files for those who lead: by commune and for the province, now or as a month was closed. What is hidden says so.

import './counts.css'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { unitTitle } from '../../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { Card } from '../../../../platform/web/components/card.tsx'
import { SelectField } from '../../../../platform/web/components/field.tsx'
import { AsOf, Tag } from '../../../../platform/web/components/marks.tsx'
import { Note, PageHead } from '../../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../../platform/web/components/table.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useSearch } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { CountFiles } from '../../contract.ts'
import { type MeasureId, measureIds, measures } from '../../rules/count-columns.ts'
import { countWords, shortNames } from './words.ts'

type Counted = OutputOf<typeof CountFiles>
type Province = Counted['provinces'][number]
type Commune = Province['communes'][number]

const byCommune = measureIds.filter((id): id is Exclude<MeasureId, 'minors'> => id !== 'minors')

export default function CountsPage() {
  const w = useWords(countWords)
  const search = useSearch()
  const month = search.get('month') ?? undefined
  const counted = useAnswer(CountFiles, month ? { month } : {})
  return (
    <>
      <PageHead
        title={w.title}
        facts={
          <>
            <Tag icon="lock">{w.sealed}</Tag>
            <AsOf at={counted.asOf} />
          </>
        }
      />
      <Shown from={counted} lines={8}>
        {(answer) => (
          <div className="stack">
            <Note icon="eye-off" tone="sealed">
              {w.why(answer.least)}
            </Note>
            <Card padded className="counts-month">
              <SelectField
                label={w.month}
                reason={answer.months.length === 0 ? w.noMonths : undefined}
                value={answer.month ?? ''}
                onChange={(chosen) => search.set({ month: chosen || undefined })}
                choices={[
                  { value: '', label: w.now },
                  ...answer.months.map((each) => ({ value: each, label: w.endOf(monthOf(each)) })),
                ]}
              />
            </Card>
            {answer.provinces.length === 0 && (
              <Card>
                <Empty icon="chart" title={w.none}>
                  {w.noneWhy}
                </Empty>
              </Card>
            )}
            {answer.provinces.map((province) => (
              <OfProvince key={province.id} province={province} />
            ))}
          </div>
        )}
      </Shown>
    </>
  )
}

const monthOf = (day: string): string => `${day.slice(5, 7)}/${day.slice(0, 4)}`

function OfProvince({ province }: { province: Province }) {
  const w = useWords(countWords)
  const short = useWords(shortNames)
  const language = useLanguage()
  const { total, communes } = province
  const columns: Column<Commune>[] = [
    {
      key: 'commune',
      title: w.commune,
      width: '16%',
      cell: (row) => <b className="semi">{unitTitle(row, language)}</b>,
    },
    ...byCommune.map(
      (id): Column<Commune> => ({
        key: id,
        title: short[id],
        fold: measures[id][language],
        align: 'right',
        cell: (row) => <Count value={row.counts[id]} />,
      }),
    ),
  ]
  return (
    <>
      {total && (
        <Card title={w.totals(unitTitle(province, language))} icon="chart">
          <dl className="counts-total">
            {measureIds.map((id) => (
              <div key={id} className={id === 'open' ? 'counts-whole' : undefined}>
                <dt>{measures[id][language]}</dt>
                <dd>
                  <Count value={total[id]} />
                </dd>
              </div>
            ))}
          </dl>
          <p className="muted counts-foot">{w.minorsWhy}</p>
        </Card>
      )}
      <Card title={total ? w.byCommune : unitTitle(province, language)} icon="table">
        <div className="counts-by">
          <Table label={w.byCommune} columns={columns} rows={communes} rowKey={({ id }) => id} tight foldInTwo />
        </div>
        <p className="muted counts-foot">
          <span aria-hidden="true">•</span> {w.legend}
        </p>
      </Card>
    </>
  )
}

function Count({ value }: { value: number | null | undefined }) {
  const w = useWords(countWords)
  if (value === null || value === undefined)
    return (
      <span className="counts-hidden">
        <span aria-hidden="true">•</span>
        <span className="sr">{w.hidden}</span>
      </span>
    )
  return <span className={value === 0 ? 'num muted' : 'num'}>{value}</span>
}
