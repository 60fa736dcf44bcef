// One call through the door, carried out and taken back, with everything that it answered, wrote and broke.

import type { Transaction } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { DB } from '../../../db/schema.generated.ts'
import type { Refusal } from '../../../platform/contract/refusal.ts'
import { throughTheDoor } from '../../../platform/server/door.ts'
import { type Constraints, refusalOf } from '../../../platform/server/problem.ts'
import type { Handler } from '../../../platform/server/slice.ts'
import type { World } from '../world.ts'
import type { Records } from './records.ts'
import { type Change, changesIn, eachRolledBack, linksOf, rolledBack } from './rolled-back.ts'

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
const smallFile = new TextEncoder().encode('code,name\n12280,Lương Bằng\n')

export const callThrough =
  (here: World, records: Records, constraints: Constraints): Call =>
  async (handler, personId, raw) => {
    const called: Called = { changes: [], made: new Map() }
    const look = async (inside: Transaction<DB>) => {
      called.changes = await changesIn(inside, records)
      for (const change of called.changes) {
        const table = records.tables.find(({ name }) => name === change.table)
        if (!table || change.how === 'removed') continue
        const links = await linksOf(inside, table, change.key)
        called.made.set(
          `${change.table}:${change.key}`,
          links.flatMap((link) => areasBehind(records, link)),
        )
      }
    }
    const db = rolledBack(here.database.db, look)
    const byKey = eachRolledBack(here.database.db, look)
    const bytes = handler.operation.kind === 'command' && handler.operation.bytes ? smallFile : undefined
    try {
      const headers = new Headers({ 'x-test-person': personId })
      const request = { headers, raw, language: 'vi' as const, commandId: uuidv7(), bytes }
      called.answer = (await throughTheDoor({ ...here.parts, db, byKey }, handler, request)).body
    } catch (fault) {
      const refusal = refusalOf(fault, constraints)
      if (refusal) called.refusal = refusal
      else called.fault = fault
    }
    return called
  }

/** The areas that a new row hangs on by one of its links. */
function areasBehind(
  records: Records,
  { column, target, id }: { column: string; target: string; id: string },
): string[] {
  if (target === 'area_unit') return column === 'area_id' || column === 'unit_id' ? [id] : []
  if (target === 'person' || target === 'auth."user"' || target === 'file') return []
  const behind = records.byId.get(id)
  return behind?.table === target ? [...behind.areas] : [madeToo]
}
