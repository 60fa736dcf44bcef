// Files are begun from the rows that were checked, one batch a call: whoever sent the list sits before it, and it goes on where it was.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { EnterPersonList, listRefusals, undoDays } from '../../contract.ts'
import { oneAtATime } from '../commands/begin.ts'
import { enterFile } from '../entering.ts'
import { sayingWhatKeyIsMissing } from '../opened.ts'
import { notePairs } from '../same/pairs.ts'
import { insideFiles } from '../sealing/inside.ts'
import { indexKey } from '../sealing/keys.ts'
import { openJson } from '../sealing/person.ts'
import { boundOfRow, compareWithFiles, sealRow } from './check.ts'
import type { JudgedRow } from './judge-list.ts'
import { comesIn, heldList, keyOfList, planOf, shownLists } from './record.ts'
import { daysAfter } from './send.ts'

const inABatch = 100

export const enterList = carriesOut(EnterPersonList, async (context, { communeId, importId }) => {
  const { db, person, now } = context
  const { record, begun } = await sayingWhatKeyIsMissing(() =>
    insideFiles(db, { communeId, readerId: person.id, purpose: 'list' }, async (files) => {
      const held = await heldList(files, communeId, importId)
      const key = keyOfList(held, person.id)
      const plan = planOf(held, key)
      if (held.state === 'draft' || !plan) throw refuse(listRefusals.list_not_checked)
      if (held.state !== 'checked' && held.state !== 'running') throw refuse(listRefusals.list_over)
      await oneAtATime(files, communeId)
      const batch = await nextRows(files, { communeId, importId, key, outcomes: comesIn(plan) })
      // Somebody may have begun a file of the same person since the check.
      if (plan.alike === 'leave-out') await leaveOutAlike(files, { communeId, importId, key }, batch)
      const made = []
      const index = await indexKey(files)
      for (const { row, becomes, outcome } of batch) {
        if (!becomes || (outcome === 'alike' && plan.alike === 'leave-out')) continue
        const id = uuidv7()
        const personId = uuidv7()
        const file = { id, personId, identity: becomes.identity, events: becomes.events }
        const number = await enterFile(files, index, { communeId, by: person.id, now, at: now, demo: false }, file)
        await sql`
          update cases.import_row set outcome = 'entered', sealed = null, file_id = ${id}, person_id = ${personId}, events = ${becomes.events.length}
          where commune_id = ${communeId} and import_id = ${importId} and row = ${row}`.execute(files)
        made.push({ id, number, identity: becomes.identity })
      }
      const written = made.map(({ id, identity }) => ({ fileId: id, identity }))
      await notePairs(files, index, { communeId, at: now }, written)
      await goOn(files, { communeId, importId, done: batch.length < inABatch, now })
      return { record: await heldList(files, communeId, importId), begun: made }
    }),
  )
  const [answer] = await shownLists(context, [record])
  return {
    answer: answer as NonNullable<typeof answer>,
    audit: [
      { subject: `case-list:${importId}`, areaId: communeId, after: { begun: begun.length, state: record.state } },
      ...begun.map(({ id, number }) => ({
        subject: `case-file:${id}`,
        areaId: communeId,
        after: { number, list: importId },
      })),
    ],
  }
})

type Of = { communeId: string; importId: string; key: Buffer }

async function nextRows(
  files: Db,
  { communeId, importId, key, outcomes }: Of & { outcomes: readonly string[] },
): Promise<JudgedRow[]> {
  const { rows } = await sql<{ row: number; sealed: Buffer }>`
    select row, sealed from cases.import_row
    where commune_id = ${communeId} and import_id = ${importId} and outcome = any(${outcomes})
    order by row limit ${inABatch}`.execute(files)
  return rows.map(({ row, sealed }) => openJson(key, sealed, boundOfRow(importId, row)) as JudgedRow)
}

async function leaveOutAlike(files: Db, { communeId, importId, key }: Of, batch: readonly JudgedRow[]): Promise<void> {
  await compareWithFiles(files, communeId, batch)
  for (const row of batch.filter(({ outcome }) => outcome === 'alike'))
    await sql`
      update cases.import_row set outcome = 'alike', sealed = ${sealRow(key, importId, row)}
      where commune_id = ${communeId} and import_id = ${importId} and row = ${row.row}`.execute(files)
}

/** Once the last row is in, the file that was sent is no longer needed; the rows to mend stay sealed until it can no longer be undone. */
const goOn = (
  files: Db,
  { communeId, importId, done, now }: { communeId: string; importId: string; done: boolean; now: Date },
) =>
  sql`update cases.import set state = ${done ? 'done' : 'running'}, version = version + 1
      ${done ? sql`, sealed_file = null, finished_at = ${now.toISOString()}, keep_until = ${daysAfter(now, undoDays)}` : sql``}
    where commune_id = ${communeId} and id = ${importId}`.execute(files)
