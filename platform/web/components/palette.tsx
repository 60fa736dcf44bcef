// Ctrl K: one field that finds screens, places, work and papers; the code comes with the first use.

import { lazy, Suspense, useEffect, useState } from 'react'
import type { Language } from '../../contract/words.ts'
import type { IconName } from './icon.tsx'

export type PaletteItem = { id: string; label: string; note?: string; icon?: IconName; to: string }

/** Where the palette looks: "Địa bàn", "Nhiệm vụ"… Each source answers with at most a handful of items. */
export type PaletteSource = {
  label: { vi: string; en: string }
  find: (
    typed: string,
    language: Language,
    signal: AbortSignal,
  ) => Promise<readonly PaletteItem[]> | readonly PaletteItem[]
}

const loadBox = () => import('./palette-box.tsx')
const PaletteBox = lazy(loadBox)

/** Opens with Ctrl K or ⌘ K; `/` goes to the filter of the list in view when there is one. */
export function usePalette(sources: readonly PaletteSource[]) {
  const [wanted, setWanted] = useState(0)
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setWanted((count) => count + 1)
      }
      const typing =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]')
      if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        const filter = document.querySelector<HTMLInputElement>('main input[type="search"]')
        if (!filter) return
        event.preventDefault()
        filter.focus()
        filter.select()
      }
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
  return {
    open: () => setWanted((count) => count + 1),
    prepare: () => void loadBox(),
    palette: wanted ? (
      <Suspense fallback={null}>
        <PaletteBox sources={sources} asked={wanted} />
      </Suspense>
    ) : null,
  }
}
