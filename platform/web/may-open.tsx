// Which screens the reader may open: the menu, the palette and figures that lead somewhere ask here, so that nothing leads to a lock.

import { createContext, useContext } from 'react'
import type { Screen } from './screen.ts'

export type MayOpen = (to: string) => boolean

/** The permission that a screen asks for; the server decides all the same. */
export const neededFor = (screen: Screen): string | undefined => screen.nav?.permission ?? screen.permission

const partsOf = (path: string): string[] => path.split('/').filter(Boolean)

/** The screen of a path below /app; one that is written out goes before one with a parameter. */
export function screenOf(screens: readonly Screen[], path: string): Screen | undefined {
  const wanted = partsOf(path)
  const fits = screens.filter((screen) => {
    const parts = partsOf(screen.path)
    return parts.length === wanted.length && parts.every((part, at) => part.startsWith('$') || part === wanted[at])
  })
  return fits.sort((one, other) => one.path.split('$').length - other.path.split('$').length)[0]
}

export function mayOpenOf(screens: readonly Screen[], holds: (permission: string) => boolean): MayOpen {
  return (to) => {
    const screen = screenOf(screens, to.replace(/[?#].*$/, ''))
    const needed = screen && neededFor(screen)
    return needed === undefined || holds(needed)
  }
}

const Held = createContext<MayOpen>(() => true)
export const MayOpenProvider = Held.Provider
export const useMayOpen = (): MayOpen => useContext(Held)
