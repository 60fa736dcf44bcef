// Above the list: the filter that finds while one types, the filters in force, those to add, the layout and the columns.

import { useAnswer } from '../../../platform/web/answer.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { FilterChip, Seg } from '../../../platform/web/components/chip.tsx'
import { ChecksField } from '../../../platform/web/components/choice-field.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { Filters, SearchField } from '../../../platform/web/components/list-bar.tsx'
import { MenuButton } from '../../../platform/web/components/menu.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import { PopButton } from '../../../platform/web/components/pop.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListInstructions, ListPosts } from '../contract.ts'
import { monthOf, quarterOf, rangeInWords } from './due-range.ts'
import type { Layout, TaskFilters } from './filters.ts'
import { listWords } from './list-words.ts'
import { postName } from './shown.ts'
import { laneWords, statusNames } from './words.ts'

export type ColumnChoice = { key: string; title: string }
type BarProps = {
  filters: TaskFilters
  columns: readonly ColumnChoice[]
  hidden: ReadonlySet<string>
  onHide: (key: string) => void
}

export function FilterBar({ filters, columns, hidden, onHide }: BarProps) {
  const w = useWords(listWords)
  return (
    <Filters>
      <SearchField value={filters.get('q') ?? ''} onChange={(q) => filters.set({ q })} />
      <InForce filters={filters} />
      <PopButton
        className="chip"
        panelLabel={w.moreFilters}
        panel={(close) => <Panel filters={filters} onClose={close} />}
      >
        <Icon name="filter" />
        {w.moreFilters}
      </PopButton>
      <span className="grow" />
      <Seg<Layout>
        label={w.layout}
        value={filters.layout}
        onChange={(layout) => filters.set({ layout: layout === 'table' ? undefined : layout })}
        choices={[
          { value: 'table', label: w.table, icon: 'table' },
          { value: 'board', label: w.board, icon: 'board' },
          { value: 'timeline', label: w.timeline, icon: 'timeline' },
        ]}
      />
      {filters.layout === 'table' && (
        <MenuButton
          className="iconbtn"
          label={w.columns}
          end
          items={columns.map((column) => ({
            key: column.key,
            label: column.title,
            checked: !hidden.has(column.key),
            onPick: () => onHide(column.key),
          }))}
        >
          <Icon name="columns" />
        </MenuButton>
      )}
    </Filters>
  )
}

/** The names of what is filtered by, asked only while such a filter stands. */
function useNames(filters: TaskFilters) {
  const { programme, on } = useView()
  const byPost = Boolean(filters.get('head') ?? filters.get('area'))
  const posts = useAnswer(ListPosts, { programme, on, limit: 5000 }, { when: byPost }).answer?.rows
  const given = filters.get('instruction')
  const instructions = useAnswer(ListInstructions, { programme, on }, { when: Boolean(given) }).answer?.rows
  const head = posts?.find((post) => post.id === filters.get('head'))
  return {
    head: head ? postName(head) : undefined,
    area: posts?.find((post) => post.areaId === filters.get('area'))?.areaName,
    instruction: instructions?.find((each) => each.id === given)?.title,
  }
}

function InForce({ filters }: { filters: TaskFilters }) {
  const w = useWords(listWords)
  const s = useWords(statusNames)
  const l = useWords(laneWords)
  const names = useNames(filters)
  const range = rangeInWords({ from: filters.get('dueFrom'), to: filters.get('dueTo') }, w)
  const statuses = filters.all('status').map((kind) => s[kind as keyof typeof s] ?? kind)
  const lanes = filters.all('lane').map((lane) => l[lane as keyof typeof l] ?? lane)
  return (
    <>
      {range && (
        <FilterChip label={w.due} value={range} onOff={() => filters.set({ dueFrom: undefined, dueTo: undefined })} />
      )}
      {statuses.length > 0 && (
        <FilterChip label={w.status} value={statuses.join(', ')} onOff={() => filters.set({ status: [] })} />
      )}
      {lanes.length > 0 && (
        <FilterChip label={w.lane} value={lanes.join(', ')} onOff={() => filters.set({ lane: [] })} />
      )}
      {filters.get('area') && (
        <FilterChip label={w.area} value={names.area ?? '…'} onOff={() => filters.set({ area: undefined })} />
      )}
      {filters.get('head') && (
        <FilterChip label={w.head} value={names.head ?? '…'} onOff={() => filters.set({ head: undefined })} />
      )}
      {filters.get('instruction') && (
        <FilterChip
          label={w.instruction}
          value={names.instruction ?? '…'}
          onOff={() => filters.set({ instruction: undefined })}
        />
      )}
      {filters.get('inherited') && (
        <FilterChip label={w.only} value={w.inherited} onOff={() => filters.set({ inherited: undefined })} />
      )}
      {filters.get('evidenceMissing') && (
        <FilterChip
          label={w.only}
          value={w.evidenceMissing}
          onOff={() => filters.set({ evidenceMissing: undefined })}
        />
      )}
    </>
  )
}

const kinds = ['late', 'soon', 'ontime', 'done', 'done-late', 'no-evidence', 'cancelled'] as const

function Panel({ filters, onClose }: { filters: TaskFilters; onClose: () => void }) {
  const w = useWords(listWords)
  const s = useWords(statusNames)
  const { programme, on } = useView()
  const posts = useAnswer(ListPosts, { programme, on, limit: 5000 }).answer?.rows ?? []
  const areas = new Map(posts.map((post) => [post.areaId, post.areaName]))
  const quarter = quarterOf(on)
  const month = monthOf(on)
  return (
    <div className="filter-panel">
      <div className="quick">
        <Button small onClick={() => filters.set({ dueFrom: quarter.from, dueTo: quarter.to })}>
          {w.thisQuarter}
        </Button>
        <Button small onClick={() => filters.set({ dueFrom: month.from, dueTo: month.to })}>
          {w.thisMonth}
        </Button>
      </div>
      <div className="pair">
        <DateField
          label={w.dueFrom}
          value={filters.get('dueFrom') ?? ''}
          onChange={(day) => filters.set({ dueFrom: day || undefined })}
        />
        <DateField
          label={w.dueTo}
          value={filters.get('dueTo') ?? ''}
          onChange={(day) => filters.set({ dueTo: day || undefined })}
        />
      </div>
      <PickField
        label={w.area}
        value={filters.get('area') ?? ''}
        onChange={(area) => filters.set({ area: area || undefined })}
        choices={[{ value: '', label: w.anything }, ...[...areas].map(([value, label]) => ({ value, label }))]}
      />
      <PickField
        label={w.head}
        value={filters.get('head') ?? ''}
        onChange={(head) => filters.set({ head: head || undefined })}
        choices={[
          { value: '', label: w.anything },
          ...posts.map((post) => ({ value: post.id, label: postName(post) })),
        ]}
      />
      <ChecksField
        label={w.status}
        choices={kinds.map((value) => ({ value, label: s[value] }))}
        values={filters.all('status')}
        onChange={(status) => filters.set({ status })}
      />
      <div className="quick">
        <Button small main onClick={onClose}>
          {w.apply}
        </Button>
        <Button small quiet onClick={filters.clear}>
          {w.clearAll}
        </Button>
      </div>
    </div>
  )
}
