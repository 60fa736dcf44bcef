// The draw: by the machine, once, from the seal of the closing. It can be made again by anybody who has the log.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers, carriesOut, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { sealOf } from '../../../audit/server/public.ts'
import { CloseLot, DrawLot, ShowFrame } from '../../contract/lots.ts'
import { verificationRefusals } from '../../contract/refusals.ts'
import { digestOf, drawOf, seedOf } from '../../rules/draw.ts'
import { reserveOf } from '../../rules/plan.ts'
import { areaOfLot, drawnOf, isOver, type Lot, lotById } from './find.ts'

export const drawLot: Handler = carriesOut(
  DrawLot,
  async ({ db, now }, { id, version }) => {
    const lot = await lotById(db, id, { lock: true })
    if (isOver(lot)) throw refuse(verificationRefusals.lot_over)
    if (lot.drawnAt) throw refuse(verificationRefusals.drawn_already)
    if (lot.version !== version) throw refuse(platformRefusals.changed_meanwhile)
    const seal = await sealOf(db, { subject: `verification-lot:${id}`, operation: CloseLot.name })
    if (!seal) throw refuse(verificationRefusals.not_sealed_yet)
    const drawn = await storeDraw(db, lot, { seal: seal.hash, position: seal.position, at: now })
    return {
      answer: { id, version: version + 1 },
      audit: {
        subject: `verification-lot:${id}`,
        areaId: lot.hamletId ?? lot.communeId,
        after: { seal: seal.hash, sealPosition: seal.position, seed: seedOf(id, seal.hash), drawn },
      },
    }
  },
  areaOfLot,
)

/** Writes down who was drawn; the demonstration draws with it too, from a seal of its own. */
export async function storeDraw(
  db: Db,
  lot: Pick<Lot, 'communeId' | 'id' | 'members' | 'sample'>,
  { seal, position, at }: { seal: string; position: number | null; at: Date },
): Promise<string[]> {
  const drawn = drawnFrom(lot, seal)
  await sql`
    insert into verification_item (commune_id, lot_id, position, promise_id)
    select ${lot.communeId}, ${lot.id}, position, promise_id
    from unnest(${drawn}::uuid[]) with ordinality as drawn (promise_id, position)`.execute(db)
  await sql`
    update verification_lot set seal = ${seal}, seal_position = ${position}, drawn_at = ${at.toISOString()}::timestamptz, version = version + 1
    where commune_id = ${lot.communeId} and id = ${lot.id}`.execute(db)
  return drawn
}

/** First those to be visited, then the reserve. */
export const drawnFrom = ({ id, members, sample }: Pick<Lot, 'id' | 'members' | 'sample'>, seal: string): string[] =>
  drawOf(seedOf(id, seal), members, sample + reserveOf(members.length, sample))

export const showFrame: Handler = answers(
  ShowFrame,
  async ({ db }, { id }) => {
    const lot = await lotById(db, id)
    const drawn = await drawnOf(db, lot)
    return {
      lot: id,
      digest: digestOf(lot.members),
      seal: lot.seal,
      sealPosition: lot.sealPosition,
      seed: lot.seal && seedOf(id, lot.seal),
      sample: lot.sample,
      members: lot.members,
      drawn: drawn.map(({ promiseId }) => promiseId),
    }
  },
  areaOfLot,
)
