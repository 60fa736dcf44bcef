// Who reads a page: in which language, about which programme, on which day; and the addresses that keep all three.

import type { Context } from 'hono'
import { unitKind } from '../../../platform/contract/unit-name.ts'
import { type InLanguage, inLanguage, type Language } from '../../../platform/contract/words.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Parts } from '../../../platform/server/slice.ts'
import { type Programme, programmes } from '../../programme/server/public.ts'
import { type Organisation, settingsOf } from '../../settings/server/public.ts'
import { words } from './words.ts'

export type PortalWords = InLanguage<typeof words>
export type Reader = {
  language: Language
  w: PortalWords
  path: string
  /** The programme that the page is about; undefined while none is public. */
  programme: Programme | undefined
  programmes: readonly Programme[]
  /** The day that is shown. */
  on: PlainDate
  /** The day that is shown without being asked. */
  usualDay: PlainDate
  /** A day was asked for that does not exist. */
  wrongDay: boolean
  /** Who answers for the site. */
  organisation: Organisation
  now: Date
  /** An address of the portal in the reader's language, about the same programme. */
  to(path: string, parameters?: Record<string, string | undefined>): string
}

export async function readerOf(parts: Parts, http: Context): Promise<Reader> {
  const language: Language = http.req.query('lang') === 'en' ? 'en' : 'vi'
  const open = (await programmes(parts.db)).filter((programme) => programme.public)
  const asked = http.req.query('ct')
  const programme = open.find((each) => each.slug === asked) ?? open[0]
  const usualDay = programme?.opensOn ?? parts.clock.today()
  const typed = http.req.query('ngay')
  const day = typed && isoDay(typed)
  const wrongDay = Boolean(day) && !isDay(day as string)
  return {
    language,
    w: inLanguage(words, language),
    path: http.req.path,
    programme,
    programmes: open,
    on: day && isDay(day) ? day : usualDay,
    usualDay,
    wrongDay,
    organisation: (await settingsOf(parts.db)).organisation,
    now: parts.clock.now(),
    to: (path, parameters = {}) =>
      addressOf(path, {
        ...parameters,
        ct: programme && programme !== open[0] ? programme.slug : undefined,
        lang: language === 'en' ? 'en' : undefined,
      }),
  }
}

/** A day as people write it here, 02/07/2025, or as programs do, 2025-07-02; anything else is left for the check. */
const isoDay = (typed: string): string =>
  typed
    .trim()
    .replace(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/, (_, day: string, month: string, year: string) =>
      [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
    )

/** A path with those parameters that have a value. */
export function addressOf(path: string, parameters: Record<string, string | undefined>): string {
  const [bare, fragment] = path.split('#')
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) if (value) query.set(name, value)
  const text = query.toString()
  return `${bare}${text ? `?${text}` : ''}${fragment ? `#${fragment}` : ''}`
}

function isDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return Number.isFinite(time) && new Date(time).toISOString().slice(0, 10) === text
}

/** "xã, thị trấn" or "communes and towns": the kinds that are there, the commonest first. */
export function kindsOf(units: readonly { type: string }[], language: Language): string {
  const groups = [...Map.groupBy(units, (unit) => unit.type)].sort((one, other) => other[1].length - one[1].length)
  const kinds = groups.map(([kind]) => kind)
  if (language === 'vi') return kinds.join(', ') || 'đơn vị'
  return kinds.map((kind) => `${unitKind(kind, language)}s`).join(' and ') || 'units'
}
