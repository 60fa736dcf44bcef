// Late hand-overs within reach, over many communes at once: which communes owe an answer, and counts made safe over the whole
// province; for whoever keeps files, what waits for them.

import { sql } from 'kysely'
import { within } from '../../../../platform/server/rights.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { provincesOf } from '../../../cases/server/public.ts'
import { settingsOf } from '../../../settings/server/public.ts'
import { CountWaiting, ListLateSendings } from '../../contract.ts'
import { communesLate, lateShown, type Waiting } from '../../rules/late.ts'
import { reminders } from '../../rules.ts'
import { overAllThatWaits } from '../waiting.ts'

/** Each stands with the commune that has to answer; where that one is not on this installation, with the one that waits. */
const standing = sql`
  select to_id as "communeId", 'answer' as why, due_at from handover.sending where state = 'sent'
  union all select from_id, 'elsewhere', due_at from handover.departure where state = 'sent'
  union all select to_id, 'answer', due_at from handover.arrival where state = 'waiting'
  union all select to_id, 'notice', due_at from handover.notice where state = 'sent'`

export const listLateSendings = answers(ListLateSendings, async (context) => {
  const { db, now } = context
  const told = reminders.find(({ level }) => level === 'province')?.afterMinutes ?? 0
  const lateBefore = new Date(now.getTime() - told * 60_000).toISOString()
  const waiting = await overAllThatWaits(db, async (inside) => {
    const { rows } = await sql<Waiting>`
      select "communeId", why, due_at <= ${lateBefore} as late from (${standing}) as each`.execute(inside)
    return rows
  })
  const known = [...new Set(waiting.map(({ communeId }) => communeId))]
  const { communes, provinces } = await provincesOf(context, known)
  const { least } = (await settingsOf(db)).fileCounts
  return {
    least,
    provinces: provinces.map(({ mine, ...province }) => {
      const inIt = new Map(communes.filter((each) => each.province === province.id).map((each) => [each.id, each]))
      const ofIt = waiting.filter(({ communeId }) => inIt.has(communeId))
      const shown = lateShown(
        ofIt.filter(({ why }) => why !== 'notice'),
        least,
      )
      // A notice is no hand-over: it is in none of the counts, and only its commune is named.
      const named = communesLate(ofIt)
      return {
        ...province,
        counts: mine ? { onTheirWay: shown.onTheirWay, late: shown.late } : null,
        communes: named.flatMap(({ id, why }) => {
          const commune = inIt.get(id)
          return commune?.mine ? [{ id, name: commune.name, type: commune.type, why }] : []
        }),
      }
    }),
  }
})

export const countWaiting = answers(CountWaiting, ({ db, scope, now }) =>
  overAllThatWaits(db, async (inside) => {
    const [to, from] = [within(scope, sql.ref('waiting.to_id')), within(scope, sql.ref('waiting.from_id'))]
    const { rows } = await sql<{ in: number; late: number }>`
      select count(*) filter (where ${to})::int as in,
        count(*) filter (where (${to} or ${from}) and due_at < ${now.toISOString()})::int as late
      from (
        select from_id, to_id, due_at from handover.sending where state = 'sent'
        union all select from_id, null, due_at from handover.departure where state = 'sent'
        union all select null, to_id, due_at from handover.arrival where state = 'waiting') as waiting`.execute(inside)
    const [told, teller] = [within(scope, sql.ref('notice.to_id')), within(scope, sql.ref('notice.from_id'))]
    const { rows: notices } = await sql<{ waiting: number; late: number }>`
      select count(*) filter (where ${told})::int as waiting,
        count(*) filter (where (${told} or ${teller}) and due_at < ${now.toISOString()})::int as late
      from handover.notice where state = 'sent'`.execute(inside)
    const [{ in: into, late } = { in: 0, late: 0 }, notice = { waiting: 0, late: 0 }] = [rows[0], notices[0]]
    return { in: into, late: late + notice.late, notices: notice.waiting }
  }),
)
