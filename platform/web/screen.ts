// A screen plugs into the staff application by one typed entry: its path, its title, how to load it, and its place in the menu.

import type { ComponentType } from 'react'
import type { Bilingual } from '../contract/words.ts'
import type { IconName } from './icons.ts'

export type Screen = {
  /** Below /app, with `$name` for parameters: `areas/$areaId`; the home screen is ''. */
  path: string
  title: Bilingual
  load: () => Promise<{ default: ComponentType }>
  nav?: {
    icon: IconName
    label: Bilingual
    order: number
    section?: 'main' | 'admin'
    /** Left out of menu and palette for those who do not hold it; the server decides all the same. */
    permission?: string
  }
  /** The path of the menu entry that it belongs to, where its own path does not begin with it. */
  under?: string
  /** What opening it asks for, where it has no place in the menu that says so. */
  permission?: string
  /** Shows what holds now, whatever day is in view: files of persons, the log, the machine. */
  ofToday?: true
  /** Drawn without the shell: sign-in and sheets for paper. */
  bare?: boolean
}
