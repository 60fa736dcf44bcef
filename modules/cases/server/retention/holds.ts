// Holds a file whose time would be over: on a ground and a paper, until a day or until it is ended.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { caseRefusals, EndHold, PlaceHold, retentionRefusals } from '../../contract.ts'
import { inOpenedFile } from '../opened.ts'
import { insideFiles } from '../sealing/inside.ts'
import { keyOf, sealJson } from '../sealing/person.ts'

export const placeHold = carriesOut(PlaceHold, async (context, input) => {
  const { communeId, fileId, id, from, until, ground, paper } = input
  if (until !== null && until < from) throw refuse(retentionRefusals.hold_backwards)
  await inOpenedFile(context, input, async (files, { person }) => {
    const sealed = sealJson(keyOf(person), { ground, paper }, `hold ${id}`)
    const { rows } = await sql`
      insert into cases.hold (commune_id, id, file_id, from_on, until_on, sealed, placed_at, placed_by)
      values (${communeId}, ${id}, ${fileId}, ${from}, ${until}, ${sealed}, ${context.now.toISOString()}, ${context.person.id})
      on conflict do nothing returning id`.execute(files)
    if (rows.length === 0) throw refuse(caseRefusals.already_recorded)
  })
  return {
    answer: { id },
    audit: { subject: `case-file:${fileId}`, areaId: communeId, after: { hold: id, from, until } },
  }
})

/** Without an opening: that a hold is over tells nothing of the person. */
export const endHold = carriesOut(EndHold, async ({ db, person, now }, { communeId, holdId }) => {
  const endedAt = now.toISOString()
  const fileId = await insideFiles(db, { communeId, readerId: person.id, purpose: 'end-hold' }, async (files) => {
    const { rows } = await sql<{ file_id: string; ended: boolean }>`
      select file_id, ended_at is not null as ended from cases.hold where commune_id = ${communeId} and id = ${holdId} for update`.execute(
      files,
    )
    const [hold] = rows
    if (!hold) throw refuse(platformRefusals.not_found)
    if (hold.ended) throw refuse(retentionRefusals.hold_over)
    await sql`update cases.hold set ended_at = ${endedAt}, ended_by = ${person.id}
      where commune_id = ${communeId} and id = ${holdId}`.execute(files)
    return hold.file_id
  })
  return {
    answer: { endedAt },
    audit: { subject: `case-file:${fileId}`, areaId: communeId, after: { hold: holdId, endedAt } },
  }
})
