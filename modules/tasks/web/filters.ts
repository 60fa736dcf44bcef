// The filters of the list as they stand in the address, and how they change there.

import { useMemo } from 'react'
import type { InputOf } from '../../../platform/contract/operation.ts'
import { useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import type { ListTasks } from '../contract.ts'

type Asked = InputOf<typeof ListTasks>
export type Layout = 'table' | 'board' | 'timeline'

const flags = ['mine', 'waiting', 'converting', 'inherited', 'evidenceMissing'] as const
const texts = ['q', 'dueFrom', 'dueTo', 'area', 'head', 'instruction'] as const
const lists = ['status', 'lane'] as const
/** Everything that narrows the list; a saved view keeps these and the layout. */
export const filterNames = [...flags, ...texts, ...lists] as const
export type FilterName = (typeof filterNames)[number]
const sorts = ['due', 'number', 'title', 'area', 'head'] as const

export type TaskFilters = {
  input: Omit<Asked, 'cursor' | 'limit'>
  layout: Layout
  sort: { by: string; down: boolean }
  get: (name: FilterName) => string | undefined
  all: (name: 'status' | 'lane') => string[]
  set: (part: Partial<Record<FilterName | 'layout' | 'sort' | 'dir', string | readonly string[] | undefined>>) => void
  /** True when anything narrows the list. */
  any: boolean
  clear: () => void
}

const none = Object.fromEntries(filterNames.map((name) => [name, undefined]))

export function useTaskFilters(): TaskFilters {
  const search = useSearch()
  const { programme, on } = useView()
  return useMemo(() => {
    const given = search.get('layout')
    const layout: Layout = given === 'board' || given === 'timeline' ? given : 'table'
    const sort = sorts.find((each) => each === search.get('sort')) ?? 'due'
    const dir = search.get('dir') === 'desc' ? ('desc' as const) : ('asc' as const)
    const input = {
      programme,
      on,
      sort,
      dir,
      ...Object.fromEntries([...flags, ...texts].map((name) => [name, search.get(name)])),
      ...Object.fromEntries(lists.map((name) => [name, search.all(name)])),
    }
    return {
      input: input as TaskFilters['input'],
      layout,
      sort: { by: sort, down: dir === 'desc' },
      get: (name) => search.get(name),
      all: (name) => search.all(name),
      set: (part) => search.set(part),
      any: filterNames.some((name) => search.get(name) !== undefined),
      clear: () => search.set(none),
    }
  }, [search, programme, on])
}
