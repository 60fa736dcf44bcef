// Short messages after a deed ("Đã lưu"), with an undo where one exists; the library behind them is loaded with the first one.

import { lazy, Suspense, useSyncExternalStore } from 'react'

export type Message = {
  text: string
  /** Refusals and failures stay until they are closed. */
  bad?: boolean
  undo?: () => void
}

let waiting: Message[] = []
let wanted = false
let show: ((message: Message) => void) | undefined
const listeners = new Set<() => void>()

/** Says something to the reader, from anywhere. */
export function say(message: Message | string): void {
  const full = typeof message === 'string' ? { text: message } : message
  if (show) {
    show(full)
    return
  }
  waiting = [...waiting, full]
  wanted = true
  for (const listener of listeners) listener()
}

/** Called once by the loaded list of messages: it takes over what was said meanwhile. */
export function takeMessages(shower: (message: Message) => void): void {
  show = shower
  for (const message of waiting) shower(message)
  waiting = []
}

const MessageList = lazy(() => import('./message-list.tsx'))

export function Messages() {
  const needed = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => wanted,
  )
  if (!needed) return null
  return (
    <Suspense fallback={null}>
      <MessageList />
    </Suspense>
  )
}
