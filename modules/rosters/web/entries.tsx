// Everybody on the rosters of a commune, found by number, name or address, with marks or without; corrected and taken off
// one by one.

import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Chip, Chips, FilterChip } from '../../../platform/web/components/chip.tsx'
import { Filters, SearchField } from '../../../platform/web/components/list-bar.tsx'
import { Listed } from '../../../platform/web/components/listed.tsx'
import { AsOf } from '../../../platform/web/components/marks.tsx'
import { MenuButton } from '../../../platform/web/components/menu.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Empty } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { usePages } from '../../../platform/web/pages.ts'
import { useParam, useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListRosterEntries, ListRosters } from '../contract.ts'
import { exportItems } from './commune.tsx'
import { CorrectDialog } from './correct-dialog.tsx'
import { EndDialog } from './end-dialog.tsx'
import { rosterWords } from './words.ts'

type First = OutputOf<typeof ListRosterEntries>
export type EntryRow = First['rows'][number]

export default function RosterEntries() {
  const w = useWords(rosterWords)
  const language = useLanguage()
  const { on } = useView()
  const areaId = useParam('areaId')
  const search = useSearch()
  const [group, placeId, listId, q] = ['group', 'place', 'list', 'q'].map((name) => search.get(name))
  const pages = usePages(
    ListRosterEntries,
    { areaId, on, group, placeId, listId, q, limit: 100 },
    { rows: (answer: First) => answer.rows, next: (answer: First) => answer.next },
  )
  const lists = useAnswer(ListRosters, { areaId, on }, { when: Boolean(listId) })
  const { first } = pages
  const place = first?.area.name
  const list = lists.answer?.lists.find(({ id }) => id === listId)
  const inPlace = pages.rows.find((row) => row.place.id === placeId)?.place
  const filtered = Boolean(group ?? placeId ?? listId ?? q)
  return (
    <>
      <PageHead
        title={w.entriesOf}
        crumbs={[
          { label: w.commitments, to: '/commitments' },
          { label: place ? w.of(place) : w.title, to: `/rosters/${areaId}` },
          { label: w.entriesOf },
        ]}
        facts={<AsOf>{w.onDay(showDay(on))}</AsOf>}
        actions={
          <MenuButton className="btn" label={w.exportAs} items={exportItems(areaId, on, group)} end>
            {w.exportAs}
          </MenuButton>
        }
      />
      <Chips label={w.group}>
        <Chip onPress={() => search.set({ group: undefined })} on={!group}>
          {w.allGroups}
        </Chip>
        {(first?.groups ?? []).map((each) => (
          <Chip key={each.id} onPress={() => search.set({ group: each.id })} on={group === each.id}>
            {each.name[language]}
          </Chip>
        ))}
      </Chips>
      <Card>
        <Filters>
          <SearchField value={q ?? ''} onChange={(next) => search.set({ q: next })} />
          {placeId && (
            <FilterChip
              label={w.place}
              value={placeId === areaId ? w.whole : (inPlace?.name ?? '…')}
              onOff={() => search.set({ place: undefined })}
            />
          )}
          {listId && (
            <FilterChip label={w.list} value={list?.title ?? '…'} onOff={() => search.set({ list: undefined })} />
          )}
        </Filters>
        <Listed
          from={pages}
          lines={8}
          empty={
            <Empty icon="users" title={filtered ? w.nothingMatches : w.none}>
              {filtered ? undefined : w.noneWhy}
            </Empty>
          }
        >
          {first && (
            <Rows first={first} rows={pages.rows} onEnd={pages.askMore} onDone={pages.again} areaId={areaId} on={on} />
          )}
        </Listed>
      </Card>
    </>
  )
}

type RowsProps = {
  first: First
  rows: readonly EntryRow[]
  onEnd: () => void
  onDone: () => void
  areaId: string
  on: string
}

function Rows({ first, rows, onEnd, onDone, areaId, on }: RowsProps) {
  const w = useWords(rosterWords)
  const language = useLanguage()
  const [changing, change] = useState<{ row: EntryRow; deed: 'correct' | 'end' }>()
  const groupName = new Map(first.groups.map(({ id, name }) => [id, name[language]]))
  const close = () => {
    change(undefined)
    onDone()
  }
  const columns: Column<EntryRow>[] = [
    {
      key: 'name',
      title: w.entry,
      cell: (row) => (
        <>
          {row.number !== null && <span className="muted num">{row.number}. </span>}
          {row.name}
          {(row.address || row.headcount !== null) && (
            <span className="sub">
              {[row.address, row.headcount !== null && w.people(row.headcount)].filter(Boolean).join(' · ')}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'place',
      title: w.place,
      width: '210px',
      cell: (row) => (row.place.kind === 'whole' ? w.whole : row.place.name),
    },
    { key: 'group', title: w.group, width: '190px', cell: (row) => groupName.get(row.groupId) },
    { key: 'since', title: w.since, width: '110px', cell: (row) => showDay(row.since) },
    ...(first.may.manage
      ? [
          {
            key: 'do',
            title: w.change,
            hiddenTitle: true,
            fold: false as const,
            width: '170px',
            align: 'right' as const,
            cell: (row: EntryRow) => (
              <>
                <Button small quiet aria-label={w.correctOf(row.name)} onClick={() => change({ row, deed: 'correct' })}>
                  {w.correct}
                </Button>
                <Button small quiet aria-label={w.endButton(row.name)} onClick={() => change({ row, deed: 'end' })}>
                  {w.end}
                </Button>
              </>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <Table label={w.entriesOf} columns={columns} rows={rows} rowKey={(row) => row.id} onEnd={onEnd} />
      {changing?.deed === 'correct' && (
        <CorrectDialog areaId={areaId} row={changing.row} hamlets={first.hamlets} onClose={close} />
      )}
      {changing?.deed === 'end' && <EndDialog areaId={areaId} row={changing.row} on={on} onClose={close} />}
    </>
  )
}
