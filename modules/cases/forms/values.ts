// What a form takes from a file: field by field, from what its reader sees and nothing else. Pure: the same on either side.

import { deadlineOf } from '../../../rules/law/deadlines.ts'
import { dayOf, type Moment } from '../../../rules/law/moment.ts'
import type { Identity } from '../contract/identity.ts'
import { choiceName } from '../events/choice-names.ts'
import type { DetailsOf, EventKind, EventOf, FileEvent, Paper } from '../events.ts'
import { ageOn } from '../rules/facts.ts'
import type { FolioRow } from '../rules/folios.ts'
import type { Life, Standing } from '../rules/life.ts'
import { factsOf } from '../rules/person-facts.ts'
import { blankOf, type FieldId, fieldIds, fieldOf, type ListId, type PartOf } from './fields.ts'
import { decider, type Form } from './form.ts'
import { bearsNumber, lawOn, longDay, type Office, officeOf, type Place, shortDay } from './officials.ts'
import { type Authority, type Signature, type SigningWay, signatureOf } from './signing.ts'

export type Typed = Partial<Record<FieldId, string>>
export type Given = {
  /** As much as the reader's view shows. */
  identity: Partial<Identity>
  sees: (part: PartOf) => boolean
  /** Those that count, and that the reader sees. */
  events: readonly FileEvent[]
  /** Contents of the file, and of the dossier for the court. */
  papers: readonly FolioRow[]
  dossier: readonly FolioRow[]
  /** What the paper is about; left out when the form is made before it happens. */
  event?: FileEvent
  /** For those who see decisions. */
  life?: Life
  now: Moment
  place: Place & { name: string }
  file: { number: string; begunOn: string }
  reader: string
  typed: Typed
  /** Roles around the person, by id, as a paper names them. */
  roles: ReadonlyMap<string, string>
  /** By which right it is signed; left out: as the decision itself says, or the head. */
  signing?: { as: SigningWay; post?: string | undefined } | undefined
}
export type Values = {
  fields: ReadonlyMap<FieldId, string>
  hidden: ReadonlySet<FieldId>
  lists: Record<ListId, Record<string, string>[]>
  /** The day of the paper, which decides on the law and on the template. */
  day: string
  bearsNumber: boolean
  office: Office
  /** What the event says of who decided. */
  byDeputy: boolean
  /** Of papers that an office signs. */
  signature?: Signature
}

export function valuesOf(form: Form, given: Given): Values {
  const { event, typed, now, place, sees } = given
  const paper = paperIn(event)
  const day = paper?.on ?? typed.signedOn ?? dayOf(now)
  const centre = sees('treatment') ? placeOfTreatment(given) : undefined
  const office = officeOf(form.head, form.code, paper?.by, { ...place, centre })
  const signature = signedBy(form, office, given, paper)
  const known: Partial<Record<FieldId, string | undefined>> = {
    ...ofOffice(office, given, paper),
    signerPost: signature?.may ? signature.lines : undefined,
    ...ofPerson(given.identity, day),
    ...ofEvents(given),
    ...ofDecisions(given.events),
    ...ofTerm(given),
  }
  const fields = new Map<FieldId, string>()
  const hidden = new Set<FieldId>()
  for (const id of fieldIds) {
    const { of } = fieldOf(id)
    if (of && !sees(of)) hidden.add(id)
    else if (known[id]) fields.set(id, known[id])
    else if (typed[id]) fields.set(id, id === 'signedOn' ? longDay(typed[id]) : typed[id])
  }
  return {
    fields,
    hidden,
    lists: {
      basis: form.law ? basisOf(lawOn(day, form.law), form.rests !== undefined) : [],
      team: sees('support') ? teamOf(given) : [],
      papers: sees('law') ? given.papers.map(asRow) : [],
      dossier: sees('law') ? given.dossier.map(asRow) : [],
      register: [],
    },
    day,
    bearsNumber: bearsNumber(day),
    office,
    byDeputy: paper?.by === 'police-deputy',
    ...(signature && { signature }),
  }
}

/** Each ends with a semicolon, the last of all with a full stop. */
const basisOf = (laws: readonly string[], more: boolean): Record<string, string>[] =>
  laws.map((law, at) => ({ basis: `${law}${more || at < laws.length - 1 ? ';' : '.'}` }))

/** What a template is filled with: what is known, and dotted lines for the rest. */
export const textOf = ({ fields }: Values, id: FieldId): string => fields.get(id) ?? blankOf(id)

const paperIn = (event: FileEvent | undefined): Paper | undefined =>
  (event?.details as { paper?: Paper; certificate?: Paper } | undefined)?.paper ??
  (event?.details as { certificate?: Paper } | undefined)?.certificate

type Known = Partial<Record<FieldId, string | undefined>>

function ofOffice(office: Office, { place, file, reader }: Given, paper: Paper | undefined): Known {
  const [number, ...rest] = paper?.number.split('/') ?? []
  return {
    parentOffice: office.parent,
    office: office.name,
    commune: place.commune,
    province: place.province,
    place: place.name,
    number,
    code: rest.length > 0 ? rest.join('/') : office.code,
    signedOn: paper && longDay(paper.on),
    decider: office.decider,
    fileNumber: file.number,
    fileBegun: shortDay(file.begunOn),
    preparedBy: reader,
  }
}

/** What the post itself decides speaks in its name. */
export const authorityOf = ({ speaker, authority }: Form): Authority =>
  authority ?? (speaker === decider ? 'personal' : 'head')

const signedBy = (form: Form, { signs }: Office, { signing }: Given, paper: Paper | undefined): Signature | undefined =>
  signs &&
  signatureOf(
    signing?.as ?? (paper?.by === 'police-deputy' ? 'deputy' : 'head'),
    authorityOf(form),
    signs,
    signing?.post,
  )

const placeOfTreatment = ({ events }: Given): string | undefined =>
  (events.findLast(({ kind }) => kind === 'treatment-begun') as EventOf<'treatment-begun'> | undefined)?.details.place

const sexes = { male: 'Nam', female: 'Nữ', other: 'Khác' } as const
const showBirth = (birth: string): string => (birth.length === 4 ? birth : shortDay(birth))

function ofPerson(identity: Partial<Identity>, day: string): Known {
  const { name, otherNames, birth, sex, papers, residence, stay, phone } = identity
  const age = ageOn(factsOf({ birth: birth ?? null }), day)
  return {
    name,
    nameInCapitals: name?.toLocaleUpperCase('vi'),
    otherNames: otherNames?.join(', '),
    birth: birth ? showBirth(birth) : undefined,
    age: age === undefined ? undefined : String(age),
    sex: sex ? sexes[sex] : undefined,
    paperNumber: (papers?.find(({ kind }) => kind === 'cccd') ?? papers?.[0])?.number,
    residence,
    stay,
    phone,
  }
}

function ofEvents({ events, event }: Given): Known {
  const last = <K extends EventKind>(...kinds: K[]): EventOf<K> | undefined =>
    (event && kinds.includes(event.kind as K)
      ? event
      : events.findLast(({ kind }) => kinds.includes(kind as K))) as never
  const details = (event?.details ?? {}) as { note?: string; reason?: string; ground?: string }
  const said =
    (...path: string[]) =>
    (value: string | undefined) =>
      value === undefined ? undefined : choiceName(path, value)?.vi
  const test = last('tested')
  const found = last('determination-result')
  const registered = last('registered')
  const begun = last('treatment-begun')
  const completed = last('treatment-completed')
  const moved = last('moved')
  const handed = last('file-handed-over')
  const helper = last('helper-named')
  const decidedForm = /^(home|private|public|reform-school)-decided$/.exec(event?.kind ?? '')?.[1]
  const notice = event?.kind === 'notice-sent' ? (event.details as DetailsOf<'notice-sent'>).to : undefined
  return {
    eventAt: event && `${event.at.slice(11, 13)} giờ ${event.at.slice(14)} phút, ${longDay(dayOf(event.at))}`,
    content: details.note,
    reason: event && said(event.kind, details.reason ? 'reason' : 'ground')(details.reason ?? details.ground),
    testedOn: test && shortDay(dayOf(test.at)),
    testResult: said('tested', 'result')(test?.details.result),
    testGround: said('tested', 'ground')(test?.details.ground),
    sample: said('sample')(test?.details.sample),
    substances: test?.details.substances,
    determinedOn: found && shortDay(dayOf(found.at)),
    determination: said('determination-result', 'result')(found?.details.result),
    treatmentForm: said('form')(decidedForm ?? registered?.details.form),
    treatmentPlace: begun?.details.place,
    treatmentFrom: begun && shortDay(dayOf(begun.at)),
    treatmentUntil: completed && shortDay(dayOf(completed.at)),
    destination: notice ?? moved?.details.to ?? handed?.details.to,
    helper: helper?.details.name,
  }
}

const decisions = {
  management: ['managed', 'managed-again', 'management-taken-over'],
  treatment: ['home-decided', 'private-decided', 'public-decided', 'reform-school-decided'],
  monitoring: ['monitoring-decided'],
  court: ['court-decided'],
  after: ['after-decided'],
} as const satisfies Record<string, readonly EventKind[]>

function ofDecisions(events: readonly FileEvent[]): Known {
  return Object.fromEntries(
    Object.entries(decisions).flatMap(([name, kinds]) => {
      const paper = paperIn(events.findLast(({ kind }) => (kinds as readonly EventKind[]).includes(kind)))
      return paper
        ? [
            [`${name}Number`, paper.number],
            [`${name}On`, shortDay(paper.on)],
          ]
        : []
    }),
  )
}

/** From when until when, of what the event itself decides, or of where the person stands. */
function ofTerm({ life, event }: Given): Known {
  if (!life) return {}
  const standings: Standing[] = life.status ? [...life.history, life.status] : life.history
  const { monitoring } = life
  const own = monitoring && monitoring.by === event?.id ? monitoring : standings.findLast(({ by }) => by === event?.id)
  const term = own ?? (event?.kind === 'moved' || event?.kind === 'file-handed-over' ? standings.at(-1) : undefined)
  const clock = life.clocks.find(({ kind, since }) => kind === 'term' && since === term?.by)
  return {
    from: term && shortDay(dayOf(term.since)),
    until: term?.ends && shortDay(dayOf(term.ends)),
    term: clock && lengthOf(clock.deadline),
  }
}

function lengthOf(deadline: string): string | undefined {
  if (deadline === 'monitoring' || deadline === 'verification') return undefined
  const { count, unit } = deadlineOf(deadline).clock.span
  if (unit !== 'months') return undefined
  const [long, word] = count % 12 === 0 ? [count / 12, 'năm'] : [count, 'tháng']
  return `${String(long).padStart(2, '0')} ${word}`
}

/** Decree 163, Art. 59: the officer heads the team, the representative of the hamlet is second. */
function teamOf({ events, roles }: Given): Record<string, string>[] {
  const named = events.findLast((event) => event.kind === 'team-named') as EventOf<'team-named'> | undefined
  const parts = { police: 'Công an xã, Tổ trưởng', village: 'Đại diện thôn, tổ dân phố, Tổ phó' } as Record<
    string,
    string
  >
  return (named?.details.members ?? []).map(({ name, role }) => ({
    name,
    role: parts[role] ?? `${roles.get(role) ?? role}, Tổ viên`,
  }))
}

const asRow = ({ title, form, folio, last, day, withdrawn }: FolioRow, at: number): Record<string, string> => ({
  order: String(at + 1),
  title: [title.vi, form && `(${form})`, withdrawn && '(đã rút lại)'].filter(Boolean).join(' '),
  folio: last > folio ? `${folio}–${last}` : String(folio),
  day: shortDay(day),
})
