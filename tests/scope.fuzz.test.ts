// Nobody reads or writes outside their areas: every operation of the product is called as each person of the demonstration,
// with inputs that look valid and name records of other places. New operations are covered as soon as they are plugged in.

import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { slices } from '../app/slices.ts'
import { defineCommand } from '../platform/contract/operation.ts'
import { rememberedAuthority } from '../platform/server/remembered-authority.ts'
import { carriesOut } from '../platform/server/slice.ts'
import { type Call, callThrough } from './support/fuzz/calling.ts'
import { type Inputs, inputsFrom } from './support/fuzz/inputs.ts'
import { type Judge, judgeBy } from './support/fuzz/judging.ts'
import {
  allRightsSomewhere,
  everyone,
  holdEverything,
  isOutside,
  leaveTraces,
  readCoverage,
  type Somebody,
} from './support/fuzz/people.ts'
import { type Records, readRecords } from './support/fuzz/records.ts'
import { checksums } from './support/fuzz/rolled-back.ts'
import { mended } from './support/fuzz/valid-looking.ts'
import { type World, world } from './support/world.ts'

const runs = Number(process.env.BINHYEN_TEST_FUZZ_RUNS ?? 2)
const seed = Number(process.env.BINHYEN_TEST_FUZZ_SEED ?? 20241115)

/** Operations whose answers rightly name records of the units above the reader's (never beside), and why. */
const answersFromAbove: Readonly<Record<string, string>> = {
  'commitments.drives': 'a commune signs in the drive that its district opened',
  'commitments.ownSigners': 'the head of a school takes signatures in the drive that the district opened',
  'commitments.drive': 'a commune reads the words of the drive that its district opened',
  'commitments.meetings': 'a commune signs at the meeting of its district to which it was called',
  'home.show': 'the next meeting of the district that called the commune',
  'meetings.list': 'the meetings of the district that called the commune, and the post that chairs them',
  'obstacles.askable': 'an obstacle is put to the posts above, who can remove it',
  'tasks.instructions': 'the instructions of the district that gave the commune its tasks',
  'cases.officers': 'files are given to whoever is of the police there, by a right over the commune or from above',
  'access.colleagues': 'rights are lent to people of the same areas, of those below and of those above',
  'areas.bodies': 'a body names the body that it reports to, one level above',
  'obstacles.list': 'an obstacle names the post that was asked to remove it, which stands above',
  'programme.overview': 'a commune works under the programme and the plan of its district',
  'access.post': 'a post names the post that it reports to, which stands one level above',
  'documents.choices': 'a commune works under the programme of its district',
  'documents.list': 'a commune reads the papers of the district on which its plan and its tasks rest',
  'documents.one': 'a paper of the commune names the programme and the plan that it belongs to',
  'obstacles.one': 'an obstacle names the post that was asked to remove it, which stands above',
  'programme.list': 'a commune works under the programme and the plan of its district and province',
  'programme.target': 'the target of a commune stands in the plan of its district, with the papers that set it',
  'programme.standardOfArea': 'the standard that a body of the commune meets names the paper that set it',
  'tasks.list': 'a task of the commune names the instruction by which the district gave it',
  'tasks.one': 'a task of the commune names the instruction and the paper by which the district gave it',
}

/** Operations that rightly answer from anywhere, and why. */
const answersFromAnywhere: Readonly<Record<string, string>> = {
  'obstacles.practices': 'good practice is written to be shared with every place of the programme',
  'cases.circle': 'a team may name whoever holds a right to files there, from wherever they hold it',
  'verification.myVisits': 'a verifier comes from elsewhere by rule, and is told which lots are theirs',
  'verification.visits': 'a verifier comes from elsewhere by rule, and sees the names that were drawn in their own lot',
  'meetings.one': 'whoever was called to a meeting sees its agenda and every post that was called, by title',
}

/** Tables whose rows any command may leave, wherever it happens. */
const leftByAny: Readonly<Record<string, string>> = {
  command: 'the claim on the command id, of the person who sent it',
  audit_entry: 'what the audit is for',
  area_parent: 'a unit that one’s own hamlet became is new, known to no reach yet; the succession beside it is judged',
  commitment_pulse: 'a counter that tells kept figures to be read anew; it holds nothing of any place',
  roster_pulse: 'a counter that tells kept figures to be read anew; it holds nothing of any place',
  verification_item: 'a visit, written by the verifier of the lot alone, who comes from elsewhere by rule',
  recognition_mark: 'a counter that tells kept figures to be read anew; it holds nothing of any place',
}

/** Rows of one's own that may hang on a record of a unit above (never beside), and why. */
const hangsOnAbove: Readonly<Record<string, string>> = {
  commitment_promise: 'what is signed at a meeting of the district names it, and its paper',
  document_link: 'a record of the commune names the paper of the district that governs it',
  paper_print: 'a commune prints the sheets of the drive that its district opened',
  paper_reading: 'a commune reads the sheets of the drive that its district opened',
}

const handlers = slices.flatMap(({ handlers }) => handlers)
const constraints = Object.assign({}, ...slices.map((slice) => slice.constraints ?? {}))
/** Reads of sensitive things leave an entry at once, outside any transaction of a command. */
const writtenByReads = new Set(['audit_entry'])
let here: World
let records: Records
let somebodies: Somebody[]
let call: Call
let inputs: Inputs
let judge: Judge
let before: Map<string, string>
/** How often each operation answered somebody, but those that are asked within an open file of a person. */
const answeredIn = new Map<string, number>()

beforeAll(async () => {
  here = await world(slices)
  const { db } = here.database
  await holdEverything(db)
  await leaveTraces(db)
  records = await readRecords(db)
  const coverage = await readCoverage(db)
  somebodies = await everyone(here, coverage)
  // As in a running server: nobody's rights change here, and to read them anew would cost more than the calls.
  here.parts.authority = rememberedAuthority(here.parts.authority)
  call = callThrough(here, records, constraints)
  inputs = inputsFrom(records, call, seed)
  judge = judgeBy(records, coverage, { answersFromAbove, answersFromAnywhere, leftByAny, hangsOnAbove })
  before = await checksums(db, records, writtenByReads)
}, 120_000)
afterAll(() => here.database.drop())

/** Most for those whom only the place can stop, least for those who may look everywhere. */
const turnsOf = (who: Somebody): number => {
  if (allRightsSomewhere.some(({ id }) => id === who.id)) return runs * 4
  return who.reach === 'everywhere' ? Math.ceil(runs / 2) : runs
}

/** Other chances for each operation and each person, and the same ones each time. */
const seedOf = (name: string, who: Somebody): number =>
  [...`${name} ${who.key}`].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, seed)

test.each(handlers.map((handler) => [handler.operation.name, handler] as const))(
  '%s',
  async (name, handler) => {
    const { operation } = handler
    const tables = await inputs.tablesOf(handler)
    const outcomes = { answered: 0, refused: 0, mended: 0 }
    const codes = new Map<string, number>()
    const findings = new Set<string>()
    for (const who of somebodies) {
      for (const raw of fc.sample(inputs.inputsFor(handler, who, tables), {
        numRuns: turnsOf(who),
        seed: seedOf(name, who),
      })) {
        const given = mended(operation.input, raw)
        if (given === undefined) continue
        outcomes.mended += 1
        const called = await call(handler, who.id, given)
        outcomes[called.refusal ? 'refused' : 'answered'] += 1
        const code = called.refusal?.kind.code ?? 'answered'
        codes.set(code, (codes.get(code) ?? 0) + 1)
        if (called.fault) findings.add(`${who.key}: broke with ${String(called.fault)} on ${JSON.stringify(given)}`)
        for (const finding of judge(operation, who, given, called)) findings.add(`${who.key}: ${finding}`)
      }
    }
    // Within an open file nothing is answered: nobody has one open here.
    if (!tables.has('openingId')) answeredIn.set(name, outcomes.answered)
    if (process.env.BINHYEN_TEST_FUZZ_SHOW) console.log(name, JSON.stringify([...codes]), JSON.stringify([...tables]))
    expect([...findings].slice(0, 12)).toEqual([])
    expect(outcomes.mended, 'an input that the shape accepts').toBeGreaterThan(0)
  },
  120_000,
)

test('most operations were answered, and often: what only refuses proves nothing', () => {
  const counts = [...answeredIn.values()]
  const never = [...answeredIn].filter(([, count]) => count === 0).map(([name]) => name)
  expect(never.length, `answered nobody: ${never.join(', ')}`).toBeLessThan(counts.length * 0.45)
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(counts.length * 5)
})

test('an operation that wrote, took away or told of something of the next commune would be found out', async () => {
  const who = somebodies.find(({ key }) => key === 'xa')!
  const beside = records.rows.filter(
    ({ areas }) => isOutside(areas, who.reach) && !areas.some((area) => who.above.has(area)),
  )
  const task = beside.find(({ table }) => table === 'task')!
  const lent = beside.find(({ table }) => table === 'delegation')!
  const all = records.rows.flatMap(({ words }) => words)
  const told = beside.find(({ words: [first] }) => first && all.indexOf(first) === all.lastIndexOf(first))!
  const trespassing = carriesOut(
    defineCommand({
      ...{ name: 'scope.trespassing', title: { vi: 'Lấn sang', en: 'Trespasses' }, permission: 'signed-in' },
      ...{ place: 'nowhere', input: z.object({}), output: z.object({ told: z.string() }) },
    }),
    async ({ db }) => {
      await sql`update task set title = title where id = ${task.id}`.execute(db)
      await sql`delete from delegation where id = ${lent.id}`.execute(db)
      return { answer: { told: `${told.words[0]}` }, audit: { subject: 'nobody:1' } }
    },
  )
  const called = await call(trespassing, who.id, {})
  expect(called.fault).toBeUndefined()
  expect(judge(trespassing.operation, who, {}, called).sort()).toEqual([
    `beside: words of ${told.table} ${JSON.stringify(told.words[0])}`,
    `removed delegation ${lent.key}`,
    `written task ${task.key}`,
  ])
})

test('after all of it every table holds what it held', async () => {
  const after = await checksums(here.database.db, records, writtenByReads)
  expect([...after].filter(([table, sum]) => before.get(table) !== sum)).toEqual([])
})
