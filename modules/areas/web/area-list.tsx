// The list of what lies in the chosen unit: found as one types, with or without marks, and exported whole.

import { useDeferredValue, useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { unitName, unitTitle } from '../../../platform/contract/unit-name.ts'
import { ask } from '../../../platform/web/call.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { FilterChip } from '../../../platform/web/components/chip.tsx'
import { SelectField } from '../../../platform/web/components/field.tsx'
import { Filters, SearchField } from '../../../platform/web/components/list-bar.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Empty, Loading, Refused } from '../../../platform/web/components/states.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { Table } from '../../../platform/web/components/table.tsx'
import { csvOf, download } from '../../../platform/web/csv.ts'
import { finds } from '../../../platform/web/fold.ts'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { usePages } from '../../../platform/web/pages.ts'
import { Go, useGo, useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { type AreaMap, type Level, ListAreas, levelNames, levels } from '../contract.ts'
import { showLastDay } from './last-day.ts'
import { useUnitMarks } from './unit-marks.ts'
import { areaWords } from './words.ts'

type Row = OutputOf<typeof ListAreas>['rows'][number]
type Props = { within: string; map: OutputOf<typeof AreaMap> | undefined }

export function AreaList({ within, map }: Props) {
  const w = useWords(areaWords)
  const language = useLanguage()
  const { on } = useView()
  const search = useSearch()
  const typed = search.get('q') ?? ''
  const everywhere = search.get('all') === '1'
  const level = levels.find((each) => each === search.get('level'))
  const text = useDeferredValue(typed)
  const input = { on, text, ...(everywhere ? {} : { within }), ...(level ? { level } : {}), limit: 200 }
  const pages = usePages(ListAreas, input, { rows: (answer) => answer.rows, next: (answer) => answer.next })
  // A unit that has ended has nothing below it any more: the units that hold its territory stand in the list.
  const heirs = !everywhere && map?.within.id === within && map.within_ended ? heirRows(map, text) : undefined
  const rows = heirs ?? pages.rows
  const total = heirs?.length ?? pages.first?.total ?? 0
  const name = map?.within.id === within ? unitName(map.within, language) : ''
  return (
    <Card title={w.list} beside={<Tag>{w.units(total)}</Tag>} end={<Export input={input} heirs={heirs} />}>
      <Filters>
        <SearchField
          value={typed}
          onChange={(value) => search.set({ q: value || undefined })}
          label={w.find}
          placeholder={w.find}
        />
        <LevelChoice value={level} onChange={(value) => search.set({ level: value })} />
        <FilterChip
          label={w.within}
          value={everywhere ? w.wholeCountry : name}
          onOff={() => search.set({ all: everywhere ? undefined : '1' })}
        />
      </Filters>
      {pages.problem && rows.length === 0 ? (
        <Refused problem={pages.problem} onAgain={pages.again} />
      ) : pages.loading && rows.length === 0 ? (
        <Loading lines={6} />
      ) : rows.length === 0 ? (
        <Empty icon="search" title={w.nothingFound}>
          {w.nothingFoundWhy}
        </Empty>
      ) : (
        <Rows rows={rows} total={total} onEnd={heirs ? undefined : pages.askMore} />
      )}
    </Card>
  )
}

function LevelChoice({ value, onChange }: { value: Level | undefined; onChange: (level: string | undefined) => void }) {
  const w = useWords(areaWords)
  const language = useLanguage()
  return (
    <div className="areas-level">
      <SelectField
        label={w.level}
        value={value ?? ''}
        onChange={(next) => onChange(next || undefined)}
        empty={w.allLevels}
        choices={levels.map((level) => ({ value: level, label: levelNames[level][language] }))}
      />
    </div>
  )
}

function heirRows(map: OutputOf<typeof AreaMap>, text: string): Row[] {
  return map.units
    .filter((unit) => text === '' || finds(text, `${unit.name} ${unit.code}`))
    .map((unit) => ({ ...unit, parent: null, changesOn: unit.validTo }))
}

function Rows({ rows, total, onEnd }: { rows: readonly Row[]; total: number; onEnd?: () => void }) {
  const w = useWords(areaWords)
  const language = useLanguage()
  const go = useGo()
  const { on } = useView()
  const marks = useUnitMarks(on)
  const mark = (row: Row) => marks.get(row.id)
  // A column that says the same in every row says nothing.
  const manyParents = rows.some((row) => row.parent?.id !== rows[0]?.parent?.id)
  return (
    <Table
      label={w.list}
      rows={rows}
      rowKey={(row) => row.id}
      total={total}
      onEnd={onEnd}
      onOpen={(row) => go(`/areas/${row.id}`)}
      columns={[
        {
          key: 'name',
          title: w.colName,
          width: '26%',
          cell: (row) => (
            <Go className="job" to={`/areas/${row.id}`}>
              {unitTitle(row, language)}
            </Go>
          ),
        },
        { key: 'code', title: w.colCode, width: '76px', cell: (row) => <span className="nw">{row.code}</span> },
        ...(manyParents
          ? [
              {
                key: 'parent',
                title: w.colParent,
                cell: (row: Row) => (row.parent ? unitTitle(row.parent, language) : '–'),
              },
            ]
          : []),
        { key: 'since', title: w.colSince, cell: (row) => <span className="nw">{showDay(row.validFrom)}</span> },
        {
          key: 'until',
          title: w.colUntil,
          cell: (row) => <span className="nw">{row.validTo ? showLastDay(row.validTo) : w.noEnd}</span>,
        },
        ...(marks.size > 0
          ? [
              {
                key: 'status',
                title: w.colStatus,
                cell: (row: Row) => {
                  const found = mark(row)
                  return found ? <Status kind={found.status}>{found.text}</Status> : '–'
                },
              },
            ]
          : []),
      ]}
    />
  )
}

type ListInput = { on: string; text: string; within?: string; level?: Level }

/** Every row, however many: asked for page by page and written to one file. */
function Export({ input, heirs }: { input: ListInput; heirs: readonly Row[] | undefined }) {
  const w = useWords(areaWords)
  const language = useLanguage()
  const [fetched, setFetched] = useState<number | undefined>(undefined)
  const run = async () => {
    setFetched(0)
    try {
      const rows: Row[] = [...(heirs ?? [])]
      let cursor: string | undefined
      do {
        if (heirs) break
        const page = await ask(ListAreas, { ...input, limit: 500, ...(cursor ? { cursor } : {}) })
        rows.push(...page.rows)
        setFetched(rows.length)
        cursor = page.next ?? undefined
      } while (cursor)
      const header = [w.colCode, w.colName, w.colLevel, w.colParent, w.colSince, w.colUntil]
      const cells = rows.map((row) => [
        row.code,
        unitTitle(row, language),
        levelNames[row.level][language],
        row.parent ? unitTitle(row.parent, language) : '',
        row.validFrom,
        row.validTo ?? '',
      ])
      download(`dia-ban-${input.on}.csv`, csvOf([header, ...cells]))
    } catch (fault) {
      say({ text: fault instanceof Error ? fault.message : String(fault), bad: true })
    } finally {
      setFetched(undefined)
    }
  }
  return (
    <Button small quiet icon="download" busy={fetched !== undefined} onClick={() => void run()}>
      {fetched ? w.exporting(fetched) : w.export}
    </Button>
  )
}
