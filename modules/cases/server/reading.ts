// What the law makes of a file now, and what of it lists need: status, the work by its time limits, who answers, when to read again.

import { sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'
import { dayOf, type Moment } from '../../../rules/law/moment.ts'
import type { Identity } from '../contract.ts'
import type { FileEvent } from '../events.ts'
import { keptAsOf } from '../rules/kept-as.ts'
import { nextChange } from '../rules/next-change.ts'
import { factsOf } from '../rules/person-facts.ts'
import { teamOf } from '../rules/team.ts'
import { workOf } from '../rules/work.ts'
import { readLife } from '../rules.ts'
import { type LawInForce, lawOn } from './law.ts'
import { instantOf } from './moment.ts'

type At = { communeId: string; fileId: string }
type Read = { identity: Identity; events: readonly FileEvent[]; now: Moment; law?: LawInForce }

/**
 * Kept with the file in the same transaction as the event, so that lists are never behind; a correction may open a closed file
 * again. Answers the new version; a reading that time alone asked for (`again`) leaves the version as it is.
 */
export async function keepReading(
  files: Db,
  { communeId, fileId }: At,
  { identity, events, now, law: given }: Read,
  again = false,
): Promise<number> {
  const facts = factsOf(identity)
  const law = given ?? (await lawOn(files, dayOf(now)))
  const life = readLife(facts, events, now, law.choices)
  const { status } = life
  const { items, closedOn } = workOf(life)
  const { members, officer } = teamOf(events, now)
  const [due] = items.flatMap((item) => item.due ?? []).sort()
  const change = nextChange(facts, events, life, now)
  const keptAs = keptAsOf(life)
  // Nothing was ever decided and nothing is left to do or to wait for: it is kept from the last event on, a list of before from the day it
  // came in. Its decision is asked for meanwhile; who has none is not kept for that.
  const idle =
    items.every(({ act }) => act === 'find-decision') &&
    !life.clocks.some(({ deadline, state }) => deadline === 'verification' && state === 'running')
  const settledOn =
    keptAs === 'nothing-decided' && idle
      ? sql`(select max((case kind when 'listed' then greatest(happened_at, recorded_at) else happened_at end) at time zone 'Asia/Ho_Chi_Minh')::date
          from cases.event where commune_id = ${communeId} and file_id = ${fileId})`
      : sql`${closedOn ?? null}::date`
  const { rows } = await sql<{ version: number }>`
    update cases.file set kept_as = ${keptAs}, settled_on = ${settledOn},
      restricted_on = case when ${settledOn} is not null then restricted_on end, status = ${status?.kind ?? null}, status_since = ${status ? status.since.slice(0, 10) : null}::date,
      next_due_at = ${at(due)}::timestamptz, closed_on = ${closedOn ?? null}::date,
      officer_id = ${officer?.person ?? null}::uuid, officer_since = ${at(officer?.since)}::timestamptz,
      inherited_from = ${officer?.before ?? null}::uuid, next_read_at = ${at(change)}::timestamptz,
      read_under = ${law.number}, version = version + ${again ? 0 : 1}
    where commune_id = ${communeId} and id = ${fileId} returning version`.execute(files)
  await sql`delete from cases.work_item where commune_id = ${communeId} and file_id = ${fileId}`.execute(files)
  if (items.length > 0)
    await sql`insert into cases.work_item (commune_id, file_id, officer_id, act, because, begins_at, opens_at, due_at, waits)
      select ${communeId}, ${fileId}, ${officer?.person ?? null}::uuid, item.* from unnest(${items.map(({ act }) => act)}::text[],
        ${items.map(({ because }) => because)}::uuid[], ${items.map(({ begins }) => at(begins))}::timestamptz[],
        ${items.map(({ opens }) => at(opens))}::timestamptz[], ${items.map((item) => at(item.due))}::timestamptz[],
        ${items.map(({ waits }) => waits)}::boolean[]) as item`.execute(files)
  await keepTeam(files, { communeId, fileId }, closedOn ? [] : members)
  await sql`insert into cases.work_of_member (commune_id, file_id, act, because, member_id, by_at, due_at, waits)
    select item.commune_id, item.file_id, item.act, item.because, member.member_id, item.by_at, item.due_at, item.waits
    from cases.work_item item join cases.team_member member using (commune_id, file_id)
    where item.commune_id = ${communeId} and item.file_id = ${fileId}`.execute(files)
  return rows[0]?.version ?? 0
}

const at = (moment: Moment | undefined): string | null => (moment ? instantOf(moment) : null)

/** Nobody helps any more in a file that is closed. */
async function keepTeam(files: Db, { communeId, fileId }: At, members: ReturnType<typeof teamOf>['members']) {
  await sql`delete from cases.team_member where commune_id = ${communeId} and file_id = ${fileId}`.execute(files)
  const accounts = members.flatMap(({ person, role, since }) => (person ? [{ person, role, since }] : []))
  if (accounts.length === 0) return
  await sql`insert into cases.team_member (commune_id, file_id, member_id, role, since)
    select ${communeId}, ${fileId}, member.* from unnest(${accounts.map(({ person }) => person)}::uuid[],
      ${accounts.map(({ role }) => role)}::text[], ${accounts.map(({ since }) => at(since))}::timestamptz[]) as member
    on conflict do nothing`.execute(files)
}
