// A world to test in: Kim Động loaded into a real database, with its people, who ask and act through the one door.
//
//   const { districtLead, communeOfficer, today } = await world(slices)
//   await districtLead.ask(ListTasks, {}) · await communeOfficer.send(ReportTask, { … })
//   await expectRefusal(neighbour.send(ReportTask, { … }), 'platform.not_found')

import { v7 as uuidv7 } from 'uuid'
import { expect, inject, onTestFinished } from 'vitest'
import { rightsOf } from '../../modules/access/server/rights.ts'
import { auditRows, recordAudit } from '../../modules/audit/server/record.ts'
import type { Command, InputOf, OutputOf, Query } from '../../platform/contract/operation.ts'
import { Refusal } from '../../platform/contract/refusal.ts'
import type { Language } from '../../platform/contract/words.ts'
import { provideFingerprintSecret } from '../../platform/server/claim.ts'
import { type Clock, machineClock } from '../../platform/server/clock.ts'
import { throughTheDoor } from '../../platform/server/door.ts'
import { refusalOf } from '../../platform/server/problem.ts'
import type { Handler, Parts, Slice } from '../../platform/server/slice.ts'
import { freshDatabase, type TestDatabase } from '../../platform/testing/database.ts'
import { personId } from '../../programmes/kim-dong-2024/ids.ts'

export type Somebody = {
  id: string
  /** In Vietnamese, unless said otherwise. */
  ask<Op extends Query>(operation: Op, input: InputOf<Op>, options?: { language: Language }): Promise<OutputOf<Op>>
  /** `id` repeats a command; `bytes` is the body of an upload. */
  send<Op extends Command>(
    operation: Op,
    input: InputOf<Op>,
    options?: { id?: string; bytes?: Uint8Array },
  ): Promise<OutputOf<Op>>
}

export type World = {
  database: TestDatabase
  parts: Parts
  today: string
  provinceLead: Somebody
  districtLead: Somebody
  /** Culture officer of the town Lương Bằng (12280). */
  communeOfficer: Somebody
  /** The officer from the next commune: head of Ngọc Thanh (12322). */
  neighbour: Somebody
  hamletHead: Somebody
  agencyHead: Somebody
  auditor: Somebody
  administrator: Somebody
  /** Nobody signed in. */
  stranger: Somebody
  as(personId: string): Somebody
}

/** `today` stands for the real day; the demonstration programme itself works on 15/11/2024. `template` is what it is a copy of. */
export async function world(
  slices: readonly Slice[],
  today = '2024-11-15',
  template = inject('kimDongTemplate'),
): Promise<World> {
  const database = await freshDatabase(template)
  onEnd(() => database.drop())
  provideFingerprintSecret(() => 'the secret of a world to test in, which lies in no database')
  const clock: Clock = machineClock(today)
  const parts: Parts = {
    db: database.db,
    byKey: database.byKey,
    clock,
    recordAudit,
    auditRows,
    authority: {
      rightsOf: (db, person, today) => rightsOf(db, person.id, today),
      personOf: async (headers) => {
        const id = headers.get('x-test-person')
        return id ? { id, name: id, language: 'vi' } : undefined
      },
    },
  }
  const as = (id: string | undefined) => somebody(parts, slices, id)
  return {
    database,
    parts,
    today,
    provinceLead: as(personId('tinh')),
    districtLead: as(personId('huyen')),
    communeOfficer: as(personId('xa')),
    neighbour: as(personId('ngocthanh')),
    hamletHead: as(personId('thon')),
    agencyHead: as(personId('coquan')),
    auditor: as(personId('kiemtra')),
    administrator: as(personId('quantri')),
    stranger: as(undefined),
    as,
  }
}

/** Inside a test the world ends with it; made in `beforeAll`, the caller drops the database in `afterAll`. */
function onEnd(drop: () => Promise<void>): void {
  try {
    onTestFinished(drop)
  } catch {
    // Outside a test there is nothing to hang on to.
  }
}

function somebody(parts: Parts, slices: readonly Slice[], id: string | undefined): Somebody {
  const handlers = new Map<string, Handler>(
    slices.flatMap((slice) => slice.handlers).map((handler) => [handler.operation.name, handler]),
  )
  const constraints = Object.assign({}, ...slices.map((slice) => slice.constraints ?? {}))
  type Options = { commandId?: string; bytes?: Uint8Array; language?: Language }
  const through = async (name: string, raw: unknown, options: Options): Promise<unknown> => {
    const handler = handlers.get(name)
    if (!handler) throw new Error(`No slice of this world carries out ${name}`)
    const headers = new Headers(id ? { 'x-test-person': id } : {})
    try {
      const answer = await throughTheDoor(parts, handler, { headers, raw, language: 'vi', ...options })
      return answer.body
    } catch (fault) {
      throw refusalOf(fault, constraints) ?? fault
    }
  }
  return {
    id: id ?? '',
    ask: (operation, input, options = { language: 'vi' }) => through(operation.name, input, options) as never,
    send: (operation, input, { id: commandId = uuidv7(), ...options } = {}) =>
      through(operation.name, input, { commandId, ...options }) as never,
  }
}

/** The call is refused under exactly this name; answers the refusal for a closer look. */
export async function expectRefusal(call: Promise<unknown>, code: string): Promise<Refusal> {
  const outcome = await call.then(
    () => undefined,
    (fault: unknown) => fault,
  )
  expect(outcome, `expected the refusal ${code}`).toBeInstanceOf(Refusal)
  const refusal = outcome as Refusal
  expect(refusal.kind.code).toBe(code)
  return refusal
}
