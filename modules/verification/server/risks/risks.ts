// The risks in force on a day, what they mean for lots of some sizes, and changing them from a day on.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import { answers, carriesOut, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { verificationRefusals } from '../../contract/refusals.ts'
import { SetRisks, ShowRisks } from '../../contract/risks.ts'
import { planOf, type Risks } from '../../rules/plan.ts'

export type RisksOnRecord = Risks & { id: string; effectiveOn: string; tries: number; reason: string | null }

const columns = sql`id, effective_on as "effectiveOn", acceptable::float8 as acceptable, rejectable::float8 as rejectable,
  producer::float8 as producer, consumer::float8 as consumer, tries,
  case when recorded_by is not null then reason end as reason`

/** Those of the latest day that has come; of two of one day the later one. */
export async function risksOn(db: Db, on: PlainDate): Promise<RisksOnRecord> {
  const { rows } = await sql<RisksOnRecord>`
    select ${columns} from verification_risk where effective_on <= ${on}::date
    order by effective_on desc, recorded_at desc, id desc limit 1`.execute(db)
  return rows[0] as RisksOnRecord
}

export async function risksById(db: Db, id: string): Promise<RisksOnRecord> {
  const { rows } = await sql<RisksOnRecord>`select ${columns} from verification_risk where id = ${id}`.execute(db)
  return rows[0] as RisksOnRecord
}

const percent = (share: number): number => Math.round(share * 100)

/** As people say them. */
export const inPercent = ({ acceptable, rejectable, producer, consumer, tries }: Risks & { tries: number }) => ({
  acceptable: percent(acceptable),
  rejectable: percent(rejectable),
  producer: percent(producer),
  consumer: percent(consumer),
  tries,
})

const sizesTold = [20, 50, 100, 214, 500, 2_000]

export const showRisks: Handler = answers(ShowRisks, async ({ db, today, scopeFor }) => {
  const { rows } = await sql<RisksOnRecord>`
    select ${columns} from verification_risk order by recorded_at desc, id desc limit 50`.execute(db)
  const inForce = await risksOn(db, today)
  const plans = sizesTold.map((size) => {
    const { sample, allowed } = planOf(size, inForce)
    return { size, sample, allowed }
  })
  return {
    rows: rows.map((row) => ({ id: row.id, effectiveOn: row.effectiveOn, reason: row.reason, ...inPercent(row) })),
    inForce: inForce.id,
    plans,
    may: { change: scopeFor('settings.manage').everywhere },
  }
})

export const setRisks: Handler = carriesOut(SetRisks, async ({ db, person, today }, input) => {
  const { id, afterId, effectiveOn, reason, tries, ...risks } = input
  if (effectiveOn < today) throw refuse(verificationRefusals.risks_in_past, { day: today }, 'effectiveOn')
  if (risks.rejectable < risks.acceptable + 5) throw refuse(verificationRefusals.risks_too_close, {}, 'rejectable')
  // One after the other: a lock on the newest row would not see that a newer one came while it waited.
  await sql`select pg_advisory_xact_lock(hashtext('verification-risks'))`.execute(db)
  const newest = await sql<{ id: string }>`
    select id from verification_risk order by recorded_at desc, id desc limit 1`.execute(db)
  if (newest.rows[0]?.id !== afterId) throw refuse(platformRefusals.changed_meanwhile)
  const before = await risksById(db, afterId)
  await sql`
    insert into verification_risk (id, effective_on, acceptable, rejectable, producer, consumer, tries, reason, recorded_by, recorded_at)
    values (${id}, ${effectiveOn}, ${risks.acceptable / 100}, ${risks.rejectable / 100}, ${risks.producer / 100},
      ${risks.consumer / 100}, ${tries}, ${reason}, ${person.id}, clock_timestamp())`.execute(db)
  return { answer: { id }, audit: { subject: `verification-risk:${id}`, before, after: input } }
})
