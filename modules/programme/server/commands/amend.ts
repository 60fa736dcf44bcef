// Amends a plan.

import { sql } from 'kysely'
import { carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { AmendPlan } from '../../contract.ts'
import { amendPlan } from '../amendment.ts'

/** The area that a plan is led in; undefined for no such plan. */
export async function areaOfPlan(db: Db, planId: string): Promise<string | undefined> {
  const found = await sql<{ area_id: string }>`
    select area_id from plan join programme on programme.id = programme_id where plan.id = ${planId}`.execute(db)
  return found.rows[0]?.area_id
}

export const amend = carriesOut(AmendPlan, amendPlan, ({ db }, input) => areaOfPlan(db, input.planId))
