// Nhiệm vụ: one list in three layouts, with chips that count, instant filter, chosen rows and what to do with them.

import './list.css'
import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { Button, LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { ShowMore } from '../../../platform/web/components/list-bar.tsx'
import { Listed } from '../../../platform/web/components/listed.tsx'
import { AsOf } from '../../../platform/web/components/marks.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, TooMany } from '../../../platform/web/components/states.tsx'
import { showDay, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { type Pages, usePages } from '../../../platform/web/pages.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListTasks } from '../contract.ts'
import { BoardView } from './board-view.tsx'
import { BulkDeeds } from './bulk-deeds.tsx'
import { exportAddress } from './export-address.ts'
import { FilterBar } from './filter-bar.tsx'
import { type TaskFilters, useTaskFilters } from './filters.ts'
import { HeadsCard } from './heads-card.tsx'
import { listWords } from './list-words.ts'
import { SavedChips } from './saved-chips.tsx'
import type { Task } from './shown.ts'
import { TableView, useTaskColumns } from './table-view.tsx'
import { TimelineView } from './timeline-view.tsx'
import { sharedWords } from './words.ts'

type First = OutputOf<typeof ListTasks>
type List = Pages<Task, First>
const manyRows = 1000
const hiddenKey = 'binh-yen-tasks-columns'

/** The columns that this reader has hidden, kept on this device. */
function useHiddenColumns() {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(
    () => new Set((localStorage.getItem(hiddenKey) ?? '').split(',').filter(Boolean)),
  )
  const hide = (key: string) => {
    const next = new Set(hidden)
    if (!next.delete(key)) next.add(key)
    localStorage.setItem(hiddenKey, [...next].join(','))
    setHidden(next)
  }
  return { hidden, hide }
}

export default function TaskList() {
  const w = useWords(sharedWords)
  const { on, programme } = useView()
  const filters = useTaskFilters()
  const limit = filters.layout === 'table' ? 100 : 500
  const list: List = usePages(
    ListTasks,
    { ...filters.input, limit },
    { rows: (answer) => answer.rows, next: (answer) => answer.next },
  )
  if (!programme)
    return (
      <>
        <PageHead title={w.tasks} />
        <div className="card">
          <Empty icon="flag" title={w.noProgramme} />
        </div>
      </>
    )
  return (
    <>
      <PageHead
        title={w.tasks}
        facts={<AsOf>{w.asOf(showDay(on))}</AsOf>}
        actions={<Actions list={list} filters={filters} />}
      />
      <SavedChips filters={filters} counts={list.first?.counts} />
      <div className="stack">
        <ListCard list={list} filters={filters} />
        <HeadsCard />
      </div>
    </>
  )
}

function Actions({ list, filters }: { list: List; filters: TaskFilters }) {
  const w = useWords(listWords)
  const language = useLanguage()
  const total = list.first?.total ?? 0
  return (
    <>
      {total > 0 && (
        <LinkButton icon="download" href={exportAddress({ ...filters.input, language })} download="">
          {w.exportAll(showNumber(total, language))}
        </LinkButton>
      )}
      <LinkButton icon="split" to="/instructions">
        {w.instructions}
      </LinkButton>
      {list.first?.may.assign && (
        <LinkButton main icon="plus" to="/tasks/new">
          {w.assign}
        </LinkButton>
      )}
    </>
  )
}

function ListCard({ list, filters }: { list: List; filters: TaskFilters }) {
  const columns = useTaskColumns()
  const { hidden, hide } = useHiddenColumns()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const none = () => setSelected(new Set())
  const may = list.first?.may ?? { assign: false, extend: false }
  return (
    <Card className="tasks-card">
      <FilterBar filters={filters} columns={columns.slice(1)} hidden={hidden} onHide={hide} />
      <Listed from={list} lines={8} empty={<Nothing filters={filters} may={may.assign} />}>
        {list.first && filters.layout === 'table' && (
          <TableView
            tasks={list.rows}
            columns={columns.filter((column) => !hidden.has(column.key))}
            filters={filters}
            selected={selected}
            onSelect={setSelected}
            total={list.first.total}
            onEnd={list.askMore}
          />
        )}
        {list.first && filters.layout === 'board' && (
          <BoardView tasks={list.rows} counts={list.first.lanes} filters={filters} />
        )}
        {filters.layout === 'timeline' && <TimelineView tasks={list.rows} />}
      </Listed>
      <Rest list={list} />
      <BulkDeeds selected={selected} onNone={none} filters={filters} may={may} />
    </Card>
  )
}

function Rest({ list }: { list: List }) {
  const w = useWords(listWords)
  const language = useLanguage()
  if (!list.more || list.rows.length < manyRows) return <ShowMore from={list} />
  return (
    <TooMany>{w.shownOf(showNumber(list.rows.length, language), showNumber(list.first?.total ?? 0, language))}</TooMany>
  )
}

function Nothing({ filters, may }: { filters: TaskFilters; may: boolean }) {
  const w = useWords(listWords)
  if (filters.any)
    return (
      <Empty icon="filter" title={w.nothing} actions={<Button onClick={filters.clear}>{w.clearAll}</Button>}>
        {w.nothingWhy}
      </Empty>
    )
  return (
    <Empty
      icon="tasks"
      title={w.empty}
      actions={
        may && (
          <LinkButton main icon="plus" to="/tasks/new">
            {w.assign}
          </LinkButton>
        )
      }
    >
      {w.emptyWhy}
    </Empty>
  )
}
