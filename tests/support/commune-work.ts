// A commune whose work the tests make: two officers, their head, and files whose events leave something to be done.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { ListWork } from '../../modules/cases/contract.ts'
import type { FileEvent } from '../../modules/cases/events.ts'
import { enterFiles } from '../../modules/cases/server/public.ts'
import { keepingFiles } from '../../modules/cases/server/sealing/keeping.ts'
import { slice } from '../../modules/cases/server/slice.ts'
import { areaId, personId } from '../../programmes/kim-dong-2024/ids.ts'
import { event, positive } from './lives.ts'
import { type Somebody, type World, world } from './world.ts'

export const communeId = areaId('12322', '2025-07-01')
export const here = { communeId, readerId: personId('conganxa'), purpose: 'test' }
// A Wednesday; whoever asks does so at this minute unless a test says otherwise.
const wednesday = new Date('2026-11-25T09:00:00+07:00')

export let the: World
export let police: Somebody
export let other: Somebody
export let head: Somebody
export let now = wednesday
export const nowIs = (at: string): void => {
  now = new Date(at)
}

/** Said once in a file of tests, beside the master key. */
export function communeWithWork(): void {
  beforeAll(async () => {
    the = await world([slice])
    police = the.as(personId('conganxa'))
    other = the.as(personId('conganxa2'))
    head = the.as(personId('truongcax'))
  })
  afterAll(() => the.database.drop())
  beforeEach(async () => {
    now = wednesday
    the.parts.clock.now = () => now
    // Each test has a commune of its own making: what the ones before left is handed to nobody.
    await keepingFiles(the.database.db, { work: 'other', by: 'test' }, (keep) =>
      keep(async (inside) => {
        for (const table of ['reminder', 'reminders_seen', 'work_item', 'team_member', 'opening', 'event', 'file'])
          await sql`delete from ${sql.table(`cases.${table}`)}`.execute(inside)
      }),
    )
  })
}

export const teamOf = (officer: string): FileEvent =>
  event('team-named', '2026-08-06T08:00', { members: [{ role: 'police', name: 'Cán bộ', person: officer }] }, uuidv7())
export const managed = (officer?: string): FileEvent[] => [
  event('tested', '2026-08-03T09:00', positive, uuidv7()),
  event('notice-received', '2026-08-04T08:00', { from: 'Công an xã Đức Hợp' }, uuidv7()),
  event('managed', '2026-08-04T15:00', {}, uuidv7()),
  event('commitment-signed', '2026-08-05T08:00', { which: 'B1' }, uuidv7()),
  event('supported', '2026-08-05T09:00', { what: 'counselling' }, uuidv7()),
  ...(officer ? [teamOf(officer)] : []),
]
/** The residence check of November is due on the last of the month, that of October was missed where none is here. */
export const checked = (at: string) => event('residence-checked', at, { present: true }, uuidv7())
export const noticed = (at: string, officer?: string) => [
  event('tested', '2026-11-23T09:00', positive, uuidv7()),
  event('residence-verified', '2026-11-23T15:00', { stable: true }, uuidv7()),
  event('notice-received', at, { from: 'Công an xã Đức Hợp' }, uuidv7()),
  ...(officer ? [teamOf(officer)] : []),
]

export async function filed(...files: FileEvent[][]): Promise<string[]> {
  const made = files.map((events) => ({ id: uuidv7(), personId: uuidv7(), events }))
  const entered = made.map((file, at) => ({
    ...file,
    identity: {
      name: `Phạm Văn Thử ${at}`,
      otherNames: [],
      birth: '1990-05-01',
      sex: 'male' as const,
      papers: [],
      residence: '',
      stay: '',
      phone: '',
      circumstances: [],
    },
  }))
  await enterFiles(the.database.db, { communeId, by: police.id, now, demo: false }, entered)
  return made.map(({ id }) => id)
}
export const listed = async (by: Somebody, part: Partial<Parameters<typeof ask>[1]> = {}) =>
  (await ask(by, part)).rows.map(({ fileId, act }) => `${fileId} ${act}`)
export const ask = (
  by: Somebody,
  part: { whose?: 'mine' | 'team' | 'all'; due?: 'late' | 'today' | 'week' | 'all'; officer?: string },
) => by.ask(ListWork, { communeId, limit: 500, ...part })

/** The other officer stands in for the police. */
export const standIn = () =>
  sql`insert into delegation (id, from_person_id, to_person_id, role_id, valid_from, valid_to, reason)
    values (${uuidv7()}, ${police.id}, ${other.id}, 'commune-police', '2024-11-10', '2024-11-20', 'Nghỉ phép')`.execute(
    the.database.db,
  )
