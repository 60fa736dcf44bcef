// What is in view on every screen: one programme, on one day. Both stand in the URL; the defaults come from the application.

import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react'
import type { Day } from './day.ts'
import { useSearch } from './route.tsx'

/** `day`: the one on which it opens, where that is not today. */
export type ProgrammeInView = { slug: string; name: string; day?: Day }
export type ViewDefaults = {
  /** Today by the server's clock. */
  today: Day
  programmes: readonly ProgrammeInView[]
}

const browserToday = (): Day => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date())
const Defaults = createContext<ViewDefaults>({ today: browserToday(), programmes: [] })

/** Hands the server's day and the programmes in reach to every screen; `app/web` feeds it. */
export function ViewProvider({ today, programmes, children }: ViewDefaults & { children: ReactNode }) {
  const value = useMemo(() => ({ today, programmes }), [today, programmes])
  return <Defaults.Provider value={value}>{children}</Defaults.Provider>
}

export type View = {
  /** The slug of the programme; '' while none is in reach. */
  programme: string
  programmes: readonly ProgrammeInView[]
  /** The day that is shown. */
  on: Day
  /** The day on which the programme opens. */
  opens: Day
  today: Day
  /** True when the day shown is not today: screens say so, and nothing can be changed in the past. */
  otherDay: boolean
  setOn: (day: Day | undefined) => void
  setProgramme: (slug: string) => void
}

export function useView(): View {
  const { today, programmes } = useContext(Defaults)
  const search = useSearch()
  const asked = search.get('on')
  const programme = search.get('programme') ?? programmes[0]?.slug ?? ''
  const opens = programmes.find((each) => each.slug === programme)?.day ?? today
  const on = asked && /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : opens
  const setOn = useCallback(
    (day: Day | undefined) => search.set({ on: day === opens ? undefined : day }),
    [search, opens],
  )
  const setProgramme = useCallback((slug: string) => search.set({ programme: slug }, { keepStep: true }), [search])
  return {
    programme,
    programmes,
    on,
    opens,
    today,
    otherDay: on !== today,
    setOn,
    setProgramme,
  }
}
