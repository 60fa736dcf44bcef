// What is typed about a person is kept in the memory of this tab alone, never in the storage of the browser: it outlives a
// change of screen and an opening whose time is over, and is gone with the tab, a reload or signing out.

import { useCallback, useState } from 'react'

const kept = new Map<string, object>()

export type MemoryDraft<T> = { value: T; change: (part: Partial<T>) => void; forget: () => void }

export function useMemoryDraft<T extends object>(key: string, initial: () => T): MemoryDraft<T> {
  const [value, setValue] = useState<T>(() => (kept.get(key) as T | undefined) ?? initial())
  const change = useCallback(
    (part: Partial<T>) =>
      setValue((before) => {
        const next = { ...before, ...part }
        kept.set(key, next)
        return next
      }),
    [key],
  )
  const forget = useCallback(() => {
    kept.delete(key)
    setValue(initial())
  }, [key, initial])
  return { value, change, forget }
}
