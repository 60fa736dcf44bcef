// Where one module needs an answer that another one knows, and may not import it: questions are joined to answers here.

import { type AreaStanding, provideAreaStandings } from '../modules/programme/server/public.ts'
import { statusOn } from '../modules/recognition/server/public.ts'

const decided = { none: 'none', recognised: 'drug-free', again: 'reappraise', lost: 'lost', expired: 'none' } as const
const undecided = { vi: 'Chưa có quyết định', en: 'No decision yet' }

/** Targets about units are measured by the register of recognition decisions. */
provideAreaStandings(async (db, question) => {
  const found = await statusOn(db, question)
  return new Map<string, AreaStanding>(
    found.map((unit): [string, AreaStanding] => [
      unit.id,
      { state: decided[unit.standing], since: unit.since, decisionId: unit.decisionId, reason: unit.reason ?? undecided },
    ]),
  )
})
