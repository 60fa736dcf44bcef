// What the reader holds over the place of a promise, asked beside the promise itself: by it is decided who countersigns.

import { type RawBuilder, sql } from 'kysely'
import { type Scope, within } from '../../../../platform/server/rights.ts'
import type { WaitsForCounterpart } from '../../contract/countersigning.ts'
import { type Counterpart, type HeldOver, whyNotCountersign } from '../../rules/countersigning.ts'

export type Reader = {
  personId: string | null
  /** The day on which posts count. */
  workday: RawBuilder<string>
  scopeFor: (permission: string) => Scope
}
type Place = Record<'communeId' | 'hamletId' | 'bodyId', RawBuilder<unknown>>

/** As JSON. A right to decide that is held everywhere is one of the province. */
export function heldOver({ personId, workday, scopeFor }: Reader, { communeId, hamletId, bodyId }: Place) {
  const [countersigning, deciding] = [scopeFor('commitments.countersign'), scopeFor('commitments.decide')]
  const here = within(countersigning, sql`coalesce(${hamletId}, ${communeId})`)
  return sql<HeldOver>`json_build_object(
    'decides', case when not ${here} then '[]'::json when ${deciding.everywhere} then '["province"]'::json else (
      select coalesce(json_agg(distinct unit.level), '[]'::json) from area_coverage over
      join area_unit unit on unit.id = over.ancestor_id
      where over.unit_id = ${communeId} and over.ancestor_id = any(${deciding.roots as string[]}::uuid[])) end,
    'police', ${here} and ${within(scopeFor('commitments.for-police'), communeId)},
    'body', case when ${bodyId} is not null then ${here} and exists (
      select 1 from post_holder holder join post on post.id = holder.post_id
      where holder.person_id = ${personId} and post.body_id = ${bodyId} and holder.valid_from <= ${workday}
        and (holder.valid_to is null or holder.valid_to > ${workday})) end,
    'hamlet', case when ${hamletId} is not null then exists (
      select 1 from area_coverage over join area_unit unit on unit.id = over.ancestor_id and unit.level = 'village'
      where over.unit_id = ${hamletId} and over.ancestor_id = any(${countersigning.roots as string[]}::uuid[])) end)`
}

/** For the screen: of a promise that has still to be countersigned, whether by the reader. */
export const waitsFor = (counterpart: Counterpart, held: HeldOver): WaitsForCounterpart => ({
  notYou: whyNotCountersign(counterpart, held) ?? null,
})
