// The wall: nothing on the side of participation depends on a file of a person. Every operation and every export of that side
// is asked in worlds that are alike but for the files, and the answers and refusals are compared value by value.

import fc from 'fast-check'
import { Hono } from 'hono'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { slices } from '../app/slices.ts'
import { insideFiles } from '../modules/cases/server/sealing/inside.ts'
import { linkRoutes } from '../modules/links/server/public.ts'
import { portalRoutes } from '../modules/portal/server/public.ts'
import { rosterRoutes } from '../modules/rosters/server/public.ts'
import { taskRoutes } from '../modules/tasks/server/public.ts'
import { defineQuery } from '../platform/contract/operation.ts'
import { throughTheDoor } from '../platform/server/door.ts'
import { problemAnswer } from '../platform/server/http.ts'
import { openLog } from '../platform/server/log.ts'
import { refusalOf } from '../platform/server/problem.ts'
import { answers, type Db, type Handler } from '../platform/server/slice.ts'
import { areaId, personId } from '../programmes/kim-dong-2024/ids.ts'
import { type Inputs, inputsFrom } from './support/fuzz/inputs.ts'
import { everybody, everyone, readCoverage, type Somebody } from './support/fuzz/people.ts'
import { readRecords } from './support/fuzz/records.ts'
import { eachRolledBack, rolledBack } from './support/fuzz/rolled-back.ts'
import { mended } from './support/fuzz/valid-looking.ts'
import { chanceIn, differences, type Outcome } from './support/wall/compared.ts'
import { listenToStatements, type Statements } from './support/wall/statements.ts'
import { openWorlds, type Worlds } from './support/wall/worlds.ts'
import type { World } from './support/world.ts'

/** The files themselves, who reads what of them, and the machine: how large a database is, how long a log. */
const otherSide = ['cases', 'handover', 'audit', 'settings']
const runs = Number(process.env.BINHYEN_TEST_FUZZ_RUNS ?? 2)
const seed = 20260701

const handlers = slices.filter(({ module }) => !otherSide.includes(module)).flatMap((slice) => slice.handlers)
const constraints = Object.assign({}, ...slices.map((slice) => slice.constraints ?? {}))
const smallFile = new TextEncoder().encode('code,name\n12280,Lương Bằng\n')

let worlds: Worlds
let people: Somebody[]
let inputs: Inputs
let heard: Statements
beforeAll(async () => {
  worlds = await openWorlds(slices)
  const { db } = worlds.none.database
  const asking = ['xa', 'thon', 'kiemtra', 'conganxa', 'all rights in a commune']
  people = (await everyone(worlds.none, await readCoverage(db))).filter(({ key }) => asking.includes(key))
  people.push({ ...people[0]!, key: 'everybody', id: everybody, reach: 'everywhere' })
  inputs = inputsFrom(
    await readRecords(db),
    async (handler, id, raw) => {
      const outcome = await called(worlds.none, handler, id, raw)
      return { changes: [], made: new Map(), refusal: outcome.refused as never }
    },
    seed,
  )
  heard = listenToStatements()
}, 120_000)
afterAll(async () => {
  heard?.stop()
  await worlds?.drop()
})

const totals = { answered: 0, refused: 0, chance: 0 }
type Called = Outcome & { refused?: unknown }
/** Through the door, and taken back, so that the next call finds what this one found. */
async function called(the: World, handler: Handler, personId: string, raw: unknown): Promise<Called> {
  const [db, byKey] = [rolledBack, eachRolledBack].map((back) => back(the.database.db, async () => {}))
  const { operation } = handler
  const request = {
    headers: new Headers({ 'x-test-person': personId }),
    ...{ raw, language: 'vi' as const, commandId: '0192f000-0000-7000-8000-00000000c0de' },
    bytes: operation.kind === 'command' && operation.bytes ? smallFile : undefined,
  }
  try {
    return { answer: (await throughTheDoor({ ...the.parts, db: db!, byKey: byKey! }, handler, request)).body }
  } catch (fault) {
    const refusal = refusalOf(fault, constraints)
    if (!refusal) return { fault: String(fault) }
    const { kind, values, extra } = refusal
    return { refused: refusal, refusal: { code: kind.code, values, extra } }
  }
}

const compared = ({ answer, refusal, fault }: Called): Outcome => ({ answer, refusal, fault })

describe('operations', () => {
  test.each(handlers.map((handler) => [handler.operation.name, handler] as const))('%s', async (name, handler) => {
    const tables = await inputs.tablesOf(handler)
    let asked = 0
    let leftOut = 0
    for (const who of people)
      for (const raw of fc.sample(inputs.inputsFor(handler, who, tables), {
        numRuns: runs,
        seed: seed + name.length,
      })) {
        const given = mended(handler.operation.input, raw)
        if (given === undefined) continue
        asked += 1
        const ask = async (the: World) => compared(await called(the, handler, who.id, given))
        const first = await ask(worlds.none)
        expect(first.fault).toBeUndefined()
        totals[first.refusal ? 'refused' : 'answered'] += 1
        const others = [await ask(worlds.many), await ask(worlds.without)]
        // Only where something differs is it worth knowing whether chance alone makes it differ.
        if (others.every((other) => differences(first, other, new Set()).length === 0)) continue
        const chance = chanceIn(first, await ask(worlds.none))
        leftOut += chance.size
        for (const other of others)
          expect(differences(first, other, chance), `${who.key}: ${JSON.stringify(given)}`).toEqual([])
      }
    expect(asked).toBeGreaterThan(0)
    totals.chance += leftOut
  })

  test('many were answered, many refused, and next to nothing of it was left to chance', () => {
    expect(totals.answered).toBeGreaterThan(300)
    expect(totals.refused).toBeGreaterThan(300)
    expect(totals.chance).toBeLessThan(totals.answered / 10)
  })
})

describe('exports and pages', () => {
  const silent = openLog('silent')
  const site = ({ parts }: World) => {
    const settings = { publicUrl: 'http://localhost', logLevel: 'silent' as const }
    const all = new Hono()
    for (const routes of [rosterRoutes(parts), taskRoutes(parts), linkRoutes(parts, settings, silent)])
      all.route('/', routes)
    all.route('/', portalRoutes(parts, settings))
    all.onError(problemAnswer({}, silent))
    return all
  }
  const roster = `/api/rosters/export?areaId=${areaId('12322')}`
  test.each([
    ['a roster as .csv', `${roster}&format=csv`, 200, personId('ngocthanh')],
    ['a roster as .xlsx', `${roster}&format=xlsx`, 200, personId('ngocthanh')],
    ['a roster for somebody without the right', `${roster}&format=csv`, 403, personId('conganxa')],
    ['tasks as .csv', '/api/tasks/export?programme=kim-dong-2024', 200, personId('huyen')],
    ['the portal', '/', 200],
    ['the areas', '/dia-ban', 200],
    ['one area', '/dia-ban/12322', 200],
    ['the public data', '/data.json', 200],
    ['news', '/rss.xml', 200],
    ['the check of a promise', '/v/AAAA-BBBB', 404],
    ['the check of a sheet', '/V/AAAABBBB', 404],
    ['a link that leads nowhere', '/k/AAAABBBB', 404],
  ])('%s', async (_, address, status, who?: string) => {
    const ask = async (the: World): Promise<Outcome> => {
      const answer = await site(the).request(address, { headers: who ? { 'x-test-person': who } : {} })
      const bytes = Buffer.from(await answer.arrayBuffer())
      const lines = address.includes('xlsx') ? [bytes.toString('base64')] : bytes.toString().split('\n')
      return { answer: { status: answer.status, headers: Object.fromEntries(answer.headers), lines } }
    }
    const first = await ask(worlds.none)
    expect(first.answer).toMatchObject({ status })
    for (const other of [worlds.many, worlds.without]) expect(await ask(other)).toEqual(first)
  })
})

test('none of all these statements named the schema of the files', () => {
  heard.stop()
  expect(heard.texts.size).toBeGreaterThan(200)
  expect([...heard.texts].filter((text) => /\b(cases|handover)\.|binhyen_files/.test(text))).toEqual([])
})

test('an operation that did look at the files would be found out', async () => {
  const looking = answers(
    defineQuery({
      ...{ name: 'wall.looking', title: { vi: 'Nhìn qua', en: 'Looks' }, permission: 'signed-in', place: 'nowhere' },
      input: z.object({}),
      output: z.object({ count: z.int() }),
    }),
    ({ db }) => countFiles(db),
  )
  const ask = async (the: World) => compared(await called(the, looking, personId('thon'), {}))
  const first = await ask(worlds.none)
  const chance = chanceIn(first, await ask(worlds.none))
  expect(differences(first, await ask(worlds.many), chance)).toEqual(['/answer/count'])
  expect(differences(first, await ask(worlds.without), chance)).not.toEqual([])
})

const countFiles = (db: Db): Promise<{ count: number }> =>
  insideFiles(db, { communeId: areaId('12322'), readerId: personId('conganxa'), purpose: 'list' }, async (inside) => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from cases.file`.execute(inside)
    return rows[0]!
  })

test('there were files to tell of, of people who stand in the rosters', async () => {
  expect((await countFiles(worlds.many.database.db)).count).toBeGreaterThan(50)
})
