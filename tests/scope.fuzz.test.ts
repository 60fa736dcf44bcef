// Nobody reads or writes outside their areas: every operation of the product is called as each person of the demonstration,
// with inputs that look valid and name records of other places. New operations are covered as soon as they are plugged in.

import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { slices } from '../app/slices.ts'
import type { DB } from '../db/schema.generated.ts'
import type { Operation } from '../platform/contract/operation.ts'
import type { Refusal } from '../platform/contract/refusal.ts'
import { throughTheDoor } from '../platform/server/door.ts'
import { refusalOf } from '../platform/server/problem.ts'
import type { Right, Scope } from '../platform/server/rights.ts'
import { scopeOf } from '../platform/server/rights.ts'
import type { Handler } from '../platform/server/slice.ts'
import { areaId, personId } from '../programmes/kim-dong-2024/ids.ts'
import { people as demoPeople } from '../programmes/kim-dong-2024/people.ts'
import { permissions } from '../rules/roles.ts'
import { type Records, type Row, readRecords } from './support/fuzz/records.ts'
import { type Change, changesIn, checksums, linksOf, rolledBack } from './support/fuzz/rolled-back.ts'
import { type Ids, mended, validLooking } from './support/fuzz/valid-looking.ts'
import { type World, world } from './support/world.ts'

const runs = Number(process.env.BINHYEN_TEST_FUZZ_RUNS ?? 4)
const seed = Number(process.env.BINHYEN_TEST_FUZZ_SEED ?? 20241115)

/** Operations whose answers rightly name records of the units above the reader's (never beside), and why. */
const answersFromAbove: Readonly<Record<string, string>> = {
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
  'tasks.one': 'a task of the commune names the instruction and the paper by which the district gave it',
}

/** Operations that rightly answer from anywhere, and why. */
const answersFromAnywhere: Readonly<Record<string, string>> = {
  'obstacles.practices': 'good practice is written to be shared with every place of the programme',
  'meetings.one': 'whoever was called to a meeting sees its agenda and every post that was called, by title',
}

/** Tables whose rows any command may leave, wherever it happens. */
const leftByAny: Readonly<Record<string, string>> = {
  command: 'the claim on the command id, of the person who sent it',
  audit_entry: 'what the audit is for',
  recognition_mark: 'a counter that tells kept figures to be read anew; it holds nothing of any place',
}

/** Rows of one's own that may hang on a record of a unit above (never beside), and why. */
const hangsOnAbove: Readonly<Record<string, string>> = {
  document_link: 'a record of the commune names the paper of the district that governs it',
}

type Somebody = {
  key: string
  id: string
  rights: readonly Right[]
  /** Units within the reach of any of their rights, and those that hold one of their own units. */
  reach: ReadonlySet<string> | 'everywhere'
  above: ReadonlySet<string>
}

const handlers = slices.flatMap(({ handlers }) => handlers)
const constraints = Object.assign({}, ...slices.map((slice) => slice.constraints ?? {}))
let here: World
let records: Records
let somebodies: Somebody[]
let coverage: ReadonlyMap<string, ReadonlySet<string>>
let before: Map<string, string>
let tellingWords: ReadonlyMap<string, number>

beforeAll(async () => {
  here = await world(slices)
  const { db } = here.database
  await holdEverything(db)
  await leaveTraces(db)
  records = await readRecords(db)
  coverage = await readCoverage(db)
  tellingWords = Map.groupBy(
    records.rows.flatMap(({ words }) => words),
    (words) => words,
  )
    .entries()
    .reduce((counts, [words, all]) => counts.set(words, all.length), new Map<string, number>())
  const signing = demoPeople.filter(({ signsIn }) => signsIn)
  somebodies = await Promise.all([...signing, ...allRightsSomewhere].map(({ id, key }) => somebody(id, key)))
  before = await checksums(db, records, new Set(['audit_entry']))
}, 120_000)
afterAll(() => here.database.drop())

/** Somebody who may do everything everywhere: finds out which records an operation speaks about. */
const everybody = '0192f000-0000-7000-8000-000000000001'
/** People who may do everything, but only in one place: no missing permission stands between them and the next commune. */
const allRightsSomewhere = [
  { key: 'all rights in a commune', id: '0192f000-0000-7000-8000-000000000002', areaId: areaId('12322') },
  { key: 'all rights in the district', id: '0192f000-0000-7000-8000-000000000003', areaId: areaId('331') },
]
async function holdEverything(db: Kysely<DB>): Promise<void> {
  await sql`insert into role (id, name_vi, name_en) values ('everything', 'Mọi quyền', 'Everything')`.execute(db)
  await sql`
    insert into role_permission (role_id, permission) select 'everything', unnest(${Object.keys(permissions)}::text[])`.execute(
    db,
  )
  for (const [index, { id, areaId }] of [{ id: everybody, areaId: null }, ...allRightsSomewhere].entries()) {
    await sql`insert into person (id, name, email) values (${id}, 'Người thử mọi việc', ${`moi-viec-${index}@demo.example`})`.execute(
      db,
    )
    await sql`
      insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
      values (${uuidv7()}, ${id}, 'everything', ${areaId}, '2020-01-01', 'fuzz')`.execute(db)
  }
}

/** What people leave behind as they work, of which the demonstration has none: devices, lent rights, an import under way. */
async function leaveTraces(db: Kysely<DB>): Promise<void> {
  for (const key of ['ngocthanh', 'xa', 'huyen']) {
    await sql`insert into auth."user" (id, name, email) select id, name, email from person where id = ${personId(key)}`.execute(
      db,
    )
    await sql`
      insert into auth.session (id, user_id, token, expires_at) values (${uuidv7()}, ${personId(key)}, ${key}, now() + interval '1 hour')`.execute(
      db,
    )
  }
  for (const [from, to] of [
    ['xa', 'coquan'],
    ['ngocthanh', 'thon'],
    ['huyen', 'giaoduc'],
  ] as const)
    await sql`
      insert into delegation (id, from_person_id, to_person_id, valid_from, valid_to, reason)
      values (${uuidv7()}, ${personId(from)}, ${personId(to)}, '2024-11-10', '2024-12-10', 'fuzz')`.execute(db)
  await sql`
    insert into area_import (id, started_by, state, dry_run) values (${uuidv7()}, ${personId('tinh')}, 'draft', true)`.execute(
    db,
  )
}

async function readCoverage(db: Kysely<DB>): Promise<Map<string, Set<string>>> {
  const found = await sql<{
    ancestor_id: string
    unit_id: string
  }>`select ancestor_id, unit_id from area_coverage`.execute(db)
  const below = new Map<string, Set<string>>()
  for (const { ancestor_id, unit_id } of found.rows) {
    const units = below.get(ancestor_id) ?? new Set()
    below.set(ancestor_id, units.add(unit_id))
  }
  return below
}

function reachOf(scope: Scope): ReadonlySet<string> | 'everywhere' {
  if (scope.everywhere) return 'everywhere'
  return new Set(scope.roots.flatMap((root) => [...(coverage.get(root) ?? [])]))
}

async function somebody(id: string, key: string): Promise<Somebody> {
  const rights = await here.parts.authority.rightsOf(here.database.db, id, here.today)
  const scopes = [...new Set(rights.map(({ permission }) => permission))].map((permission) =>
    scopeOf(rights, permission),
  )
  const everywhere = scopes.some((scope) => scope.everywhere)
  const roots = new Set(scopes.flatMap(({ roots }) => roots))
  const above = [...coverage].filter(([, units]) => [...roots].some((root) => units.has(root))).map(([upper]) => upper)
  return {
    key,
    id,
    rights,
    reach: everywhere ? 'everywhere' : reachOf({ everywhere: false, roots: [...roots] }),
    above: new Set(above),
  }
}

type Called = { answer?: unknown; refusal?: Refusal; fault?: unknown; changes: Change[]; made: Map<string, string[]> }

/** One call through the door, carried out and taken back. */
async function call(handler: Handler, personId: string, raw: unknown): Promise<Called> {
  const called: Called = { changes: [], made: new Map() }
  const db = rolledBack(here.database.db, async (inside) => {
    called.changes = await changesIn(inside, records)
    for (const change of called.changes) {
      const table = records.tables.find(({ name }) => name === change.table)
      if (!table || change.how === 'removed') continue
      const links = await linksOf(inside, table, change.key)
      called.made.set(
        `${change.table}:${change.key}`,
        links.flatMap((link) => areasBehind(link)),
      )
    }
  })
  const parts = { ...here.parts, db }
  const bytes = handler.operation.kind === 'command' && handler.operation.bytes ? smallFile : undefined
  try {
    const headers = new Headers({ 'x-test-person': personId })
    const answer = await throughTheDoor(parts, handler, { headers, raw, language: 'vi', commandId: uuidv7(), bytes })
    called.answer = answer.body
  } catch (fault) {
    const refusal = refusalOf(fault, constraints)
    if (refusal) called.refusal = refusal
    else called.fault = fault
  }
  return called
}
const smallFile = new TextEncoder().encode('code,name\n12280,Lương Bằng\n')

/** What a new row hangs on was made in the same breath, and is judged itself. */
const madeToo = 'made too'

/** The areas that a new row hangs on by one of its links. */
function areasBehind({ column, target, id }: { column: string; target: string; id: string }): string[] {
  if (target === 'area_unit') return column === 'area_id' || column === 'unit_id' ? [id] : []
  if (target === 'person' || target === 'auth."user"' || target === 'file') return []
  const behind = records.byId.get(id)
  return behind?.table === target ? [...behind.areas] : [madeToo]
}

const isOutside = (areas: readonly string[], reach: ReadonlySet<string> | 'everywhere'): boolean =>
  reach !== 'everywhere' && areas.length > 0 && areas.every((area) => !reach.has(area))

/** Which records the ids of each field may name: told by the name of the field, else found by trying as everybody. */
async function tablesByPath(handler: Handler): Promise<Map<string, string[]>> {
  const paths = new Set<string>()
  const listen = (path: string) => {
    paths.add(path)
    return fc.constant(uuidv7())
  }
  fc.sample(validLooking(handler.operation.input, listen), { numRuns: 60, seed })
  const linked = Map.groupBy(
    records.tables.flatMap(({ links }) => links),
    ({ column }) => column,
  )
  const found = new Map<string, string[]>()
  const withRows = [...records.inTable].filter(([, rows]) => rows.some(({ id }) => id)).map(([name]) => name)
  for (const path of paths) {
    const column = columnOf(path)
    const links = column === 'id' ? [] : (linked.get(column) ?? linked.get(`${column}_id`) ?? [])
    const targets = new Set(links.map(({ target }) => target).filter((target) => withRows.includes(target)))
    found.set(path, [...targets])
  }
  for (const path of paths)
    if (found.get(path)?.length === 0 && uuidValues(path).length === 0)
      found.set(path, await tablesSpokenOf(handler, path, found, withRows))
  return found
}

/** `changes[].line.areaId` and `areaIds[]` are both called area_id in the database. */
const columnOf = (path: string): string =>
  (path.split('.').at(-1) ?? '')
    .replace('[]', '')
    .replace(/Ids$/, 'Id')
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const uuidValues = (path: string): readonly string[] =>
  (records.values.get(columnOf(path)) ?? []).filter((value) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value))

/** Texts under the name of a field; a programme is named by its slug. */
const textsOf = (path: string): readonly string[] =>
  (/^(programme|slug)$/.test(columnOf(path))
    ? records.values.get('programme.slug')
    : records.values.get(columnOf(path))) ?? []

async function tablesSpokenOf(
  handler: Handler,
  path: string,
  known: ReadonlyMap<string, string[]>,
  tables: readonly string[],
): Promise<string[]> {
  const module = handler.operation.name.split('.')[0]?.replace(/s$/, '') ?? ''
  const likely = [...tables].sort((a, b) => Number(b.includes(module)) - Number(a.includes(module)))
  const spoken: string[] = []
  for (const table of ['area_unit', ...likely.filter((name) => name !== 'area_unit')]) {
    if (spoken.length > 3) break
    const ids = withTexts((at) => idsFrom(at === path ? [table] : (known.get(at) ?? []), at, { fresh: false }))
    for (const raw of fc.sample(validLooking(handler.operation.input, ids), { numRuns: 2, seed })) {
      const given = mended(handler.operation.input, raw)
      if (given === undefined) continue
      const { refusal } = await call(handler, everybody, given)
      if (refusal?.kind.code !== 'platform.not_found') {
        spoken.push(table)
        break
      }
    }
  }
  return spoken
}

const withTexts = (ids: (path: string) => fc.Arbitrary<string>): Ids => Object.assign(ids, { texts: textsOf })

function idsFrom(
  tables: readonly string[],
  path: string,
  { fits = () => true, fresh = true }: { fits?: (row: Row) => boolean; fresh?: boolean } = {},
): fc.Arbitrary<string> {
  const ids = tables.flatMap((table) =>
    (records.inTable.get(table) ?? []).flatMap((row) => (row.id && fits(row) ? [row.id] : [])),
  )
  const known = ids.length > 0 ? ids : uuidValues(path)
  const made = fc.uuid({ version: 7 })
  if (known.length === 0) return made
  return fresh
    ? fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: made })
    : fc.constantFrom(...known)
}

/** Most for those whom only the place can stop, least for those who may look everywhere. */
const turnsOf = (who: Somebody): number => {
  if (allRightsSomewhere.some(({ id }) => id === who.id)) return runs * 4
  return who.reach === 'everywhere' ? Math.ceil(runs / 2) : runs
}

/** Other chances for each operation and each person, and the same ones each time. */
const seedOf = (name: string, who: Somebody): number =>
  [...`${name} ${who.key}`].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, seed)

/** Three kinds of input: all of it elsewhere, all of it here, and one thing elsewhere among things here. */
function inputsFor(handler: Handler, who: Somebody, tables: ReadonlyMap<string, string[]>): fc.Arbitrary<unknown> {
  const elsewhere = (row: Row) => isOutside(row.areas, who.reach)
  const around = (path: string) => idsFrom(tables.get(path) ?? [], path, { fits: elsewhere })
  const within = (path: string) => idsFrom(tables.get(path) ?? [], path, { fits: (row) => !elsewhere(row) })
  const mixed = (path: string) =>
    fc.oneof({ weight: 2, arbitrary: within(path) }, { weight: 1, arbitrary: around(path) })
  return fc.oneof(...[around, within, mixed].map((ids) => validLooking(handler.operation.input, withTexts(ids))))
}

function judge(operation: Operation, who: Somebody, given: unknown, called: Called): string[] {
  const findings: string[] = []
  if (called.answer !== undefined && !(operation.name in answersFromAnywhere))
    findings.push(
      ...leaksIn(who, called.answer, given).filter(
        (leak) => leak.startsWith('beside') || !(operation.name in answersFromAbove),
      ),
    )
  const { permission } = operation
  const scope = scopeOf(who.rights, permission)
  const reach = permission === 'signed-in' ? who.reach : reachOf(scope)
  for (const change of called.changes) {
    if (change.table in leftByAny) continue
    const row = (records.inTable.get(change.table) ?? []).find(({ key }) => key === change.key)
    const areas = [...(row?.areas ?? []), ...(called.made.get(`${change.table}:${change.key}`) ?? [])]
    if (row === undefined && areas.includes(madeToo)) continue
    if (row === undefined && change.table in hangsOnAbove && areas.some((area) => who.above.has(area))) continue
    const own = row?.owners.includes(who.id) ?? false
    if (areas.length === 0 ? !own && row !== undefined && reach !== 'everywhere' : isOutside(areas, reach) && !own)
      findings.push(`${change.how} ${change.table} ${change.key}`)
  }
  return findings
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Records of other places whose id or title stands in the answer; what the caller named themselves is no news to them. */
function leaksIn(who: Somebody, answer: unknown, given: unknown): string[] {
  if (who.reach === 'everywhere') return []
  const text = JSON.stringify(answer)
  const asked = JSON.stringify(given)
  const leaks: string[] = []
  for (const id of new Set(text.match(uuids) ?? [])) {
    const row = records.byId.get(id)
    if (!row || row.table === 'area_unit' || asked.includes(id)) continue
    if (isOutside(row.areas, who.reach)) leaks.push(`${whereIs(row, who)}: id of ${row.table} ${id}`)
  }
  for (const row of records.rows) {
    if (row.table === 'area_unit' || !isOutside(row.areas, who.reach) || row.areas.some((area) => who.above.has(area)))
      continue
    for (const words of row.words)
      if (text.includes(JSON.stringify(words)) && isTelling(words))
        leaks.push(`beside: words of ${row.table} “${words}”`)
  }
  return leaks
}

const whereIs = (row: Row, who: Somebody): string =>
  row.areas.some((area) => who.above.has(area)) ? 'above' : 'beside'

/** Words of one record only: "Chủ tịch UBND xã" is the title of many posts and tells nothing of any. */
const isTelling = (words: string): boolean => tellingWords.get(words) === 1

test.each(handlers.map((handler) => [handler.operation.name, handler] as const))(
  '%s',
  async (name, handler) => {
    const { operation } = handler
    const tables = await tablesByPath(handler)
    const outcomes = { answered: 0, refused: 0, mended: 0 }
    const codes = new Map<string, number>()
    const findings = new Set<string>()
    for (const who of somebodies) {
      for (const raw of fc.sample(inputsFor(handler, who, tables), {
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
    if (process.env.BINHYEN_TEST_FUZZ_SHOW) console.log(name, JSON.stringify([...codes]), JSON.stringify([...tables]))
    expect([...findings].slice(0, 12)).toEqual([])
    expect(outcomes.mended, 'an input that the shape accepts').toBeGreaterThan(0)
  },
  120_000,
)

test('after all of it every table holds what it held', async () => {
  const after = await checksums(here.database.db, records, new Set(['audit_entry']))
  expect([...after].filter(([table, sum]) => before.get(table) !== sum)).toEqual([])
})
