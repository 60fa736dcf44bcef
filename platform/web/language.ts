// The reader's language: chosen by ?lang=, then by the last choice on this device, then Vietnamese.

import { useSyncExternalStore } from 'react'
import type { Language } from '../contract/words.ts'

const key = 'binh-yen-language'
const listeners = new Set<() => void>()

function firstLanguage(): Language {
  const asked = new URLSearchParams(window.location.search).get('lang')
  if (asked === 'vi' || asked === 'en') {
    localStorage.setItem(key, asked)
    return asked
  }
  return localStorage.getItem(key) === 'en' ? 'en' : 'vi'
}

let current: Language = firstLanguage()
document.documentElement.lang = current

export const currentLanguage = (): Language => current

export function setLanguage(language: Language): void {
  current = language
  localStorage.setItem(key, language)
  document.documentElement.lang = language
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useLanguage = (): Language => useSyncExternalStore(subscribe, currentLanguage)
