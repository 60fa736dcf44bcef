// The verdict, of signatures, notes and corrections: nothing acknowledged lost, nothing counted twice, nothing gone from a phone unacknowledged, every refusal on its
// phone and what is held at the office with its reason, and tallies, audit and figures equal to the records. Pure decisions.

import type { Done } from './ledger.ts'
import type { Correction, Note } from './phone/deeds.ts'
import { faultsOfCorrections } from './verdict-corrections.ts'
import { faultsOfNotes } from './verdict-notes.ts'

/** What stands at the office in the drives that are judged. */
export type Office = {
  promises: Promised[]
  held: { id: string; driveId: string; communeId: string; entryId: string; reason: string }[]
  /** `key`: drive, place and day. */
  tallies: { key: string; signed: number }[]
  /** The ids that the audit says were accepted, each as often as it says so. */
  audited: string[]
  /** Of each commune: households by the figures, and by the lists. */
  figures: { communeId: string; counted: number; listed: number }[]
  /** Reasons not signed, with the moment that each is of. */
  notes: { driveId: string; entryId: string; reason: string; visitAgainOn: string | null; at: string }[]
  /** The entries that phones have corrected. */
  entries: { entryId: string; headcount: number | null; version: number }[]
  /** The corrections of these that the audit says were taken, in their order. */
  taken: { id: string; entryId: string; before: number | null; after: number | null }[]
  /** What was said of these otherwise than it stood, settled meanwhile or not. */
  conflicts: { entryId: string; said: number }[]
}
export type Promised = {
  id: string
  driveId: string
  communeId: string
  entryId: string
  tallyKey: string
  /** Whether its ink is there. */
  inked: boolean
}

export type FaultName =
  | 'lost'
  | 'elsewhere'
  | 'contradicted'
  | 'gone unacknowledged'
  | 'phone says otherwise'
  | 'still waiting'
  | 'counted twice'
  | 'signed by nobody'
  | 'without ink'
  | 'tally'
  | 'audit'
  | 'figures'
  | 'said by nobody'
  | 'older note'
  | 'corrected twice'
  | 'record'
export type Fault = { name: FaultName; says: string }

export function faultsOf(deeds: readonly Done[], office: Office): Fault[] {
  const placed = placesOf(office)
  const signatures = deeds.filter(({ kind }) => kind === 'signature')
  return [
    ...signatures.flatMap((signature) => faultsOfAnswers(signature, placed.get(signature.id))),
    ...deeds.flatMap((done) => faultsOfPhone(done, placed.get(done.id))),
    ...faultsOfNotes(
      deeds.filter((done): done is Done<Note> => done.kind === 'note'),
      office,
    ),
    ...faultsOfCorrections(deeds.filter(isCorrection), office),
    ...faultsOfRecords(signatures, office),
    ...faultsOfTallies(office),
    ...faultsOfAudit(office),
    ...office.figures.flatMap(({ communeId, counted, listed }) =>
      counted === listed
        ? []
        : fault('figures', `${communeId}: ${counted} households by the figures, ${listed} listed`),
    ),
  ]
}

type Place = { is: 'counted' | 'held'; driveId: string; communeId: string; entryId: string; reason?: string }
type Kind = 'counted' | 'held' | 'refused'

const isCorrection = (done: Done): done is Done<Correction> => done.kind === 'correction'
export const correctedBy = (deeds: readonly Done[]): string[] => [
  ...new Set(deeds.filter(isCorrection).map(({ entryId }) => entryId)),
]

export const fault = (name: FaultName, says: string): Fault[] => [{ name, says }]
/** What an outcome comes to: one that came before counts as it did then; of notes and corrections all count that are not refused. */
const kindOf = (outcome: string | undefined): Kind =>
  outcome === 'refused' || outcome === 'held' ? outcome : outcome === undefined ? 'refused' : 'counted'

function placesOf({ promises, held }: Office): Map<string, Place> {
  const places = new Map<string, Place>(held.map((one) => [one.id, { ...one, is: 'held' }]))
  for (const promise of promises) places.set(promise.id, { ...promise, is: 'counted' })
  return places
}

/** What the office ever answered is true now, and was always the same. */
function faultsOfAnswers({ id, answers, ...signed }: Done, place: Place | undefined): Fault[] {
  if (place && (['driveId', 'communeId', 'entryId'] as const).some((key) => place[key] !== signed[key]))
    return fault('elsewhere', `${id} stands for another drive, commune or household than was signed`)
  const kinds = new Set(answers.map(({ outcome }) => kindOf(outcome)))
  const said = answers.map(({ outcome, reason }) => [outcome, reason].filter(Boolean).join(' ')).join(', ')
  if (kinds.size > 1) return fault('contradicted', `${id} was answered in different ways: ${said}`)
  const [kind] = kinds
  if (kind === 'refused') return place ? fault('contradicted', `${id} was refused (${said}) and is ${place.is}`) : []
  if (kind && place?.is !== kind) return fault('lost', `${id} was answered ${said} and is ${place?.is ?? 'not there'}`)
  if (kind === 'held' && answers.some(({ reason }) => reason !== place?.reason))
    return fault('contradicted', `${id} was answered ${said} and is held as ${place?.reason}`)
  return []
}

/** What a phone kept lies there until the office acknowledged it to that phone, and the phone says of it what it heard. */
function faultsOfPhone({ id, kept, answers, row }: Done, place: Place | undefined): Fault[] {
  const heard = answers.filter(({ arrived }) => arrived)
  const acknowledged = heard.some(({ outcome }) => kindOf(outcome) === 'counted')
  if (!row) {
    // One that went to the office by hand too stays here until this phone was told.
    if (!kept || acknowledged) return []
    const there = place ? `${place.is} at the office` : 'not at the office'
    return fault('gone unacknowledged', `${id} is gone from the phone, which was told of no acceptance; it is ${there}`)
  }
  if (row.state === 'waiting') return fault('still waiting', `${id} was never sent`)
  const told =
    row.state === 'settled'
      ? acknowledged && kindOf(row.outcome) === 'counted'
      : heard.some(({ outcome, reason }) => outcome === row.outcome && reason === row.reason)
  if (told) return []
  const says = [row.state, row.outcome, row.reason].filter(Boolean).join(' ')
  return fault('phone says otherwise', `${id} is ${says} on the phone, which heard no such answer`)
}

function faultsOfRecords(signatures: readonly Done[], { promises, held }: Office): Fault[] {
  const signed = new Set(signatures.map(({ id }) => id))
  const ids = [...promises, ...held].map(({ id }) => id)
  return [
    ...repeatedIn(ids).flatMap((id) => fault('counted twice', `${id} is on record twice`)),
    ...repeatedIn(promises.map(({ driveId, communeId, entryId }) => `${driveId} ${communeId} ${entryId}`)).flatMap(
      (of) => fault('counted twice', `a household counts twice (drive, commune, entry: ${of})`),
    ),
    ...ids.filter((id) => !signed.has(id)).flatMap((id) => fault('signed by nobody', `${id} is there`)),
    ...promises.filter(({ inked }) => !inked).flatMap(({ id }) => fault('without ink', `${id} counts`)),
  ]
}

function faultsOfTallies({ promises, tallies }: Office): Fault[] {
  const counts = countsOf(promises.map(({ tallyKey }) => tallyKey))
  const said = new Map(tallies.map(({ key, signed }) => [key, signed]))
  return [...new Set([...counts.keys(), ...said.keys()])].flatMap((key) => {
    const [tallied = 0, counted = 0] = [said.get(key), counts.get(key)]
    if (tallied === counted) return []
    return fault('tally', `the tally says ${tallied}, the records ${counted} (drive, place, day: ${key})`)
  })
}

/** Each promise was accepted once by the audit, and nothing else was. */
function faultsOfAudit({ promises, audited }: Office): Fault[] {
  const times = countsOf(audited)
  const standing = new Set(promises.map(({ id }) => id))
  return [...new Set([...standing, ...times.keys()])].flatMap((id) => {
    const [said = 0, counted] = [times.get(id), standing.has(id) ? 1 : 0]
    return said === counted
      ? []
      : fault('audit', `${id} was accepted ${said} times by the audit, and ${counted} counts`)
  })
}

function countsOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
export const repeatedIn = (keys: readonly string[]): string[] =>
  [...countsOf(keys)].flatMap(([key, n]) => (n > 1 ? key : []))
