// The decisions as a list: instant filter with or without diacritics, the URL keeps the state, export without a cap.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Chip, Chips, Seg } from '../../../platform/web/components/chip.tsx'
import { Filters, SearchField, ShowMore } from '../../../platform/web/components/list-bar.tsx'
import { Listed } from '../../../platform/web/components/listed.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { Empty, TooMany } from '../../../platform/web/components/states.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { usePages } from '../../../platform/web/pages.ts'
import { Go, useGo, useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListDecisions } from '../contract.ts'
import { type Outcome, outcomes } from '../standing.ts'
import { useCsv } from './csv.ts'
import { outcomeStatus } from './unit-text.ts'
import { recognitionWords } from './words.ts'

export type DecisionRow = OutputOf<typeof ListDecisions>['rows'][number]
const states = ['valid', 'cancelled', 'all'] as const
type State = (typeof states)[number]
const manyRows = 1_000

export function DecisionList() {
  const w = useWords(recognitionWords)
  const language = useLanguage()
  const search = useSearch()
  const go = useGo()
  const { on } = useView()
  const picked = outcomes.filter((outcome) => search.all('outcome').includes(outcome))
  const asked = search.get('state')
  const state: State = states.find((each) => each === asked) ?? 'valid'
  const q = search.get('q') ?? ''
  const filters = { on, q, outcome: picked, state }
  const pages = usePages(
    ListDecisions,
    { ...filters, limit: 100 },
    { rows: (answer) => answer.rows, next: (answer) => answer.next },
  )
  const csv = useCsv(filters)
  const columns = useColumns()
  const filtered = q !== '' || picked.length > 0 || state !== 'valid'
  const clear = () => search.set({ q: undefined, outcome: undefined, state: undefined })
  const toggle = (outcome: Outcome): void =>
    search.set({ outcome: picked.includes(outcome) ? picked.filter((each) => each !== outcome) : [...picked, outcome] })
  return (
    <Card
      title={w.register}
      beside={pages.first && <Tag>{w.total(showNumber(pages.first.total, language))}</Tag>}
      end={
        <Button small icon="download" busy={csv.busy} onClick={csv.start}>
          {csv.busy ? w.exporting(showNumber(csv.rows, language)) : w.export}
        </Button>
      }
    >
      <Filters>
        <SearchField value={q} onChange={(value) => search.set({ q: value })} placeholder={w.find} label={w.find} />
        <Seg
          label={w.state}
          value={state}
          onChange={(value) => search.set({ state: value === 'valid' ? undefined : value })}
          choices={[
            { value: 'valid', label: w.stateValid },
            { value: 'cancelled', label: w.stateCancelled },
            { value: 'all', label: w.stateAll },
          ]}
        />
        <Chips label={w.outcome}>
          {outcomes.map((outcome) => (
            <Chip
              key={outcome}
              count={pages.first && showNumber(pages.first.outcomes[outcome], language)}
              on={picked.includes(outcome)}
              onPress={() => toggle(outcome)}
            >
              {w[outcome]}
            </Chip>
          ))}
        </Chips>
        {filtered && (
          <Button small quiet icon="x" onClick={clear}>
            {w.clear}
          </Button>
        )}
      </Filters>
      <Listed
        from={pages}
        empty={
          <Empty
            icon="kept"
            title={filtered ? w.noneFound : w.none}
            actions={
              filtered && (
                <Button small onClick={clear}>
                  {w.clear}
                </Button>
              )
            }
          >
            {filtered ? w.noneFoundWhy : w.noneWhy}
          </Empty>
        }
      >
        <Table
          label={w.listLabel}
          foldInTwo
          columns={columns}
          rows={pages.rows}
          rowKey={(row) => row.id}
          onOpen={(row) => go(`/recognition/${row.id}`)}
          onEnd={pages.askMore}
        />
      </Listed>
      {pages.rows.length < manyRows && <ShowMore from={pages} />}
      {pages.rows.length >= manyRows && <TooMany>{w.tooMany(showNumber(pages.rows.length, language))}</TooMany>}
    </Card>
  )
}

function useColumns(): Column<DecisionRow>[] {
  const w = useWords(recognitionWords)
  const language = useLanguage()
  return [
    {
      key: 'unit',
      title: w.unit,
      cell: (row) => (
        <>
          <Go className="job" to={`/recognition/${row.id}`}>
            {unitTitle(row.unit, language)}
          </Go>
          <span className="sub">{row.unit.code}</span>
        </>
      ),
    },
    {
      key: 'outcome',
      title: w.outcome,
      cell: (row) => (
        <span className="rec-marks">
          <Status kind={outcomeStatus[row.outcome]}>{w[row.outcome]}</Status>
          {row.cancelledOn && <Tag icon="x">{row.replacedById ? w.corrected : w.cancelled}</Tag>}
          {row.demo && <Tag>{w.demo}</Tag>}
        </span>
      ),
    },
    {
      key: 'number',
      title: w.number,
      cell: (row) => (
        <>
          {row.number || <span className="faint">{w.unknownNumber}</span>}
          <span className="sub">{row.issuer || w.unknownIssuer}</span>
        </>
      ),
    },
    { key: 'decidedOn', title: w.decidedOn, cell: (row) => <span className="nw">{showDay(row.decidedOn)}</span> },
    { key: 'effectiveOn', title: w.effectiveOn, cell: (row) => <span className="nw">{showDay(row.effectiveOn)}</span> },
  ]
}
