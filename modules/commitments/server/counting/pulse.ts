// What has changed since we last counted? One question, whatever is stored: the drive, its beats, the marks of the rosters
// and of the territory.

import { sql } from 'kysely'
import { type Scope, within } from '../../../../platform/server/rights.ts'
import type { Db } from '../../../../platform/server/slice.ts'

export type Pulse = {
  driveId: string
  /** Moves with the drive itself and with its wordings. */
  stamp: string
  /** Beats of the promises, by slot of communes. */
  beats: ReadonlyMap<number, string>
  rosters: string
  territory: string
  /** What this transaction has written itself may still be rolled back: nothing of it is kept. */
  writing: boolean
}

type Asking = Map<string, Promise<Pulse | undefined>>
const asked = new WeakMap<Db, Asking>()

/**
 * The pulse of a drive that reaches into the scope; undefined where there is none. Those who ask in the same moment are
 * answered by one question: it is sent after the last of them has asked, so nobody hears of an older state.
 */
export function pulseOf(db: Db, scope: Scope, driveId: string): Promise<Pulse | undefined> {
  const asking: Asking = asked.get(db) ?? new Map()
  asked.set(db, asking)
  const key = `${driveId} ${scope.everywhere ? '*' : scope.roots.join()}`
  const known = asking.get(key)
  if (known) return known
  const answer = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
    asking.delete(key)
    return readPulse(db, scope, driveId)
  })
  asking.set(key, answer)
  return answer
}

async function readPulse(db: Db, scope: Scope, driveId: string): Promise<Pulse | undefined> {
  const reaching = scope.everywhere
    ? sql<boolean>`true`
    : sql<boolean>`(${within(scope, sql.ref('drive.area_id'))} or exists (select 1 from area_coverage above
        where above.ancestor_id = drive.area_id and above.unit_id = any(${scope.roots as string[]}::uuid[])))`
  const { rows } = await sql<{
    stamp: string
    beats: string[] | null
    rosters: string
    territory: string
    writing: boolean
  }>`
    /* plan once */
    select drive.version || ' ' || (select count(*) from commitment_text where drive_id = drive.id) || ' '
        || coalesce(drive.published_on::text, '') || ' ' || coalesce(drive.closed_on::text, '') as stamp,
      (select array_agg(slot || ':' || beats) from commitment_pulse where drive_id = drive.id) as beats,
      (select sum(beats)::text from roster_pulse) as rosters,
      (select mark::text from recognition_mark where source = 'territory') as territory,
      pg_current_xact_id_if_assigned() is not null as writing
    from commitment_drive drive where drive.id = ${driveId} and ${reaching}`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const beats = (row.beats ?? []).map((beat) => beat.split(':') as [string, string])
  return { ...row, driveId, beats: new Map(beats.map(([slot, count]) => [Number(slot), count])) }
}
