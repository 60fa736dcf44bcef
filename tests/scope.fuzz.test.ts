// Nobody reads or writes outside their areas: every operation of the product is called as each person of the demonstration,
// with inputs that look valid and name records of other places. New operations are covered as soon as they are plugged in.

import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { slices } from '../app/slices.ts'
import { defineCommand } from '../platform/contract/operation.ts'
import { carriesOut } from '../platform/server/slice.ts'
import { type Call, callThrough } from './support/fuzz/calling.ts'
import { type Inputs, inputsFrom, type Named } from './support/fuzz/inputs.ts'
import { type Judge, judgeBy } from './support/fuzz/judging.ts'
import { leaveByDoing, leaveWork, openFiles } from './support/fuzz/leaving.ts'
import {
  allRightsSomewhere,
  everybody,
  everyone,
  holdEverything,
  isOutside,
  leaveTraces,
  mayAtAll,
  readCoverage,
  rightsReadOnce,
  type Somebody,
  somebody,
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
  'audit.list': 'an entry of the commune names the drive of the district in which it was done',
  'audit.one': 'an entry of the commune names the drive of the district in which it was done',
  'commitments.promise': 'what is signed in the drive that the district opened names it',
  'field.pack': 'a phone takes signatures in the drive that the district opened',
  'field.ownPack': 'a phone takes signatures in the drive that the district opened',
  'field.pull': 'a phone takes signatures in the drive that the district opened',
  'field.ownPull': 'a phone takes signatures in the drive that the district opened',
  'verification.lot': 'a lot is of a drive that the district opened',
  'verification.question': 'a question is about a drive that the district opened',
  'tasks.byHead': 'a task of the commune may be headed by a post above it',
  'home.waiting': 'what waits in the drive that the district opened names it, to lead there',
  'home.show': 'the next meeting of the district that called the commune',
  'meetings.list': 'the meetings of the district that called the commune, and the post that chairs them',
  'obstacles.askable': 'an obstacle is put to the posts above, who can remove it',
  'tasks.instructions': 'the instructions of the district that gave the commune its tasks',
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

/** Operations that rightly answer from anywhere, or name records of one table from anywhere, and why. */
const answersFromAnywhere: Readonly<Record<string, string>> = {
  'obstacles.practices': 'good practice is written to be shared with every place of the programme',
  'audit.list person': 'the audit names whoever acted there, from wherever they came',
  'audit.list cases.file':
    'an entry about a hand-over or its notice names the file, which is at the other commune until then',
  'audit.one person': 'the audit names whoever acted there, from wherever they came',
  'cases.emergencies person':
    'a review names who opened the file in an emergency, which is somebody from elsewhere by rule',
  'cases.requests person': 'what was asked before a file was handed over names who took it in',
  'cases.officers person':
    'files are given to whoever is of the police there, by a right over the commune or what it became',
  'handover.accept cases.file': 'the file that is accepted has been at the commune that sent it',
  'handover.one person': 'a hand-over names who sent it',
  'home.show verification_lot': 'a verifier comes from elsewhere by rule, and is told which lots are theirs',
  'verification.lot person': 'a lot names its verifier, who comes from elsewhere by rule',
  'cases.circle': 'a team may name whoever holds a right to files there, from wherever they hold it',
  'verification.myVisits': 'a verifier comes from elsewhere by rule, and is told which lots are theirs',
  'verification.visits': 'a verifier comes from elsewhere by rule, and sees the names that were drawn in their own lot',
  'meetings.one': 'whoever was called to a meeting sees its agenda and every post that was called, by title',
}

/** What an operation rightly changes in another place, by table or schema, and why. */
const changesElsewhere: Readonly<Record<string, string>> = {
  'handover.take-back handover.pack': 'what is taken back goes from the commune that it was sent to',
  'handover.accept cases': 'what is accepted goes from the commune that sent it, by the sending that both share',
}

/** Tables whose rows any command may leave, wherever it happens. */
const leftByAny: Readonly<Record<string, string>> = {
  command: 'the claim on the command id, of the person who sent it',
  audit_unsealed: 'what the audit is for',
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

/** Operations that can answer nobody here, and why. */
const answersNobody: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['far', 'far-send', 'far-read', 'far-accept', 'far-return', 'ask-back', 'take-carried'].map((name) => [
      `handover.${name}`,
      'speaks of a file on its way between two installations, and there is one here',
    ]),
  ),
  ...Object.fromEntries(
    ['register-card', 'confirm-card', 'revoke-correspondent'].map((name) => [
      `handover.${name}`,
      'speaks of the card of another installation, and there is none here',
    ]),
  ),
  'handover.files-before': 'no commune that kept files has ended on the day of this world',
  'handover.take-over-files': 'no commune that kept files has ended on the day of this world',
  'rosters.importCancel': 'an import is started by a person and done in the background, which does not run here',
  'rosters.importUndo': 'an import is done in the background, which does not run here',
}

/** What is done before anybody is sent, round after round, for what the operations after it need. */
const deeds: readonly (readonly string[])[] = [
  [
    ...[
      'areas.importUpload',
      'cases.list-send',
      'cases.upload-template',
      'cases.open-in-emergency',
      'cases.place-hold',
    ],
    ...['cases.fill-form', 'cases.make-register', 'cases.take-request', 'cases.propose-erasure', 'handover.send'],
    ...['commitments.createDrive', 'commitments.recordBreach', 'links.make', 'paper.upload', 'portal.write'],
    ...['rosters.importUpload', 'rosters.declare', 'tasks.report', 'tasks.askMoreTime', 'tasks.remind'],
    ...['verification.closeLot', 'handover.name-installation', 'field.enrol', 'programme.create'],
  ],
  ['cases.list-check', 'cases.decide-erasure', 'handover.send'],
  ['cases.list-enter', 'cases.list-check', 'handover.read-notice', 'verification.draw'],
]

const readsFiles = ({ rights }: Somebody): boolean => rights.some(({ permission }) => permission === 'cases.read')

const handlers = slices.flatMap(({ handlers }) => handlers)
const constraints = Object.assign({}, ...slices.map((slice) => slice.constraints ?? {}))
let here: World
let records: Records
let somebodies: Somebody[]
let call: Call
let inputs: Inputs
let judge: Judge
let before: Map<string, string>
/** Somebody who may do everything everywhere: finds inputs that are answered, and is not judged. */
let anybody: Somebody
/** How often each operation answered somebody. */
const answeredIn = new Map<string, number>()

beforeAll(async () => {
  here = await world(slices)
  const { db } = here.database
  await holdEverything(db)
  await leaveTraces(db)
  await leaveWork(here)
  const coverage = await readCoverage(db)
  somebodies = await everyone(here, coverage)
  here.parts.authority = rightsReadOnce(here.parts.authority)
  anybody = await somebody(here, coverage, everybody, 'everybody')
  await openFiles(here, await readRecords(db), [anybody, ...somebodies.filter(readsFiles)])
  const through = (known: Records) => callThrough(here, known, constraints)
  records = await leaveByDoing(here, handlers, {
    call: through,
    constraints,
    rounds: deeds,
    // Each confined to one place, so that nothing of two places hangs together that did not before.
    doers: somebodies.filter(({ key }) => ['all rights in a commune', 'xa', 'congangiap'].includes(key)),
    others: somebodies,
    seed,
  })
  call = through(records)
  inputs = inputsFrom(records, call, seed)
  judge = judgeBy(records, coverage, {
    answersFromAbove,
    answersFromAnywhere,
    changesElsewhere,
    leftByAny,
    hangsOnAbove,
  })
  before = await checksums(db, records)
}, 120_000)
afterAll(() => here.database.drop())

const mayEverything = ({ id }: Somebody): boolean => allRightsSomewhere.some((each) => each.id === id)
/** How often something is tried as each of those who may do such things, until one of them is answered. */
const patience = 16

/** Most for those whom only the place can stop, least for those who may look everywhere. */
const turnsOf = (who: Somebody): number => {
  if (mayEverything(who)) return runs * 2
  return who.reach === 'everywhere' ? Math.ceil(runs / 4) : Math.ceil(runs / 2)
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
    /** What was answered to somebody, and to whom: the best thing to ask as everybody else. */
    const good: { by: string; given: unknown }[] = []
    let last: unknown
    const ask = async (who: Somebody, given: unknown): Promise<void> => {
      const called = await call(handler, who.id, given)
      last = given
      const code = called.refusal?.kind.code ?? (called.fault ? 'broke' : 'answered')
      codes.set(code, (codes.get(code) ?? 0) + 1)
      if (code === 'answered' && good.length < 2 && !good.some(({ by }) => by === who.id))
        good.push({ by: who.id, given })
      if (who === anybody) return
      outcomes[called.refusal ? 'refused' : 'answered'] += 1
      if (called.fault) findings.add(`${who.key}: broke with ${String(called.fault)} on ${JSON.stringify(given)}`)
      for (const finding of judge(operation, who, given, called)) findings.add(`${who.key}: ${finding}`)
    }
    const tryAs = async (who: Somebody, turns: number, enough = () => false): Promise<void> => {
      const raws = fc.sample(inputs.inputsFor(handler, who, tables), { numRuns: turns, seed: seedOf(name, who) })
      for (const raw of raws) {
        const given = mended(operation.input, raw)
        if (given === undefined) continue
        outcomes.mended += 1
        await ask(who, given)
        if (enough()) return
      }
    }
    for (const who of somebodies) await tryAs(who, turnsOf(who))
    for (const who of [...somebodies.filter((each) => mayAtAll(each, operation)), anybody])
      if (good.length === 0 && !(name in answersNobody)) await tryAs(who, patience, () => good.length > 0)
    for (const { by, given } of good)
      for (const who of somebodies.filter((each) => mayAtAll(each, operation))) if (who.id !== by) await ask(who, given)
    answeredIn.set(name, outcomes.answered)
    if (process.env.BINHYEN_TEST_FUZZ_SHOW && good.length === 0) console.log(name, JSON.stringify(last))
    if (process.env.BINHYEN_TEST_FUZZ_SHOW)
      console.log(name, JSON.stringify([...codes]), JSON.stringify([...tables.values()].map(shown)))
    expect([...findings].slice(0, 12)).toEqual([])
    expect(outcomes.mended, 'an input that the shape accepts').toBeGreaterThan(0)
  },
  120_000,
)

const shown = ({ path, sources, minted }: Named) =>
  `${path}: ${[...(minted ? ['new'] : []), ...sources.map(({ table, column }) => `${table}.${column}`)].join(' ')}`

test('nearly every operation was answered, and often: what only refuses proves nothing', () => {
  const counts = [...answeredIn.values()]
  const never = [...answeredIn].filter(([, count]) => count === 0).map(([name]) => name)
  const silent = never.filter((name) => !(name in answersNobody))
  expect(silent.length, `answered nobody, and nobody knows why: ${silent.join(', ')}`).toBeLessThan(
    counts.length * 0.03,
  )
  expect(never.length, `answered nobody: ${never.join(', ')}`).toBeLessThan(counts.length * 0.15)
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
  const after = await checksums(here.database.db, records)
  expect([...after].filter(([table, sum]) => before.get(table) !== sum)).toEqual([])
})
