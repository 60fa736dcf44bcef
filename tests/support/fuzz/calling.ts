// One call through the door, carried out and taken back, with everything that it answered, wrote and broke.

import type { Transaction } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { DB } from '../../../db/schema.generated.ts'
import type { Refusal } from '../../../platform/contract/refusal.ts'
import { throughTheDoor } from '../../../platform/server/door.ts'
import { type Constraints, refusalOf } from '../../../platform/server/problem.ts'
import type { Handler, Parts } from '../../../platform/server/slice.ts'
import type { World } from '../world.ts'
import { bytesFor } from './plausible-bytes.ts'
import type { Records } from './records.ts'
import { type Change, changesIn, eachRolledBack, type Link, linksOf, rolledBack } from './rolled-back.ts'

export type Called = {
  answer?: unknown
  refusal?: Refusal
  fault?: unknown
  changes: Change[]
  /** What each written row hangs on: areas, or `madeToo`. */
  made: Map<string, string[]>
}
export type Call = (handler: Handler, personId: string, raw: unknown) => Promise<Called>

/** What a new row hangs on was made in the same breath, and is judged itself. */
export const madeToo = 'made too'

type Outcome = Pick<Called, 'answer' | 'refusal' | 'fault'>

/** As a person of this world, for good. */
export async function callReally(
  parts: Parts,
  constraints: Constraints,
  handler: Handler,
  { personId, raw }: { personId: string; raw: unknown },
): Promise<Outcome> {
  const { operation } = handler
  const bytes = operation.kind === 'command' && operation.bytes ? await bytesFor(operation.name) : undefined
  const headers = new Headers({ 'x-test-person': personId })
  const request = { headers, raw, language: 'vi' as const, commandId: uuidv7(), bytes }
  try {
    return { answer: (await throughTheDoor(parts, handler, request)).body }
  } catch (fault) {
    const refusal = refusalOf(fault, constraints)
    return refusal ? { refusal } : { fault }
  }
}

export const callThrough =
  (here: World, records: Records, constraints: Constraints): Call =>
  async (handler, personId, raw) => {
    const seen: Pick<Called, 'changes' | 'made'> = { changes: [], made: new Map() }
    const look = async (inside: Transaction<DB>) => {
      const changes = await changesIn(inside, records)
      seen.changes.push(...changes)
      const written = Map.groupBy(
        changes.filter(({ how }) => how === 'written'),
        ({ table }) => table,
      )
      for (const [name, rows] of written) {
        const table = records.tables.find((each) => each.name === name)
        const links = table ? await linksOf(inside, table, rows) : new Map()
        for (const [key, found] of links)
          seen.made.set(
            `${name}:${key}`,
            found.flatMap((link: Link) => areasBehind(records, link)),
          )
      }
    }
    const [db, byKey] = [rolledBack(here.database.db, look), eachRolledBack(here.database.db, look)]
    const outcome = await callReally({ ...here.parts, db, byKey }, constraints, handler, { personId, raw })
    return { ...outcome, ...seen }
  }

/** The areas that a new row hangs on by one of its links. */
function areasBehind(records: Records, { column, target, id }: Link): string[] {
  if (target === 'area_unit') return /^(area|unit|commune)_id$/.test(column) ? [id] : []
  if (target === 'person' || target === 'auth."user"' || target === 'file') return []
  const behind = records.byId.get(id)
  return behind?.table === target ? [...behind.areas] : [madeToo]
}
