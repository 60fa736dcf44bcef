// Seals the persons of some communes and copies them into the tables, in a process of its own: sealing keeps a core busy.

import { createHmac } from 'node:crypto'
import type { Identity } from '../../modules/cases/contract.ts'
import type { FileEvent } from '../../modules/cases/events.ts'
import { nextChange } from '../../modules/cases/rules/next-change.ts'
import { workOf } from '../../modules/cases/rules/work.ts'
import { readLife } from '../../modules/cases/rules.ts'
import { instantOf } from '../../modules/cases/server/moment.ts'
import { provideMasterKeys, wrap } from '../../modules/cases/server/sealing/keys.ts'
import { sealJson, wordsOf } from '../../modules/cases/server/sealing/person.ts'
import { openDatabase } from '../../platform/database/connect.ts'
import { onOneConnection } from '../../platform/database/copying.ts'
import { fingerprintOf } from '../../platform/master-keys.ts'
import { seal } from '../../platform/server/envelope.ts'
import { nameOf } from '../rosters/ground.ts'
import type { Commune } from './ground.ts'
import {
  eventId,
  everyHelped,
  everyUnnamed,
  fileId,
  freshIn,
  freshLife,
  now,
  openingId,
  openingsEach,
  personOf,
} from './ids.ts'
import { inventLives } from './lives.ts'

export type Part = { url: string; masterKey: string; index: string; communes: Commune[] }

const part = JSON.parse(process.argv[2] ?? '') as Part
const master = Buffer.from(part.masterKey, 'base64')
const index = Buffer.from(part.index, 'base64')
provideMasterKeys(() => ({ keys: [{ id: fingerprintOf(master), key: master }], from: 'environment' }))

/** No value, as a copy writes it. */
const none = '\\N'
const facts = { birthDate: '1990-05-01', sex: 'male' } as const
const readingOf = (events: readonly FileEvent[]) => {
  const life = readLife(facts, events, now)
  const { items, closedOn } = workOf(life)
  const [due] = items.flatMap((item) => item.due ?? []).sort()
  const at = (moment: string | undefined): string => (moment ? instantOf(moment) : none)
  return {
    status: life.status?.kind ?? none,
    since: life.status?.since.slice(0, 10) ?? none,
    due: at(due),
    closedOn: closedOn ?? none,
    again: at(nextChange(facts, events, life, now)),
    items: items.map(({ act, because, begins, opens, due, waits }) => ({
      ...{ act, because: Number(because), waits },
      times: `${at(begins)}\t${at(opens)}\t${at(due)}`,
      // As the table itself generates it.
      order: `${waits ? '9999-12-31T00:00:00Z' : at(due ?? begins)}\t${at(due)}\t${waits}`,
    })),
  }
}
const plain = (events: readonly FileEvent[]) => ({
  reading: readingOf(events),
  events: events.map(({ kind, at, details }) => ({
    kind,
    at: instantOf(at),
    details: Buffer.from(JSON.stringify(details)),
  })),
})
const lives = inventLives(4_000).map(plain)
const fresh = plain(freshLife)
const lifeOf = ({ count }: Commune, at: number) => (at >= count - freshIn ? fresh : lives[at % lives.length]) ?? fresh

const keyOf = (person: number): Buffer => createHmac('sha256', master).update(String(person)).digest()
const bytes = (value: Buffer): string => `\\\\x${value.toString('hex')}`

function identityOf(person: number): Identity {
  const mixed = (person * 2_654_435_761) >>> 0
  return {
    ...{ name: nameOf(mixed), otherNames: [], birth: String(1960 + (mixed % 45)), sex: 'male' as const },
    papers: [{ kind: 'cccd' as const, number: `033${String(person).padStart(9, '0')}` }],
    ...{ residence: 'Thôn Đo', stay: '', phone: '', circumstances: [] },
  }
}

type Line = (commune: Commune, at: number, person: number) => string
const persons: Line = ({ id }, _, person) => {
  const [key, mine] = [keyOf(person), personOf(person)]
  const { wrapped, master: by } = wrap(key, `person ${mine}`)
  return `${id}\t${mine}\t${bytes(wrapped)}\t${by}\t${bytes(sealJson(key, identityOf(person), `person ${mine}`))}\n`
}
const words: Line = ({ id }, _, person) =>
  wordsOf(index, identityOf(person))
    .map((word) => `${id}\t${bytes(word)}\t${personOf(person)}\n`)
    .join('')
const files: Line = (commune, at, person) => {
  const { reading, events } = lifeOf(commune, at)
  const number = `HC-2025-${String(at + 1).padStart(4, '0')}`
  const [officer = none] = isOpen(reading) ? officersOf(commune, at) : []
  return `${commune.id}\t${fileId(person)}\t${personOf(person)}\t${number}\t${events[0]?.at}\t${reading.status}\t${reading.since}\t${reading.due}\t${reading.closedOn}\t${officer}\t${officer === none ? none : events[0]?.at}\t${reading.again}\t0\n`
}
const isOpen = ({ closedOn }: { closedOn: string }): boolean => closedOn === none
/** Who answers for the file, and a colleague on every other team. */
function officersOf({ officers }: Commune, at: number): string[] {
  if (at % everyUnnamed === everyUnnamed - 1) return []
  const count = officers.length
  const [one = '', other = ''] = [officers[at % count], officers[(at + 1) % count]]
  return at % 2 === 0 ? [one] : [one, other]
}
const work: Line = (commune, at, person) =>
  lifeOf(commune, at)
    .reading.items.map(
      ({ act, because, waits, times }) =>
        `${commune.id}\t${fileId(person)}\t${officersOf(commune, at)[0] ?? none}\t${act}\t${eventId(person, because)}\t${waits}\t${times}\n`,
    )
    .join('')
const teamOf = (commune: Commune, at: number) => [
  ...officersOf(commune, at).map((who) => ({ who, role: 'police' })),
  ...(at % everyHelped === 1 ? [{ who: commune.helper, role: 'village' }] : []),
]
const members: Line = (commune, at, person) => {
  const { reading, events } = lifeOf(commune, at)
  if (!isOpen(reading)) return ''
  return teamOf(commune, at)
    .map(({ who, role }) => `${commune.id}\t${fileId(person)}\t${who}\t${role}\t${events[0]?.at}\n`)
    .join('')
}
const workOfMembers: Line = (commune, at, person) => {
  const { reading } = lifeOf(commune, at)
  if (!isOpen(reading)) return ''
  const line = (who: string) =>
    reading.items
      .map(
        ({ act, because, order }) =>
          `${commune.id}\t${fileId(person)}\t${act}\t${eventId(person, because)}\t${who}\t${order}\n`,
      )
      .join('')
  return teamOf(commune, at)
    .map(({ who }) => line(who))
    .join('')
}
const openings: Line = (commune, at, person) =>
  Array.from({ length: openingsEach }, (_, place) => {
    const reader = commune.officers[(at + place) % commune.officers.length]
    const when = Date.parse(now) - (((person * 7_919 + place * 104_729) % 5_000_000) + 60) * 60_000
    const [from, until] = [when, when + 30 * 60_000].map((each) => new Date(each).toISOString())
    return `${commune.id}\t${openingId(person, place)}\t${fileId(person)}\t${reader}\tcheck\t${from}\t${until}\t${until}\n`
  }).join('')
const events: Line = (commune, at, person) => {
  const key = keyOf(person)
  return lifeOf(commune, at)
    .events.map(({ kind, at: when, details }, place) => {
      const id = eventId(person, place)
      const sealed = bytes(seal(key, details, `event ${id}`))
      return `${commune.id}\t${fileId(person)}\t${id}\t${place + 1}\t${kind}\t${when}\t${when}\t${commune.police}\t${sealed}\n`
    })
    .join('')
}

function* chunks(line: Line): Generator<Buffer> {
  let text = ''
  for (const commune of part.communes)
    for (let at = 0; at < commune.count; at += 1) {
      text += line(commune, at, commune.first + at)
      if (text.length < 1_000_000) continue
      yield Buffer.from(text)
      text = ''
    }
  yield Buffer.from(text)
}

const database = await openDatabase({ url: part.url, connections: 1, statementTimeout: 0 })
await onOneConnection(database.db, async ({ copyIn }) => {
  await copyIn('copy cases.person (commune_id, id, wrapped_key, master_key, sealed) from stdin', chunks(persons))
  await copyIn('copy cases.person_word (commune_id, word, person_id) from stdin', chunks(words))
  await copyIn(
    'copy cases.file (commune_id, id, person_id, number, opened_at, status, status_since, next_due_at, closed_on, officer_id, officer_since, next_read_at, read_under) from stdin',
    chunks(files),
  )
  await copyIn(
    'copy cases.event (commune_id, file_id, id, folio, kind, happened_at, recorded_at, recorded_by, sealed) from stdin',
    chunks(events),
  )
  await copyIn(
    'copy cases.work_item (commune_id, file_id, officer_id, act, because, waits, begins_at, opens_at, due_at) from stdin',
    chunks(work),
  )
  await copyIn('copy cases.team_member (commune_id, file_id, member_id, role, since) from stdin', chunks(members))
  await copyIn(
    'copy cases.work_of_member (commune_id, file_id, act, because, member_id, by_at, due_at, waits) from stdin',
    chunks(workOfMembers),
  )
  await copyIn(
    'copy cases.opening (commune_id, id, file_id, reader_id, purpose, opened_at, until, closed_at) from stdin',
    chunks(openings),
  )
})
await database.close()
