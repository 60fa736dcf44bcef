// One lot for those who lead: its plan, its draw made again, how far the visits are, and the result. No name of who signed.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers, type Context, type Handler } from '../../../../platform/server/slice.ts'
import { type LotState, ShowLot } from '../../contract/lots.ts'
import { digestOf } from '../../rules/draw.ts'
import { boundsOf } from '../../rules/hypergeometric.ts'
import { planOf } from '../../rules/plan.ts'
import { judge, progressOf } from '../../rules/result.ts'
import { inPercent, risksById } from '../risks/risks.ts'
import { drawnFrom } from './draw.ts'
import { areaOfLot, type DrawnItem, drawnOf, type Lot, lotById, stateOfLot } from './find.ts'
import { groupOf, movedTo, type Place, placeOf } from './place.ts'

type Row = {
  place: Place
  group: { id: string; name: { vi: string; en: string } }
  drive: { id: string; name: { vi: string; en: string } }
  state: LotState
  riskId: string
  verifier: { id: string; name: string } | null
  followUp: { what: string; on: string } | null
  withdrawn: { on: string; reason: string } | null
  demo: boolean
  manages: boolean
  decides: boolean
  audits: boolean
}

export const showLot: Handler = answers(
  ShowLot,
  async (context, { id, on }) => {
    const { db, person } = context
    const lot = await lotById(db, id)
    const row = await restOf(context, id)
    const [drawn, risks] = [await drawnOf(db, lot), await risksById(db, row.riskId)]
    const { goodUpTo, badFrom, producer, consumer } = planOf(lot.members.length, risks)
    const open = !['passed', 'failed', 'withdrawn'].includes(row.state)
    const now = lot.bodyId ? undefined : await movedTo(db, lot.hamletId ?? lot.communeId, on)
    return {
      id,
      place: row.place,
      group: row.group,
      state: row.state,
      size: lot.members.length,
      sample: lot.sample,
      allowed: lot.allowed,
      closedOn: lot.closedOn,
      decidedOn: lot.decidedOn,
      followedUp: lot.followUp !== null,
      demo: row.demo,
      drive: row.drive,
      ...(now === undefined ? {} : { now }),
      risks: inPercent(risks),
      goodUpTo,
      badFrom,
      producer,
      consumer,
      digest: digestOf(lot.members),
      draw: drawOfLot(lot, drawn),
      verifier: row.verifier,
      visits: visitsOf(lot, drawn),
      result: resultOf(lot, drawn),
      followUp: row.followUp,
      withdrawn: row.withdrawn,
      version: lot.version,
      may: {
        draw: row.manages && row.state === 'closed',
        audit: row.audits && lot.drawnAt !== null,
        assign: row.manages && open && row.state !== 'visiting',
        withdraw: row.manages && open,
        follow: row.decides && row.state === 'failed' && lot.followUp === null,
        visit: row.verifier?.id === person?.id && (row.state === 'drawn' || row.state === 'visiting'),
      },
    }
  },
  areaOfLot,
)

async function restOf({ db, scopeFor }: Pick<Context, 'db' | 'scopeFor'>, id: string): Promise<Row> {
  const place = sql`coalesce(lot.hamlet_id, lot.commune_id)`
  const { rows } = await sql<Row>`
    select ${placeOf('lot')} as place, ${groupOf('lot')} as group, ${stateOfLot} as state, lot.risk_id as "riskId", lot.demo,
      json_build_object('id', drive.id, 'name', json_build_object('vi', drive.name_vi, 'en', drive.name_en)) as drive,
      case when verifier.id is not null then json_build_object('id', verifier.id, 'name', verifier.name) end as verifier,
      case when lot.follow_up is not null then json_build_object('what', lot.follow_up, 'on', lot.followed_up_on) end as "followUp",
      case when lot.withdrawn_on is not null
        then json_build_object('on', lot.withdrawn_on, 'reason', lot.withdrawn_reason) end as withdrawn,
      ${within(scopeFor('verification.manage'), place)} as manages, ${within(scopeFor('commitments.decide'), place)} as decides,
      ${within(scopeFor('audit.read'), place)} as audits
    from verification_lot lot join commitment_drive drive on drive.id = lot.drive_id
    left join person verifier on verifier.id = lot.verifier_id
    where lot.id = ${id}`.execute(db)
  if (!rows[0]) throw refuse(platformRefusals.not_found)
  return rows[0]
}

/** Drawn once more from what is stored; an auditor sees at once whether somebody was slipped in. */
function drawOfLot(lot: Lot, drawn: readonly DrawnItem[]) {
  if (!lot.drawnAt || lot.seal === null) return null
  const again = drawnFrom(lot, lot.seal)
  return {
    at: lot.drawnAt,
    seal: lot.seal,
    position: lot.sealPosition,
    same: again.length === drawn.length && again.every((promiseId, at) => drawn[at]?.promiseId === promiseId),
    reserve: drawn.length - lot.sample,
  }
}

function visitsOf(lot: Lot, drawn: readonly DrawnItem[]): { visited: number; of: number } {
  if (!lot.drawnAt) return { visited: 0, of: lot.sample }
  const { visited, waiting } = progressOf(drawn, lot.sample)
  return { visited, of: visited + waiting }
}

function resultOf(lot: Lot, drawn: readonly DrawnItem[]) {
  const judged = lot.outcome ? judge(drawn, lot.sample, lot.allowed) : undefined
  if (!judged) return null
  const { wrong, denied, unknown, silent, unmet, stoodIn } = judged
  return { wrong, denied, unknown, silent, unmet, stoodIn, ...confirmedOf(lot.members.length, lot.sample, wrong) }
}

/** How many of the whole lot would confirm. */
export function confirmedOf(size: number, sample: number, wrong: number): { least: number; most: number } {
  const bounds = boundsOf(size, sample, wrong)
  return { least: size - bounds.most, most: size - bounds.least }
}
