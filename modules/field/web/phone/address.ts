// Where one is in the phone application: behind the # of the address, so that it needs no server.

import { useSyncExternalStore } from 'react'

const read = (): string[] => window.location.hash.replace(/^#\/?/, '').split('/').filter(Boolean)
let current = read()
const listeners = new Set<() => void>()
window.addEventListener('hashchange', () => {
  current = read()
  for (const listener of listeners) listener()
})

export const useAddress = (): string[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
export const go = (...parts: string[]): void => {
  window.location.hash = `/${parts.join('/')}`
}
/** The same without a step to come back to: the next household takes the place of the last one. */
export const goInstead = (...parts: string[]): void => window.location.replace(`#/${parts.join('/')}`)
