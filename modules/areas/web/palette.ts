// Units in the command palette, found by name or code on the day in view.

import type { Language } from '../../../platform/contract/words.ts'
import { ask } from '../../../platform/web/call.ts'
import { type Level, ListAreas, levelNames } from '../contract.ts'
import { unitTitle } from './unit-name.ts'

export async function findAreas(typed: string, language: Language, signal?: AbortSignal) {
  // The palette has no view of its own: the day stands in the address.
  const on = new URLSearchParams(window.location.search).get('on')
  const { rows } = await ask(ListAreas, { text: typed, limit: 8, ...(on ? { on } : {}) }, signal)
  return rows.map((row) => ({
    id: `area-${row.id}`,
    label: unitTitle(row),
    note: `${row.code} · ${row.parent ? unitTitle(row.parent) : levelNames[row.level as Level][language]}`,
    icon: 'map' as const,
    to: `/areas/${row.id}`,
  }))
}
