// Takes over files of a commune that is no more: all that were chosen, or none, each with its key, its events and what lies beside
// them, in one transaction. What was on its way from there goes on from here.

import { sql } from 'kysely'
import { platformRefusals, Refusal, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { caseRefusals } from '../../../cases/contract.ts'
import {
  handOver,
  insideFiles,
  keepRestricted,
  leaveStub,
  lockWhole,
  restrictedOn,
  sayingWhatKeyIsMissing,
  takeIn,
} from '../../../cases/server/public.ts'
import { handOverRefusals, TakeOverFiles } from '../../contract.ts'
import { takeNoticeBack } from '../notices/telling.ts'
import { dropPack } from '../packs.ts'
import { predecessor } from './queries.ts'

type Over = { communeId: string; fromId: string; id: string; by: string; now: Date }

export const takeOverFiles = carriesOut(TakeOverFiles, async ({ db, person, now, today }, input) => {
  const { communeId, fromId, id, ground } = input
  const { divided } = await predecessor(db, { communeId, fromId, today })
  // In one order, so that two at once wait for one another.
  const chosen = [...new Set(input.fileIds)].sort()
  const over = { communeId, fromId, id, by: person.id, now }
  await insideFiles(db, { communeId, readerId: person.id, purpose: handOver }, async (files) => {
    const { rows } = await sql`
      insert into handover.succession (id, from_id, to_id, ground, divided, files, taken_at, taken_by)
      values (${id}, ${fromId}, ${communeId}, ${ground}, ${divided}, ${chosen.length}, ${now.toISOString()}, ${person.id})
      on conflict do nothing returning id`.execute(files)
    if (rows.length === 0) throw refuse(caseRefusals.already_recorded)
  })
  const taken = await sayingWhatKeyIsMissing(async () => {
    const done = []
    for (const fileId of chosen) done.push(await takeOver(db, over, fileId))
    return done
  })
  await followSendings(db, over, chosen)
  return {
    answer: { files: taken.length, numbers: taken.map(({ before, now: number }) => ({ before, now: number })) },
    audit: taken.map(({ fileId, before, now: number }) => ({
      subject: `case-file:${fileId}`,
      areaId: communeId,
      before: { keptBy: fromId, number: before },
      after: { keptBy: communeId, number, succession: id },
    })),
  }
})

async function takeOver(db: Db, { communeId, fromId, id, by, now }: Over, fileId: string) {
  const way = { readerId: by, purpose: handOver }
  const { whole, restricted } = await insideFiles(db, { ...way, communeId: fromId }, async (files) => {
    const found = await lockWhole(files, { communeId: fromId, fileId }).catch(refuseChanged)
    const on = await restrictedOn(files, fromId, fileId)
    await leaveStub(files, { communeId: fromId, fileId }, id)
    return { whole: found.whole, restricted: on }
  })
  const { number } = await insideFiles(db, { ...way, communeId }, async (files) => {
    const made = await takeIn(files, communeId, whole, now)
    await keepRestricted(files, { communeId, fileId, on: restricted })
    return made
  })
  return { fileId, before: whole.number, now: number }
}

/** Taken over by somebody else meanwhile, gone to another commune, or erased. */
function refuseChanged(fault: unknown): never {
  const gone = [platformRefusals.not_found.code, caseRefusals.erased.code] as string[]
  if (fault instanceof Refusal && gone.includes(fault.kind.code)) throw refuse(handOverRefusals.files_changed)
  throw fault
}

/** What waited goes on in the name of the successor; what was on its way to the successor itself has arrived by this. */
async function followSendings(db: Db, { communeId, fromId, by, now }: Over, fileIds: readonly string[]): Promise<void> {
  const mine = sql`state = 'sent' and from_id = ${fromId} and file_id = any(${fileIds as string[]}::uuid[])`
  const arrived = await insideFiles(db, { communeId, readerId: by, purpose: handOver }, async (files) => {
    const { rows } = await sql<{ id: string }>`
      update handover.sending set state = 'withdrawn', decided_at = ${now.toISOString()}, decided_by = ${by}
      where ${mine} and to_id = ${communeId} returning id`.execute(files)
    for (const { id } of rows) await dropPack(files, id)
    return rows
  })
  for (const { id } of arrived) await takeNoticeBack(db, { communeId, sendingId: id, by, now })
  // As the owner, for neither commune may write what is of both.
  await sql`select set_config('cases.purpose', 'waiting', true)`.execute(db)
  await sql`update handover.sending set from_id = ${communeId} where ${mine}`.execute(db)
  await sql`select set_config('cases.purpose', '', true)`.execute(db)
}
