// Whether who a file is of may be erased now: the same when it is proposed and when it is decided, for years may lie between.

import { sql } from 'kysely'
import { Refusal, refuse } from '../../../../platform/contract/refusal.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import type { SetLength } from '../../../../rules/retention/lengths.ts'
import { type Hold, isHeld } from '../../../../rules/retention/retention.ts'
import { caseRefusals, type ErasureGround, retentionRefusals } from '../../contract.ts'
import { type KeptFileRow, keptFilesOf } from '../retention/kept.ts'
import { isOnItsWay } from './elsewhere.ts'

type Asked = { communeId: string; personId: string; ground: ErasureGround; today: string; set: readonly SetLength[] }

/** Answers the files of the person; all of them are erased, or none. */
export async function erasableFiles(files: Db, asked: Asked): Promise<KeptFileRow[]> {
  const kept = await keptFilesOf(files, asked)
  const [gone] = kept.flatMap(({ retention }) => retention.erasedOn ?? [])
  if (gone) throw refuse(caseRefusals.erased, { day: gone })
  const { holds, open, wish } = await standingInTheWay(files, asked)
  const [hold] = holds.filter((each) => isHeld(each, asked.today))
  if (hold) throw new Refusal(retentionRefusals.held, { values: { until: untilWords(hold.until) } })
  const ids = kept.map(({ id }) => id)
  if (await isOnItsWay(files, ids)) throw refuse(retentionRefusals.on_its_way)
  if (open > 0) throw refuse(retentionRefusals.requests_open)
  if (asked.ground === 'request' && wish === 0) throw refuse(retentionRefusals.nobody_asked)
  const [early] = kept.filter(({ retention: { stage } }) => tooEarly[asked.ground].includes(stage))
  if (early) throw new Refusal(retentionRefusals.not_due, { values: { day: dayWords(early.retention.dueFrom) } })
  return kept
}

/** What was recorded without a ground goes at any time; at the person's own wish, once nothing is left to do by law. */
const tooEarly: Record<ErasureGround, readonly string[]> = {
  rule: ['open', 'ended', 'restricted'],
  request: ['open'],
  'no-ground': [],
}

const shown = (day: string): string => day.split('-').reverse().join('/')
const untilWords = (until: string | null) => (until ? `đến ${shown(until)} / until ${shown(until)}` : '')
const dayWords = (day: string | undefined) =>
  day ? `từ ${shown(day)} / from ${shown(day)}` : 'còn việc phải làm theo luật / something is still to be done by law'

async function standingInTheWay(files: Db, { communeId, personId }: Asked) {
  const { rows } = await sql<{ holds: Hold[]; open: number; wish: number }>`
    with mine as (select id from cases.file where commune_id = ${communeId} and person_id = ${personId}),
      waiting as (select kind from cases.request
        where commune_id = ${communeId} and file_id in (select id from mine) and answered_at is null)
    select coalesce((
        select json_agg(json_build_object('id', id, 'from', from_on, 'until', until_on)) from cases.hold
        where commune_id = ${communeId} and file_id in (select id from mine) and ended_at is null), '[]') as holds,
      (select count(*)::int from waiting where kind <> 'erasure') as open,
      (select count(*)::int from waiting where kind = 'erasure') as wish`.execute(files)
  return rows[0] ?? { holds: [], open: 0, wish: 0 }
}
