// Light or dark: the device's own setting until the reader chooses; both our tokens and Mantine follow one attribute pair.

import { useSyncExternalStore } from 'react'

export type ThemeMode = 'light' | 'dark'

const key = 'binh-yen-theme'
const listeners = new Set<() => void>()
const device = window.matchMedia('(prefers-color-scheme: dark)')

function wanted(): ThemeMode {
  const chosen = localStorage.getItem(key)
  if (chosen === 'light' || chosen === 'dark') return chosen
  return device.matches ? 'dark' : 'light'
}

let current = wanted()

function show(): void {
  document.documentElement.dataset.theme = current
  document.documentElement.dataset.mantineColorScheme = current
}

function follow(mode: ThemeMode): void {
  current = mode
  show()
  for (const listener of listeners) listener()
}

show()
device.addEventListener('change', () => follow(wanted()))

export function setThemeMode(mode: ThemeMode): void {
  localStorage.setItem(key, mode)
  follow(mode)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useThemeMode = (): ThemeMode => useSyncExternalStore(subscribe, () => current)
