// What is typed is kept on this device until it is sent: nothing is lost on reload, on a closed tab or on a lost signal.

import { useCallback, useEffect, useRef, useState } from 'react'

const prefix = 'binh-yen-draft:'

type Kept<T> = { value: T; at: string }

function readDraft<T>(key: string): Kept<T> | undefined {
  const text = localStorage.getItem(prefix + key)
  if (!text) return undefined
  try {
    return JSON.parse(text) as Kept<T>
  } catch {
    localStorage.removeItem(prefix + key)
    return undefined
  }
}

export type Draft<T> = {
  value: T
  /** Changes some of the fields. */
  change: (part: Partial<T>) => void
  /** When the draft was last kept; undefined while nothing was typed. */
  keptAt: Date | undefined
  /** Forget the draft: after sending, or when the reader starts over. */
  forget: () => void
}

/** Keeps the text of one form under `key`; never use it on a person file, whose text must not stay on a device. */
export function useDraft<T extends object>(key: string, initial: T): Draft<T> {
  const [kept, setKept] = useState<Kept<T> | undefined>(() => readDraft<T>(key))
  const start = useRef(initial)
  start.current = initial
  useEffect(() => setKept(readDraft<T>(key)), [key])

  const change = useCallback(
    (part: Partial<T>) =>
      setKept((before) => {
        const next = { value: { ...start.current, ...before?.value, ...part }, at: new Date().toISOString() }
        localStorage.setItem(prefix + key, JSON.stringify(next))
        return next
      }),
    [key],
  )
  const forget = useCallback(() => {
    localStorage.removeItem(prefix + key)
    setKept(undefined)
  }, [key])

  return {
    value: kept ? { ...initial, ...kept.value } : initial,
    change,
    keptAt: kept ? new Date(kept.at) : undefined,
    forget,
  }
}
