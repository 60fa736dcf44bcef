// Two files of one person through the door: refused, by the next commune, by those who see less; merged, twice, at once; unmerged,
// also when something was entered since; and nothing is lost on the way, whatever the lives were.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personId } from '../../../../programmes/kim-dong-2024/ids.ts'
import { event, life, positive } from '../../../../tests/support/lives.ts'
import { communeId, nextCommune, type Office, officeWithFiles } from '../../../../tests/support/person-lists.ts'
import { expectRefusal, type Somebody, type World } from '../../../../tests/support/world.ts'
import {
  BeginFile,
  ChangeIdentity,
  DecidePair,
  FindFiles,
  type Identity,
  ListFiles,
  ListMerges,
  ListPairs,
  LookAtMerge,
  MergeFiles,
  type MergeTake,
  ReadFile,
  RecordEvent,
  UnmergeFiles,
} from '../../contract.ts'
import type { FileEvent } from '../../events.ts'
import { enterFiles } from '../public.ts'
import { insideFiles } from '../sealing/inside.ts'

let the: World
let police: Somebody
let nextPolice: Somebody
let office: Office
beforeAll(async () => {
  office = await officeWithFiles()
  ;({ the, police, nextPolice } = office)
})
afterAll(() => the.database.drop())

const takeAll: MergeTake = {
  ...{ name: 'kept', birth: 'kept', sex: 'kept', residence: 'kept', stay: 'kept', phone: 'kept' },
  ...{ otherNames: 'both', papers: 'both', circumstances: 'both' },
}
const somebody = (part: Partial<Identity>): Identity => ({
  ...{ name: 'Nguyễn Hữu Chỉnh', otherNames: [], birth: '1990-05-01', sex: 'male', papers: [], circumstances: [] },
  ...{ residence: '', stay: '', phone: '' },
  ...part,
})
let count = 0
/** Names that are like nobody else's, so that tests do not meet. */
const ownName = () =>
  `Họ ${String.fromCharCode(65 + (count++ % 26))}${'aăâbcdđeêghiklmnoôơ'[count % 20]} Riêng ${count}`

async function fileOf(events: readonly FileEvent[], part: Partial<Identity> = {}): Promise<string> {
  const [id, person] = [uuidv7(), uuidv7()]
  const entering = { communeId, by: police.id, now: new Date(), demo: false }
  await enterFiles(the.database.db, entering, [{ id, personId: person, identity: somebody(part), events }])
  return id
}
const openedBoth = async (keptId: string, goneId: string) => ({
  ...{ communeId, keptId, goneId },
  keptOpening: (await office.opened(keptId)).openingId,
  goneOpening: (await office.opened(goneId)).openingId,
})
const read = async (fileId: string) => police.ask(ReadFile, await office.opened(fileId))
async function merged(keptId: string, goneId: string, take: Partial<MergeTake> = {}) {
  const both = await openedBoth(keptId, goneId)
  const [kept, gone] = [await read(keptId), await read(goneId)]
  const versions = { keptVersion: kept.version, goneVersion: gone.version }
  return police.send(MergeFiles, { ...both, ...versions, id: uuidv7(), take: { ...takeAll, ...take } })
}
async function unmerged(fileId: string, toGone: string[] = []) {
  const open = await office.opened(fileId)
  const { rows } = await police.ask(ListMerges, open)
  const { version } = await police.ask(ReadFile, open)
  return police.send(UnmergeFiles, { ...open, mergeId: rows[0]?.id ?? uuidv7(), version, toGone })
}
/** All that is in a file, but for what names the reading of it. */
async function whole(fileId: string) {
  const {
    identity,
    events,
    status,
    closedOn,
    number,
    openedAt,
    life: read,
  } = await office.opened(fileId).then((open) => police.ask(ReadFile, open))
  const listed = await insideFiles(
    the.database.db,
    { communeId, readerId: police.id, purpose: 'test' },
    async (files) => {
      const { rows } = await sql`
      select status, status_since, next_due_at, closed_on, merged_into, (
        select array_agg(encode(word, 'hex') order by word) from cases.person_word where person_word.person_id = file.person_id) as words
      from cases.file where id = ${fileId}`.execute(files)
      return rows[0]
    },
  )
  return { identity, events, status, closedOn, number, openedAt, history: read?.history, listed }
}

const tested = (at: string) => event('tested', at, positive)
const managed = (at: string) => event('managed', at)

test('refused: who sees less, the next commune, without both open, with itself, with a stale version', async () => {
  const [keptId, goneId] = [await fileOf([]), await fileOf([], { name: ownName() })]
  const both = await openedBoth(keptId, goneId)
  const ask = (more: object) =>
    police.send(MergeFiles, { ...both, id: uuidv7(), keptVersion: 2, goneVersion: 2, take: takeAll, ...more })
  for (const other of [the.communeOfficer, the.districtLead, the.administrator, the.as(personId('tramyte'))])
    await expectRefusal(other.ask(LookAtMerge, both), 'platform.not_allowed')
  await expectRefusal(nextPolice.ask(LookAtMerge, both), 'platform.not_found')
  await expectRefusal(nextPolice.ask(LookAtMerge, { ...both, communeId: nextCommune }), 'cases.not_open')
  await expectRefusal(ask({ goneOpening: uuidv7() }), 'cases.not_open')
  await expectRefusal(ask({ keptOpening: both.goneOpening }), 'cases.not_open')
  await expectRefusal(ask({ goneId: keptId, goneOpening: both.keptOpening }), 'cases.merge_with_itself')
  await expectRefusal(ask({ keptVersion: 7 }), 'platform.changed_meanwhile')
  await expectRefusal(nextPolice.ask(ListPairs, { communeId }), 'platform.not_found')
})

test('what the two would come to is told first; merged, everything stands in one and the other points to it', async () => {
  const one = await fileOf([tested('2026-08-03T09:00'), managed('2026-08-04T15:00')], {
    name: 'Tạ Quang Bửu',
    papers: [{ kind: 'cmnd', number: '145111222' }],
  })
  const same = managed('2026-08-04T15:00')
  const other = await fileOf([same, event('visited', '2026-08-20T08:00'), managed('2026-09-10T10:00')], {
    name: 'Ta Quang Buu',
    birth: '1991',
    papers: [{ kind: 'cccd', number: '033090111222' }],
    residence: 'Thôn Mai Viên',
  })
  const { rows } = await police.ask(ListPairs, { communeId })
  expect(rows.find((pair) => [pair.one.id, pair.other.id].includes(one))?.reasons).toEqual([
    'without_marks',
    'near_birth_year',
  ])
  const both = await openedBoth(one, other)
  const look = await police.ask(LookAtMerge, { ...both, residence: 'gone' })
  expect(look.identity).toMatchObject({
    name: 'Tạ Quang Bửu',
    otherNames: ['Ta Quang Buu'],
    birth: '1990-05-01',
    papers: [{ number: '145111222' }, { number: '033090111222' }],
    residence: 'Thôn Mai Viên',
  })
  expect(look.events.map(({ side, kind, folio, becomes }) => [side, kind, folio, becomes])).toEqual([
    ['kept', 'tested', 1, 1],
    ['kept', 'managed', 2, 2],
    ['gone', 'managed', 1, null],
    ['gone', 'visited', 2, 3],
    ['gone', 'managed', 3, 4],
  ])
  expect(look.events[4]?.fault?.vi).toContain('Chồng lên một thời hạn đang chạy')
  expect(look.status).toEqual({ kept: 'managed', gone: 'managed' })
  // Looking changes nothing.
  expect((await read(other)).events).toHaveLength(3)

  const numbers = { one: (await read(one)).number, other: (await read(other)).number }
  const done = await merged(one, other, { residence: 'gone' })
  expect(done).toMatchObject({ moved: 2, twins: 1 })
  const kept = await read(one)
  expect(kept.identity).toMatchObject({ residence: 'Thôn Mai Viên', otherNames: ['Ta Quang Buu'] })
  expect(kept.events.map(({ folio, from }) => [folio, from?.number, from?.folio])).toEqual([
    [1, undefined, undefined],
    [2, undefined, undefined],
    [3, numbers.other, 2],
    [4, numbers.other, 3],
  ])
  // Never two open for one person: the other is closed for whoever had it open, found no more, and opened by nobody.
  await expectRefusal(police.ask(ReadFile, { communeId, fileId: other, openingId: both.goneOpening }), 'cases.not_open')
  const refusal = await office.opened(other).catch((fault) => fault)
  expect(refusal).toMatchObject({
    kind: { code: 'cases.merged_into' },
    values: { number: numbers.other, into: numbers.one },
  })
  for (const text of ['ta quang buu', '033090111222', '145111222', numbers.other])
    expect(
      (await police.send(FindFiles, { communeId, text })).rows.map(({ id }) => id),
      text,
    ).toEqual([one])
  const listed = async (show: 'open' | 'closed') =>
    (await police.ask(ListFiles, { communeId, show, limit: 500 })).rows.map(({ id }) => id)
  expect([...(await listed('open')), ...(await listed('closed'))]).not.toContain(other)
  expect(
    (await police.ask(ListPairs, { communeId })).rows.some((pair) => pair.one.id === other || pair.other.id === other),
  ).toBe(false)
  await expect(
    insideFiles(the.database.db, { communeId, readerId: police.id, purpose: 'test' }, (files) =>
      sql`insert into cases.opening (commune_id, id, file_id, reader_id, purpose, opened_at, until)
        values (${communeId}, ${uuidv7()}, ${other}, ${police.id}, 'check', now(), now() + interval '1 hour')`.execute(
        files,
      ),
    ),
  ).rejects.toThrow(/row-level security/)
})

test('unmerged, what was entered since goes where somebody says, and what is about it goes along', async () => {
  const [one, other] = [
    await fileOf([tested('2026-08-03T09:00')], { name: ownName() }),
    await fileOf([event('visited', '2026-08-20T08:00')], { name: ownName() }),
  ]
  await merged(one, other)
  const open = await office.opened(one)
  const enter = async (kind: string, at: string, details: object, id = uuidv7()) => {
    const { version } = await police.ask(ReadFile, open)
    await police.send(RecordEvent, { ...open, id, kind, at, details: { ...details }, version })
    return id
  }
  const copy = (await police.ask(ReadFile, open)).events.find(({ from }) => from)?.id ?? ''
  const visit = await enter('visited', '2026-09-01T08:00', { note: 'Của hồ sơ kia' })
  const about = await enter('withdrawn', '2026-09-02T08:00', { of: copy, why: 'Ghi nhầm' })
  await enter('visited', '2026-09-03T08:00', { note: 'Ở lại' })
  const { rows } = await police.ask(ListMerges, open)
  expect(rows[0]?.since.map(({ folio, kind, with: along }) => [folio, kind, along])).toEqual([
    [3, 'visited', null],
    [4, 'withdrawn', copy],
    [5, 'visited', null],
  ])
  // A correction of what stays cannot leave alone.
  const stays = await enter('withdrawn', '2026-09-04T08:00', {
    of: (await police.ask(ReadFile, open)).events[0]?.id,
    why: 'Khác',
  })
  await expectRefusal(unmerged(one, [stays]), 'cases.unmerge_split')
  expect(await unmerged(one, [visit])).toMatchObject({ number: (await whole(other)).number })
  const [kept, back] = [await read(one), await read(other)]
  expect(kept.events.map(({ folio, kind }) => [folio, kind])).toEqual([
    [1, 'tested'],
    [5, 'visited'],
    [6, 'withdrawn'],
  ])
  expect(back.events.map(({ id, folio, kind, from }) => [folio, kind, from, [visit, about].includes(id)])).toEqual([
    [1, 'visited', null, false],
    [2, 'visited', null, true],
    [3, 'withdrawn', null, true],
  ])
  expect(back.events[1]?.details).toEqual({ note: 'Của hồ sơ kia' })
  // They were said to be two, which is remembered; and may be looked at again.
  const pairs = await police.ask(ListPairs, { communeId, show: 'apart' })
  const pair = pairs.rows.find((each) => [each.one.id, each.other.id].includes(one))
  expect(pair?.apart).toBe(true)
  await police.send(DecidePair, { communeId, oneId: one, otherId: other, apart: false })
  await expectRefusal(
    police.send(DecidePair, { communeId, oneId: one, otherId: uuidv7(), apart: true }),
    'platform.not_found',
  )
})

test('the last merge is unmerged first; merged twice, at once, by two, happens once', async () => {
  const [a, b, c] = [
    await fileOf([], { name: ownName() }),
    await fileOf([], { name: ownName() }),
    await fileOf([], { name: ownName() }),
  ]
  const both = await openedBoth(a, b)
  const input = {
    ...both,
    id: uuidv7(),
    take: takeAll,
    keptVersion: (await read(a)).version,
    goneVersion: (await read(b)).version,
  }
  const twice = await Promise.allSettled([
    police.send(MergeFiles, input),
    police.send(MergeFiles, { ...input, id: uuidv7() }),
  ])
  expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await merged(a, c)
  const open = await office.opened(a)
  const { rows } = await police.ask(ListMerges, open)
  expect(rows.map(({ last }) => last)).toEqual([true, false])
  const { version } = await police.ask(ReadFile, open)
  const first = { ...open, mergeId: rows[1]?.id ?? '', version }
  await expectRefusal(police.send(UnmergeFiles, first), 'cases.unmerge_later_first')
  await unmerged(a)
  await unmerged(a)
  await expectRefusal(unmerged(a), 'cases.no_merge')
  for (const id of [b, c]) expect((await read(id)).events).toEqual([])
})

test('what somebody changed of the identity since stays, the rest is as it was', async () => {
  const [one, other] = [
    await fileOf([], { name: ownName(), phone: '0912' }),
    await fileOf([], { name: ownName(), stay: 'Thôn Hai' }),
  ]
  const before = await whole(one)
  await merged(one, other, { stay: 'gone' })
  const open = await office.opened(one)
  const { identity, version } = await police.ask(ReadFile, open)

  await police.send(ChangeIdentity, {
    ...open,
    identity: { ...somebody({}), ...identity, phone: '0999' } as Identity,
    version,
  })
  await unmerged(one)
  const after = await whole(one)
  expect(after.identity).toEqual({ ...before.identity, phone: '0999' })
})

test('a pair is proposed as soon as somebody is written down, and once said to be two it stays so', async () => {
  const name = ownName()
  await fileOf([], { name })
  const id = uuidv7()
  await police.send(BeginFile, { communeId, id, personId: uuidv7(), identity: somebody({ name }), although: true })
  const of = (rows: { one: { id: string }; other: { id: string } }[]) =>
    rows.some((pair) => pair.one.id === id || pair.other.id === id)
  expect(of((await police.ask(ListPairs, { communeId })).rows)).toBe(false)
  expect(of((await police.ask(ListPairs, { communeId, show: 'apart' })).rows)).toBe(true)
})

describe('whatever the lives were', () => {
  const lives: FileEvent[][] = [
    [],
    life(['tested', '2026-08-03T09:00', positive], ['managed', '2026-08-04T15:00']),
    life(
      ['determination-result', '2026-07-20T08:00', { result: 'addicted' }],
      ['registered', '2026-07-20T15:00', { form: 'home' }],
      ['home-decided', '2026-07-21T08:00'],
      ['treatment-begun', '2026-07-22T08:00'],
    ),
    life(
      ['managed', '2026-07-05T08:00'],
      ['died', '2026-09-01T08:00'],
      ['management-stopped', '2026-09-02T08:00', { reason: 'died' }],
    ),
    life(
      ['after-decided', '2026-07-06T08:00'],
      ['visited', '2026-08-06T08:00'],
      ['residence-checked', '2026-09-06T08:00', { present: true }],
    ),
    life(
      ['listed', '2026-07-01T00:00', { source: 'Sổ cũ' }],
      ['verification-opened', '2026-10-01T08:00', { ground: 'verified-tip' }],
    ),
  ]
  const chance = (seed: number) => {
    let state = seed
    return (most: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return state % most
    }
  }
  const sides = ['kept', 'gone'] as const
  const all = ['kept', 'gone', 'both'] as const

  test.each(Array.from({ length: 20 }, (_, seed) => seed + 1))(
    'merged and unmerged they are as before (%i)',
    async (seed) => {
      const pick = chance(seed)
      const part = (): Partial<Identity> => ({
        name: ownName(),
        ...(pick(2) && { birth: String(1980 + pick(20)) }),
        ...(pick(2) && { papers: [{ kind: 'cmnd', number: String(100_000_000 + seed * 10 + pick(9)) }] }),
        ...(pick(2) && { otherNames: [ownName()], residence: `Thôn ${pick(9)}` }),
        ...(pick(2) && { circumstances: [{ what: 'no-papers', from: '2026-01-01', until: null }] }),
      })
      // Ids of their own, for a life may be drawn twice.
      const drawn = () => (lives[pick(lives.length)] ?? []).map((each) => ({ ...each, id: uuidv7() })) as FileEvent[]
      const [one, other] = [await fileOf(drawn(), part()), await fileOf(drawn(), part())]
      const before = [await whole(one), await whole(other)]
      const take: MergeTake = {
        ...{
          name: sides[pick(2)] ?? 'kept',
          birth: sides[pick(2)] ?? 'kept',
          sex: 'kept',
          residence: sides[pick(2)] ?? 'kept',
        },
        ...{ stay: 'gone', phone: 'kept', otherNames: all[pick(3)] ?? 'both', papers: all[pick(3)] ?? 'both' },
        circumstances: all[pick(3)] ?? 'both',
      }
      await merged(one, other, take)
      // Everything of both is there, once.
      const union = await read(one)
      const twins = before[0]!.events.length + before[1]!.events.length - union.events.length
      expect(twins).toBeGreaterThanOrEqual(0)
      expect(new Set(union.events.map(({ folio }) => folio)).size).toBe(union.events.length)
      await unmerged(one)
      expect([await whole(one), await whole(other)]).toEqual(before)
    },
  )
})
