// Tells the programme whose records its targets are computed from: how units stand, the register of recognition says.

import { type AreaStanding, provideAreaStandings } from '../modules/programme/server/public.ts'
import { statusOn, type UnitStatus } from '../modules/recognition/server/public.ts'

const states: Record<UnitStatus['standing'], AreaStanding['state']> = {
  recognised: 'drug-free',
  again: 'reappraise',
  expired: 'reappraise',
  lost: 'lost',
  none: 'none',
}

provideAreaStandings(async (db, question) => {
  const statuses = await statusOn(db, question)
  return new Map(
    statuses.map(({ id, standing, since, decisionId, reason }) => [
      id,
      { state: states[standing], since, decisionId, reason },
    ]),
  )
})
