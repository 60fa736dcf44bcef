// What work leaves behind before anybody is sent: files of persons, some of them open, and whatever one operation needs of another.

import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { OpenFile, type PurposeId, purposes } from '../../../modules/cases/contract.ts'
import { keepingFiles, provideMasterKeys } from '../../../modules/cases/server/public.ts'
import type { Refusal } from '../../../platform/contract/refusal.ts'
import { fingerprintOf } from '../../../platform/master-keys.ts'
import { newKey } from '../../../platform/server/envelope.ts'
import type { Constraints } from '../../../platform/server/problem.ts'
import type { Handler } from '../../../platform/server/slice.ts'
import { dateDevices } from '../../../programmes/kim-dong-2024/devices.ts'
import { loadDemoFiles } from '../../../programmes/kim-dong-2024/files/load.ts'
import { loadFollowUp } from '../../../programmes/kim-dong-2024/follow-up.ts'
import { personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { sealNow } from '../seal.ts'
import type { World } from '../world.ts'
import { type Call, callReally } from './calling.ts'
import { inputsFrom } from './inputs.ts'
import { allRightsSomewhere, isOutside, mayAtAll, type Somebody } from './people.ts'
import { asKeeper, type Records, readRecords } from './records.ts'
import { mended } from './valid-looking.ts'
import { leaveWaiting } from './waiting.ts'

/** What a running demonstration has besides: phones, what waits in the drive, files of persons with all that hangs on them. */
export async function leaveWork(here: World): Promise<void> {
  const { db } = here.database
  await loadFollowUp(db)
  await dateDevices(db, here.parts.clock.now())
  for (const { id } of [...allRightsSomewhere, { id: personId('coquan') }])
    await sql`
      insert into field_device (id, person_id, name, secret, enrolled_at, seen_at)
      values (${uuidv7()}, ${id}, 'Máy thử', ${randomBytes(32)}, now(), now())`.execute(db)
  await leaveWaiting(db)
  const key = newKey()
  provideMasterKeys(() => ({ keys: [{ id: fingerprintOf(key), key }], from: 'environment' }))
  await db.transaction().execute((inside) => loadDemoFiles(inside, here.parts.clock.now()))
  await keepingFiles(db, { work: 'other', by: 'fuzz' }, (keep) =>
    keep((inside) =>
      sql`
        insert into cases.pair (commune_id, one_id, other_id, reasons, found_at)
        select commune_id, min(id::text)::uuid, max(id::text)::uuid, '{name}', now() from cases.file
        where handed_over is null and merged_into is null group by commune_id having count(*) > 1`.execute(inside),
    ),
  )
}

/** For each purpose that there is, a few files opened by whoever may: what is done within an open file is done by its reader. */
export async function openFiles(here: World, records: Records, readers: readonly Somebody[]): Promise<void> {
  const files = await here.database.db.transaction().execute(async (inside) => {
    await asKeeper(inside, records.keeping)
    const { rows } = await sql<{ commune_id: string; id: string; asked: boolean }>`
      select commune_id, id, exists (select from cases.request where request.commune_id = file.commune_id and file_id = file.id)
        or exists (select from cases.merge where merge.commune_id = file.commune_id and kept_id = file.id) as asked
      from cases.file where handed_over is null and merged_into is null order by asked desc, commune_id, id`.execute(
      inside,
    )
    return rows
  })
  const chosen = Object.keys(purposes).filter((purpose) => purpose !== 'emergency') as PurposeId[]
  for (const { id: readerId, reach } of readers) {
    const reader = here.as(readerId)
    const near = files.filter(({ commune_id: id }) => !isOutside([id], reach))
    for (const [at, purpose] of chosen.entries()) {
      let open = 0
      // The first are those about which most can be done; of the others each purpose has its own.
      const few = near.filter((_, place) => place < 4 || place % chosen.length === at).slice(0, 8)
      for (const { commune_id: communeId, id: fileId } of few) {
        const opening = { communeId, fileId, id: uuidv7(), purpose, ground: 'Việc của hồ sơ (thử)' }
        const refused = await reader.send(OpenFile, opening).then(
          () => undefined,
          (fault: Refusal) => fault.kind.code,
        )
        open += refused ? 0 : 1
        if (open >= 3 || refused === 'cases.opens_for_others') break
      }
    }
  }
}

type Deeds = {
  call: (records: Records) => Call
  constraints: Constraints
  rounds: readonly (readonly string[])[]
  /** Those who do it, and those who are asked where none of them can. */
  doers: readonly Somebody[]
  others: readonly Somebody[]
  seed: number
}

/** Each deed is done until it has been done so often, here and elsewhere; the next finds what it left. */
export async function leaveByDoing(
  here: World,
  handlers: readonly Handler[],
  { call, constraints, rounds, doers, others, seed }: Deeds,
): Promise<Records> {
  let records = await readRecords(here.database.db)
  for (const [at, round] of rounds.entries()) {
    const inputs = inputsFrom(records, call(records), seed)
    for (const name of round) {
      const handler = handlers.find(({ operation }) => operation.name === name)
      if (!handler) throw new Error(`there is no operation ${name}`)
      const tables = await inputs.tablesOf(handler)
      let all = 0
      for (const who of [...doers, ...others.filter((each) => mayAtAll(each, handler.operation))]) {
        if (all > 0 && (at > 0 || !doers.includes(who))) break
        let done = 0
        for (const raw of fc.sample(inputs.inputsFor(handler, who, tables), {
          numRuns: 24,
          seed: seed + name.length * 31 + all,
        })) {
          const given = mended(handler.operation.input, raw)
          if (given === undefined) continue
          const { answer } = await callReally(here.parts, constraints, handler, { personId: who.id, raw: given })
          if (answer !== undefined) done += 1
          // Some of it is left as it was.
          if (done >= (at === 0 ? 2 : 1)) break
        }
        all += done
      }
      if (process.env.BINHYEN_TEST_FUZZ_SHOW) console.log('left', name, all)
    }
    // What the background does: the audit is sealed, and what was sealed can be drawn from.
    await sealNow(here.database.db)
    records = await readRecords(here.database.db)
  }
  return records
}
