// Which rows a register has for a span of days, and what stands in each: from what its reader sees and nothing else. Pure.

import { dayOf } from '../../../rules/law/moment.ts'
import type { Identity } from '../contract/identity.ts'
import { choiceName } from '../events/choice-names.ts'
import { type DetailsOf, type EventKind, eventKinds, type FileEvent, type Paper } from '../events.ts'
import type { PartOf, RowColumn } from '../forms/fields.ts'
import { shortDay } from '../forms/officials.ts'
import type { Register } from './register.ts'

export type Days = { from: string; until: string }
/** As much of an event as stands in the database unsealed. */
export type Noted = { id: string; kind: EventKind; at: string }
type Entry<E extends Noted> = { begun: E; ended?: E }

/** Events that count, of one file, in the order in which they happened. */
export function entriesOf<E extends Noted>({ begins, ends }: Register, events: readonly E[], days: Days): Entry<E>[] {
  const inDays = ({ at }: E): boolean => dayOf(at) >= days.from && dayOf(at) <= days.until
  const begun = events.filter(({ kind }) => begins.includes(kind))
  if (!ends) return begun.filter(inDays).map((event) => ({ begun: event }))
  const latest = begun.findLast(({ at }) => dayOf(at) <= days.until)
  if (!latest) return []
  const after = events.slice(events.indexOf(latest) + 1)
  const ended = after.find(({ kind, at }) => ends.includes(kind) && dayOf(at) <= days.until)
  if (ended && dayOf(ended.at) < days.from) return []
  return [{ begun: latest, ...(ended && { ended }) }]
}

type OfRow = {
  register: Register
  /** As much as the reader's view shows. */
  identity: Partial<Identity>
  sees: (part: PartOf) => boolean
  /** Those that count and that the reader sees. */
  events: readonly (FileEvent & { folio: number })[]
  event: FileEvent & { folio: number }
  fileNumber: string
  days: Days
}
export type RegisterRow = Partial<Record<RowColumn, string>>

const sexes = { male: 'Nam', female: 'Nữ', other: 'Khác' } as const
const paperOf = (event: FileEvent): Paper | undefined => (event.details as { paper?: Paper }).paper
const dayShown = (event: FileEvent | undefined): string | undefined => event && shortDay(dayOf(event.at))

export function rowOf({ register, identity, sees, events, event, fileNumber, days }: OfRow): RegisterRow {
  const { name, birth, sex, papers, residence } = identity
  const ended = register.ends
    ? entriesOf(register, events, days)[0]?.ended
    : events.find((each) => each.at > event.at && each.kind === 'treatment-completed')
  const begun = register.ends
    ? event
    : events.find((each) => each.at >= event.at && each.kind === 'treatment-begun' && each.id !== event.id)
  const registered = events.findLast((each) => each.kind === 'registered' && each.at <= event.at)
  const place = begun?.kind === 'treatment-begun' ? begun.details.place : undefined
  const checked = events.findLast((each) => each.kind === 'residence-checked' && dayOf(each.at) <= days.until)
  const court = events.findLast((each) => each.kind === 'court-decided' && each.at <= event.at)
  const form = court && court.at > (registered?.at ?? '') ? 'compulsory' : formOf(registered)
  const known: Record<RowColumn, string | undefined | false> = {
    order: '',
    name,
    birth: birth ? (birth.length === 4 ? birth : shortDay(birth)) : '',
    sex: sex ? sexes[sex] : '',
    paperNumber: (papers?.find(({ kind }) => kind === 'cccd') ?? papers?.[0])?.number,
    residence,
    fileNumber,
    day: dayShown(event),
    paper: eventKinds[event.kind].title.vi,
    number: sees('decision') && paperOf(event) && `${paperOf(event)?.number}, ${shortDay(paperOf(event)?.on ?? '')}`,
    party: partyOf(event),
    folio: String(event.folio),
    treatmentForm: form && choiceName(['form'], form)?.vi,
    treatmentPlace: place,
    begun: dayShown(begun),
    ended:
      ended &&
      `${dayShown(ended)}${register.ends ? `: ${eventKinds[ended.kind].title.vi.toLocaleLowerCase('vi')}` : ''}`,
    presence: checked && ((checked.details as DetailsOf<'residence-checked'>).present ? 'Có mặt' : 'Vắng mặt'),
    note: '',
  }
  return Object.fromEntries(Object.entries(known).map(([column, said]) => [column, said || '']))
}

const formOf = (registered: FileEvent | undefined): string | undefined =>
  registered && (registered.details as DetailsOf<'registered'>).form

/** To whom it went, or from whom it came. */
function partyOf(event: FileEvent): string | undefined {
  switch (event.kind) {
    case 'notice-sent':
    case 'file-handed-over':
      return event.details.to
    case 'notice-received':
      return event.details.from
    case 'dossier-notice':
      return choiceName(['dossier-notice', 'to'], event.details.to)?.vi
    case 'dossier-sent':
    case 'court-answered':
    case 'court-asked':
    case 'court-decided':
      return 'Tòa án nhân dân khu vực'
    case 'determination-result':
      return 'Cơ sở y tế'
    default:
      return undefined
  }
}

export type Totals = Record<'home' | 'public' | 'reform-school' | 'private' | 'ongoing' | 'done', number>
export const noTotals = (): Totals => ({ home: 0, public: 0, 'reform-school': 0, private: 0, ongoing: 0, done: 0 })

/** Counts what stands in the rows, whose names the reader sees beside them. */
export function addTo(totals: Totals, { events, event, days }: Pick<OfRow, 'events' | 'event' | 'days'>): void {
  if (event.kind !== 'registered') return
  const { form } = event.details
  if (form !== 'substitution') totals[form] += 1
  const later = events.filter(({ at }) => at >= event.at && dayOf(at) <= days.until)
  const last = later.findLast(({ kind }) => /^treatment-(begun|completed|quit|ended)$/.test(kind))
  if (last?.kind === 'treatment-begun') totals.ongoing += 1
  if (last?.kind === 'treatment-completed') totals.done += 1
}
