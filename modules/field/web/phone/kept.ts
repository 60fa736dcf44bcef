// The shapes of what the phone keeps, and what follows from them: who has signed here, who is next, how far a hamlet is.

import type { OutputOf } from '../../../../platform/contract/operation.ts'
import type { Change, CorrectedField, Fact } from '../../contract/correct.ts'
import type { ServerKey } from '../../contract/devices.ts'
import type {
  PackConflict,
  PackDrive,
  PackEntry,
  PackHome,
  PackSigned,
  PackUnsigned,
  PullChanges,
  PullPack,
} from '../../contract/pack.ts'
import type { placeKinds } from '../../contract/places.ts'
import type { ClockPair, CommandResult, FieldCommand } from '../../contract/push.ts'

export type Profile = {
  deviceId: string
  secret: string
  name: string
  serverKey: ServerKey
  clock: ClockPair
  expiresAt: string
  lastSent: string | null
}
export type Pack = {
  hamlet: { id: string; name: string; type: string; kind: (typeof placeKinds)[number] }
  /** Pulled as the head of this body: its members sign, and nothing else is done here. */
  own?: boolean
  drivesTag: string
  drives: PackDrive[]
  homes: PackHome[]
  entries: PackEntry[]
  signed: PackSigned[]
  unsigned: PackUnsigned[]
  conflicts: PackConflict[]
  cursor: string
  pulledAt: string
  /** The hamlet is no more: what waits is sent, then this copy goes, and these are pulled. */
  successors: { id: string; name: string }[] | null
}
export type ItemKind = 'sign' | 'unsigned' | 'correct'
export type Item = {
  id: string
  at: string
  kind: ItemKind
  placeId: string
  entryId: string
  driveId: string
  /** "Hộ 118": how the one who holds the phone finds it again. */
  label: string
  place: string
  command: FieldCommand
  state: 'waiting' | 'settled' | 'attention'
  outcome?: 'accepted' | 'repeated' | 'held' | 'refused'
  reason?: string
  /** The server's sentence where the reason is no code of ours. */
  says?: string
  code?: string
  note?: { reason: string; visitAgainOn: string | null } | null
  changes?: Change[]
  settledAt?: string
}

export const packOf = (answer: OutputOf<typeof PullPack>, pulledAt: string): Pack => ({
  hamlet: answer.hamlet,
  drivesTag: answer.drivesTag,
  drives: answer.drives,
  homes: answer.homes,
  entries: answer.entries,
  signed: answer.signed,
  unsigned: answer.unsigned,
  conflicts: answer.conflicts,
  cursor: answer.cursor,
  pulledAt,
  successors: null,
})

/** When copies expire, by the phone's own clock: one that is days off opens them neither longer nor less long. */
export const byOwnClock = (
  { serverTime, expiresAt }: { serverTime: string; expiresAt: string },
  now = Date.now(),
): string => new Date(now + Date.parse(expiresAt) - Date.parse(serverTime)).toISOString()

const pairKey = (entryId: string, driveId: string): string => `${entryId} ${driveId}`

/** The copy with what changed since. Entries tell their home by the answer's own list, so those are numbered anew. */
export function merged(pack: Pack, changes: OutputOf<typeof PullChanges>, pulledAt: string): Pack {
  const homes = [...pack.homes]
  const homeAt = (at: number): number => {
    const home = changes.homes[at]
    const known = homes.findIndex(
      ({ communeId, hamletId }) => communeId === home?.communeId && hamletId === home.hamletId,
    )
    if (known >= 0 || !home) return known
    return homes.push(home) - 1
  }
  const entries = new Map(pack.entries.map((entry) => [entry[0], entry]))
  for (const [id, number, name, address, headcount, group, version, home, ended] of changes.entries)
    if (ended) entries.delete(id)
    else entries.set(id, [id, number, name, address, headcount, group, version, homeAt(home), null])
  for (const id of changes.gone) entries.delete(id)
  const signed = new Map(pack.signed.map((one) => [pairKey(one[0], one[1]), one]))
  for (const one of changes.signed)
    if (one[2] === null) signed.delete(pairKey(one[0], one[1]))
    else signed.set(pairKey(one[0], one[1]), one)
  return {
    ...pack,
    homes,
    entries: [...entries.values()].sort(byNumber),
    signed: [...signed.values()],
    unsigned: changes.unsigned,
    conflicts: changes.conflicts,
    cursor: changes.cursor,
    drivesTag: changes.drivesTag,
    drives: changes.drives ?? pack.drives,
    pulledAt,
  }
}

const last = 2 ** 31
const byNumber = (one: PackEntry, other: PackEntry): number =>
  (one[1] ?? last) - (other[1] ?? last) || (one[0] < other[0] ? -1 : 1)

export type Household = {
  id: string
  number: number | null
  name: string
  address: string
  headcount: number | null
  groupId: string
  home: PackHome
  /** Signed on record, or here and not sent yet. */
  signed: { on: string; here: boolean } | null
  note: { reason: string; visitAgainOn: string | null } | null
  /** Said to be no longer here, and not decided yet: nobody is to knock there. */
  leaving: boolean
}

export const isHousehold = (groupId: string): boolean => groupId === 'household-heads'
/** What those who are asked are counted as: one noun for all of them, or none. */
export const countedAs = (all: readonly Pick<Household, 'groupId'>[], { hamlet }: Pick<Pack, 'hamlet'>) =>
  hamlet.kind === 'body' ? 'members' : all.every(({ groupId }) => isHousehold(groupId)) ? 'households' : 'signers'

/** Those who are asked to sign a drive, with what this phone has taken laid over what the office said. */
export function householdsOf(pack: Pack, drive: PackDrive | undefined, outbox: readonly Item[]): Household[] {
  if (!drive) return []
  const groups = new Set(drive.groups.filter(({ ways }) => ways.includes('ink')).map(({ id }) => id))
  const signed = new Map(pack.signed.filter((one) => one[1] === drive.id).map((one) => [one[0], one[2]]))
  const notes = new Map(
    pack.unsigned.filter((one) => one[1] === drive.id).map((one) => [one[0], { reason: one[2], visitAgainOn: one[3] }]),
  )
  const here = new Map<string, string>()
  const leaving = new Set(pack.conflicts.filter(([, , field, said]) => field === 'ended' && said).map((one) => one[1]))
  for (const item of outbox) {
    if (item.driveId !== drive.id) continue
    if (item.kind === 'sign' && item.outcome !== 'refused') here.set(item.entryId, item.at)
    if (item.kind === 'unsigned' && item.state === 'waiting')
      if (item.note) notes.set(item.entryId, item.note)
      else notes.delete(item.entryId)
  }
  for (const { entryId, changes } of waitingCorrections(outbox))
    for (const { field, value } of changes) if (field === 'ended' && value) leaving.add(entryId)
  return pack.entries
    .filter((entry) => groups.has(entry[5]))
    .map((entry) => {
      const [id, , , , , groupId, , home] = entry
      const { number, name, address, headcount } = factsOf(entry, outbox)
      const onRecord = signed.get(id)
      const own = here.get(id)
      return {
        id,
        number,
        name,
        address,
        headcount,
        groupId,
        home: pack.homes[home] as PackHome,
        signed: onRecord ? { on: onRecord, here: false } : own ? { on: own.slice(0, 10), here: true } : null,
        note: notes.get(id) ?? null,
        leaving: leaving.has(id),
      }
    })
}

const waitingCorrections = (outbox: readonly Item[]) =>
  outbox.flatMap(({ kind, state, entryId, changes }) =>
    kind === 'correct' && state === 'waiting' && changes ? { entryId, changes } : [],
  )

export type Facts = { name: string; address: string; headcount: number | null; number: number | null }

/** What is known of an entry here: as the office said, with what was corrected on this phone and not sent yet. */
export function factsOf([id, number, name, address, headcount]: PackEntry, outbox: readonly Item[]): Facts {
  const facts: Facts = { number, name, address, headcount }
  for (const { entryId, changes } of waitingCorrections(outbox))
    if (entryId === id)
      for (const { field, value } of changes) if (field !== 'ended') Object.assign(facts, { [field]: value })
  return facts
}

/** What differs between what was shown and what was typed, each fact with what had been seen. */
export function changesBetween(
  shown: Facts,
  typed: Facts,
  ended: Extract<Change, { field: 'ended' }>['value'],
): Change[] {
  const changes: Change[] = []
  const { name, address, headcount, number } = typed
  if (name !== shown.name) changes.push({ field: 'name', base: shown.name, value: name })
  if (address !== shown.address) changes.push({ field: 'address', base: shown.address, value: address })
  if (headcount !== shown.headcount) changes.push({ field: 'headcount', base: shown.headcount, value: headcount })
  if (number !== shown.number) changes.push({ field: 'number', base: shown.number, value: number })
  if (ended) changes.push({ field: 'ended', base: null, value: ended })
  return changes
}

/** A fact of an entry that was said in two ways, as it is settled: what stands on record, and what else was said. */
export type Conflict = {
  entry: PackEntry
  home: PackHome
  field: CorrectedField
  record: Fact
  said: { id: string; value: Fact; at: string; deviceId: string | null; person: string }[]
}

export function conflictsOf(pack: Pack): Conflict[] {
  const entries = new Map(pack.entries.map((entry) => [entry[0], entry]))
  const found = new Map<string, Conflict>()
  for (const [id, entryId, field, value, at, deviceId, person] of pack.conflicts) {
    const entry = entries.get(entryId)
    if (!entry) continue
    const { number, name, address, headcount } = factsOf(entry, [])
    const record = { number, name, address, headcount, ended: null }[field]
    const key = pairKey(entryId, field)
    const conflict = found.get(key) ?? { entry, home: pack.homes[entry[7]] as PackHome, field, record, said: [] }
    conflict.said.push({ id, value, at, deviceId, person })
    found.set(key, conflict)
  }
  return [...found.values()]
}

type Answered = { results?: { outcome: NonNullable<Item['outcome']>; reason?: string; code?: string }[] }

/** What became of a command: settled, to be looked at by a person, or still to be sent. */
export function settledBy(item: Item, result: CommandResult | undefined): Item {
  const settledAt = new Date().toISOString()
  if (!result) return item
  if ('problem' in result) {
    if (result.problem.status >= 500 || result.problem.status === 429) return item
    const { code, title } = result.problem
    return { ...item, state: 'attention', outcome: 'refused', reason: code, says: title, settledAt }
  }
  const own = (result.answer as Answered).results?.[0]
  if (!own || own.outcome === 'accepted' || own.outcome === 'repeated')
    return {
      ...item,
      state: 'settled',
      outcome: own?.outcome ?? 'accepted',
      ...(own?.code ? { code: own.code } : {}),
      settledAt,
    }
  return { ...item, state: 'attention', outcome: own.outcome, ...(own.reason ? { reason: own.reason } : {}), settledAt }
}

/** Whoever follows and has not signed; from the start again when the end is reached. */
export function nextUnsigned(households: readonly Household[], after: string): Household | undefined {
  const at = households.findIndex(({ id }) => id === after)
  const turned = [...households.slice(at + 1), ...households.slice(0, Math.max(at, 0))]
  const asked = turned.filter(({ signed, leaving, id }) => !signed && !leaving && id !== after)
  return asked.find(({ note }) => !note) ?? asked[0]
}
