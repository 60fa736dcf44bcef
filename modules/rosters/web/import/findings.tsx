// What a check or an import came to: the figures, who stands on another list, where the rows go, and what has to be mended.

import { LinkButton } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Figures } from '../../../../platform/web/components/figures.tsx'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { type Column, Table } from '../../../../platform/web/components/table.tsx'
import { showNumber } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import type { ImportRow } from './draft.ts'
import { importWords } from './words.ts'

export function RowFigures({ row }: { row: ImportRow }) {
  const w = useWords(importWords)
  const language = useLanguage()
  const n = (value: number) => showNumber(value, language)
  return (
    <>
      <Figures
        figures={[
          { label: w.good, value: row.rowsGood },
          { label: w.bad, value: row.rowsBad, tone: row.rowsBad > 0 ? 'late' : undefined },
          { label: w.addedN, value: row.added },
          { label: w.matchedN, value: row.matched },
          { label: w.replacedN, value: row.replaced, tone: row.replaced > 0 ? 'soon' : undefined },
        ]}
      />
      {row.replaced > 0 && row.dryRun && (
        <Note tone="soon" icon="soon">
          {w.shorter(n(row.replaced))} {row.rowsBad > 0 && w.badWillLeave}
        </Note>
      )}
    </>
  )
}

/** Named, so that one can look them up; they are the person's own roster. */
export function Repeats({ row }: { row: ImportRow }) {
  const w = useWords(importWords)
  const language = useLanguage()
  const { count, first } = row.repeats
  return (
    <Note tone="late" icon="users">
      {w.repeats(showNumber(count, language))}
      <ul className="imp-repeats">
        {first.map(({ name, place }) => (
          <li key={`${name} ${place}`}>
            {name} <span className="muted">({place})</span>
          </li>
        ))}
      </ul>
      {count > first.length && w.repeatsMore(showNumber(count - first.length, language))}
    </Note>
  )
}

export function Places({ row }: { row: ImportRow }) {
  const w = useWords(importWords)
  const language = useLanguage()
  if (row.places.length === 0) return null
  const columns: Column<ImportRow['places'][number]>[] = [
    { key: 'place', title: w.placeName, cell: (place) => place.name },
    {
      key: 'before',
      title: w.before,
      width: '140px',
      align: 'right',
      cell: (place) => showNumber(place.before, language),
    },
    { key: 'rows', title: w.inFile, width: '140px', align: 'right', cell: (place) => showNumber(place.rows, language) },
  ]
  return (
    <Card title={w.places}>
      <Table label={w.places} columns={columns} rows={row.places} rowKey={(place) => place.name} />
      {row.placeCount > row.places.length && (
        <p className="t14 muted imp-more">{w.morePlaces(showNumber(row.placeCount - row.places.length, language))}</p>
      )}
    </Card>
  )
}

/** `mended`: where the file goes once it is mended; before anything is written, mending the file itself is better. */
export function Faults({ row, mended }: { row: ImportRow; mended: string | undefined }) {
  const w = useWords(importWords)
  const language = useLanguage()
  if (row.rowsBad === 0) return null
  const n = (value: number) => showNumber(value, language)
  const columns: Column<ImportRow['faults'][number]>[] = [
    {
      key: 'row',
      title: w.row,
      width: '80px',
      fold: w.row,
      cell: (fault) => <span className="num">{n(fault.row)}</span>,
    },
    { key: 'column', title: w.faultColumn, width: '180px', cell: (fault) => fault.column || '—' },
    {
      key: 'text',
      title: w.faultText,
      width: '240px',
      cell: (fault) => (fault.text ? <q className="imp-text">{fault.text}</q> : '—'),
    },
    { key: 'why', title: w.why, cell: (fault) => fault[language] },
  ]
  return (
    <Card
      title={w.kinds}
      beside={<Tag>{w.badSoFar(n(row.rowsBad))}</Tag>}
      end={
        row.may.errors && (
          <LinkButton small icon="download" href={`/api/rosters/import-errors?importId=${row.id}`} download>
            {w.downloadBad}
          </LinkButton>
        )
      }
    >
      <div className="imp-kinds">
        <p className="t14 muted">{w.downloadWhy}</p>
        <ul>
          {row.kinds.map((kind) => (
            <li key={kind.code}>
              <b className="semi num">{n(kind.count)}</b> × {kind[language]}
            </li>
          ))}
        </ul>
        {mended && (
          <LinkButton main icon="upload" to={mended}>
            {w.sendMended}
          </LinkButton>
        )}
        {row.faults.length < row.rowsBad && (
          <p className="t14 muted">{w.firstFaults(row.faults.length, n(row.rowsBad))}</p>
        )}
      </div>
      <Table
        label={w.kinds}
        columns={columns}
        rows={row.faults}
        rowKey={(fault) => `${fault.row} ${fault.column} ${fault.code}`}
      />
    </Card>
  )
}
