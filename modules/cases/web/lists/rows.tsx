// What a check came to: the figures, and row by row what it would become, what is doubtful and what has to be mended.

import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { LinkButton } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Chip, Chips } from '../../../../platform/web/components/chip.tsx'
import { Figures } from '../../../../platform/web/components/figures.tsx'
import { ShowMore } from '../../../../platform/web/components/list-bar.tsx'
import { Listed } from '../../../../platform/web/components/listed.tsx'
import { Empty } from '../../../../platform/web/components/states.tsx'
import { Status, type StatusKind } from '../../../../platform/web/components/status.tsx'
import { type Column, Table } from '../../../../platform/web/components/table.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { usePages } from '../../../../platform/web/pages.ts'
import { useSearch } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { type ListRowShown, ListRowsOfPersonList, type PersonList } from '../../contract.ts'
import { listFieldNames } from '../../lists/field-names.ts'
import { reasonsSaid } from '../same/reasons.ts'
import { listWords } from './words.ts'

export function ListFigures({ list: { counts } }: { list: PersonList }) {
  const w = useWords(listWords)
  const { good, bare, alike, refused, entered, doubted } = counts
  return (
    <Figures
      figures={[
        ...(entered > 0 ? [{ label: w.entered, value: entered }] : [{ label: w.good, value: good + bare }]),
        ...(entered > 0 ? [] : [{ label: w.bare, value: bare }]),
        { label: w.alikeN, value: alike, tone: alike > 0 ? 'soon' : undefined },
        { label: w.refused, value: refused, tone: refused > 0 ? 'late' : undefined },
        { label: w.doubted, value: doubted, tone: doubted > 0 ? 'soon' : undefined },
      ]}
    />
  )
}

type First = OutputOf<typeof ListRowsOfPersonList>
const kinds: Record<ListRowShown['outcome'], StatusKind> = {
  good: 'done',
  bare: 'soon',
  alike: 'soon',
  refused: 'late',
}
const shows = ['all', 'alike', 'refused', 'bare', 'doubted'] as const

export function ListRows({ communeId, list }: { communeId: string; list: PersonList }) {
  const w = useWords(listWords)
  const search = useSearch()
  const show = shows.find((each) => each === search.get('rows')) ?? 'all'
  const here = `/files/lists/${communeId}/${list.id}`
  const pages = usePages(
    ListRowsOfPersonList,
    { communeId, importId: list.id, show },
    { rows: (answer: First) => answer.rows, next: (answer: First) => answer.next },
  )
  const { counts } = list
  const labels = { all: w.all, alike: w.alikeN, refused: w.refused, bare: w.becomes_bare, doubted: w.doubted }
  const count = {
    all: counts.good + counts.bare + counts.alike + counts.refused,
    ...{ alike: counts.alike, refused: counts.refused, bare: counts.bare, doubted: counts.doubted },
  }
  return (
    <Card
      title={w.rows}
      end={
        list.may.mend && (
          <LinkButton
            small
            icon="download"
            href={`/api/cases/list-to-mend?communeId=${communeId}&importId=${list.id}`}
            download
          >
            {w.toMend}
          </LinkButton>
        )
      }
    >
      <div className="list-chips">
        <Chips label={w.show}>
          {shows.map((each) => (
            <Chip key={each} on={each === show} count={count[each]} to={each === 'all' ? here : `${here}?rows=${each}`}>
              {labels[each]}
            </Chip>
          ))}
        </Chips>
      </div>
      <Listed from={pages} empty={<Empty icon="check-c" title={w.none} />}>
        <RowsTable rows={pages.rows} onEnd={pages.askMore} />
      </Listed>
      <ShowMore from={pages} />
    </Card>
  )
}

function RowsTable({ rows, onEnd }: { rows: readonly ListRowShown[]; onEnd: () => void }) {
  const w = useWords(listWords)
  const language = useLanguage()
  const columns: Column<ListRowShown>[] = [
    { key: 'row', title: w.row, width: '70px', fold: w.row, cell: ({ row }) => <span className="num">{row}</span> },
    { key: 'name', title: w.name, width: '180px', cell: ({ name }) => name },
    {
      key: 'outcome',
      title: w.outcome,
      width: '230px',
      cell: ({ outcome }) => <Status kind={kinds[outcome]}>{w[`becomes_${outcome}`]}</Status>,
    },
    {
      key: 'said',
      title: w.said,
      cell: ({ faults, warnings, alike }) =>
        faults.length + warnings.length + alike.length === 0 ? (
          <span className="muted">—</span>
        ) : (
          <ul className="list-said">
            {faults.map((fault) => (
              <li key={fault.vi}>
                {fault.field && <b className="semi">{listFieldNames[fault.field][language]}: </b>}
                {fault[language]}
              </li>
            ))}
            {alike.map(({ file, row, reasons }) => (
              <li key={file ?? row}>
                {file ? w.sameAsFile(file) : w.sameAsRow(row ?? 0)}
                <span className="sub">{reasonsSaid(reasons, language)}</span>
              </li>
            ))}
            {warnings.map((warning) => (
              <li key={warning.vi} className="muted">
                {warning[language]}
              </li>
            ))}
          </ul>
        ),
    },
  ]
  return <Table label={w.rows} columns={columns} rows={rows} rowKey={({ row }) => String(row)} onEnd={onEnd} />
}
