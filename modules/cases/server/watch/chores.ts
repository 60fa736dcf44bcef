// What the watch does by itself: asks about patterns of many openings, tells the audit what the keeper of the machine did, and
// looks which sessions in the database are not the product's.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Chore } from '../../../../platform/server/periodic.ts'
import type { Db, Parts } from '../../../../platform/server/slice.ts'
import { type OpeningRead, oddReadings } from '../../rules/reading/odd.ts'
import { hoursToAct } from '../../rules/reading/rules.ts'
import { instantOf, momentOf } from '../moment.ts'
import { insideFiles } from '../sealing/inside.ts'
import { saidOfOpening } from '../sealing/openings.ts'
import { wordsKey } from '../sealing/statement.ts'
import { communesWithFiles, insideWatch } from '../sealing/watching.ts'
import { storeQuestion } from './asking.ts'

/** Two whole weeks and the days in which something may still follow. */
const daysBack = 18
const watch = { readerId: 'watch', purpose: 'watch' } as const

/** `Parts` for the audit; the clock of the product. */
export async function askAboutReadings({ db, clock }: Pick<Parts, 'db' | 'clock'>): Promise<void> {
  const now = clock.now()
  const from = new Date(now.getTime() - daysBack * 86_400_000).toISOString()
  const openings: OpeningRead[] = []
  for (const communeId of await insideWatch(db, watch, communesWithFiles))
    openings.push(
      ...(await insideFiles(db, { communeId, readerId: 'watch', purpose: 'question' }, (files) =>
        openingsSince(files, communeId, from),
      )),
    )
  for (const question of oddReadings(openings, momentOf(now)))
    await insideFiles(db, { communeId: question.communeId, readerId: 'watch', purpose: 'question' }, (files) =>
      storeQuestion(files, {
        ...{ ...question, id: uuidv7(), foundAt: now.toISOString() },
        ...{ since: instantOf(question.since), until: instantOf(question.until) },
      }),
    )
}

async function openingsSince(files: Db, communeId: string, from: string): Promise<OpeningRead[]> {
  const { rows } = await sql<
    Omit<OpeningRead, 'at' | 'communeId' | 'facts'> & { opened_at: string; sealed: Buffer | null }
  >`
    select opening.id, opening.file_id as "fileId", file.number as "fileNumber", opening.reader_id as "readerId", opening.opened_at,
      opening.purpose, opening.sealed, exists (
        select 1 from cases.event where event.commune_id = opening.commune_id and event.file_id = opening.file_id
          and event.recorded_by = opening.reader_id and event.recorded_at >= opening.opened_at
          and event.recorded_at < opening.opened_at + make_interval(hours => ${hoursToAct})) as acted
    from cases.opening join cases.file on file.commune_id = opening.commune_id and file.id = opening.file_id
    where opening.commune_id = ${communeId} and opening.opened_at >= ${from}`.execute(files)
  if (rows.length === 0) return []
  const key = await wordsKey(files)
  return rows.map(({ opened_at, sealed, ...row }) => ({
    ...{ ...row, communeId, at: momentOf(opened_at) },
    facts: saidOfOpening(key, row.id, sealed).facts,
  }))
}

/** Entries of the keeper go into the sealed chain, where taking them away is noticed. */
export async function tellAuditOfKeepings({ db, clock, recordAudit }: Parts): Promise<void> {
  await db.transaction().execute(async (inside) => {
    const { rows } = await sql<{ id: string; work: string; by: string; begun_at: string }>`
      update cases.keeping set told_at = now() where told_at is null returning id, work, by, begun_at`.execute(inside)
    await recordAudit(
      inside,
      rows.map(({ id, work, by, begun_at }) => ({
        operation: 'cases.keeping',
        personId: nobody,
        actingForId: null,
        commandId: null,
        at: clock.now(),
        subject: `case-keeping:${id}`,
        after: { work, by, begunAt: begun_at },
      })),
    )
  })
}
const nobody = '00000000-0000-0000-0000-000000000000'

type Session = { backend: string; role: string; application: string; address: string }

/** What PostgreSQL shows of other roles' sessions to an ordinary role is less; their role and name it always shows. */
export async function seeForeignSessions({ db, clock }: Pick<Parts, 'db' | 'clock'>): Promise<void> {
  const { rows } = await sql<Session>`
    select pid || ' ' || coalesce(backend_start::text, datname) as backend, coalesce(usename, '?') as role,
      coalesce(application_name, '') as application, coalesce(host(client_addr), '') as address
    from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and coalesce(application_name, '') <> 'binhyen'
      and usename is not null`.execute(db)
  if (rows.length === 0) return
  const at = clock.now().toISOString()
  await insideWatch(db, watch, async (inside) => {
    for (const { backend, role, application, address } of rows)
      await sql`insert into cases.foreign_session (id, backend, role, application, address, first_seen, last_seen)
        values (${uuidv7()}, ${backend}, ${role}, ${application}, ${address}, ${at}, ${at})
        on conflict (backend) do update set last_seen = excluded.last_seen`.execute(inside)
  })
}

export const watchChores: readonly Chore[] = [
  { name: 'ask-about-readings', everySeconds: 300, run: askAboutReadings },
  { name: 'tell-audit-of-keepings', everySeconds: 20, run: tellAuditOfKeepings },
  { name: 'see-foreign-sessions', everySeconds: 10, run: seeForeignSessions },
]
