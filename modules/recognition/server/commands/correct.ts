// Corrects an entry openly: the old one stays on the record, cancelled, and the new one names it.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { within } from '../../../../platform/server/rights.ts'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { CorrectDecision } from '../../contract.ts'
import { recognitionRefusals as refusals } from '../../refusals.ts'
import { areaOfDecision, findEntry } from '../entries.ts'
import { enter, statusAfter, takeOutOfForce } from '../entry.ts'

export const correctDecision = carriesOut(
  CorrectDecision,
  async (context, input) => {
    const { id, version, newId, because, ...written } = input
    const before = await findEntry(context.db, id)
    const reach = await sql<{
      yes: boolean
    }>`select ${within(context.scope, sql`${written.areaId}::uuid`)} as yes`.execute(context.db)
    if (!reach.rows[0]?.yes) throw refuse(refusals.moved_to_another_unit, {}, 'areaId')
    await takeOutOfForce(context, id, version, because)
    await enter(context, { ...written, id: newId }, id)
    return {
      answer: { id: newId, version: 1, status: await statusAfter(context.db, written.areaId, context.today) },
      audit: [
        { subject: `recognition:${id}`, before, after: { cancelledBecause: because, replacedBy: newId } },
        { subject: `recognition:${newId}`, areaId: written.areaId, after: { ...written, replaces: id } },
      ],
    }
  },
  (context, input) => areaOfDecision(context.db, input.id),
)
