// Takes what is done with out of the ordinary lists, every day. That is careful and can be taken back; erasing is neither, so
// two people decide on it and no chore does.

import { sql } from 'kysely'
import type { Chore } from '../../../../platform/server/periodic.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import type { SetLength } from '../../../../rules/retention/lengths.ts'
import { retentionOf } from '../../../../rules/retention/retention.ts'
import { insideFiles } from '../sealing/inside.ts'
import { communesWithFiles, insideWatch } from '../sealing/watching.ts'
import { setLengths } from './lengths.ts'

const chore = { readerId: 'chore', purpose: 'restrict' }

/** Answers how many files were restricted. By the days on which files settled: there are few, whatever the number of files. */
export async function restrictFiles(db: Db, today: string): Promise<number> {
  const set = await setLengths(db)
  let done = 0
  for (const communeId of await insideWatch(db, { readerId: 'chore', purpose: 'count' }, communesWithFiles))
    done += await insideFiles(db, { communeId, ...chore }, (files) => restrictSettled(files, communeId, today, set))
  return done
}

async function restrictSettled(
  files: Db,
  communeId: string,
  today: string,
  set: readonly SetLength[],
): Promise<number> {
  const { rows } = await sql<{ day: string }>`
    select distinct settled_on as day from cases.file
    where commune_id = ${communeId} and settled_on is not null and restricted_on is null`.execute(files)
  const over = rows
    .map(({ day }) => day)
    .filter((settledOn) => {
      const file = { keptAs: null, settledOn, restrictedOn: null, erasedOn: null }
      return retentionOf(file, today, [], set).stage !== 'ended'
    })
  if (over.length === 0) return 0
  const done = await sql`
    update cases.file set restricted_on = ${today}::date, version = version + 1
    where commune_id = ${communeId} and restricted_on is null and settled_on = any(${over}::date[])`.execute(files)
  return Number(done.numAffectedRows ?? 0)
}

export const retentionChores: readonly Chore[] = [
  {
    name: 'restrict-files',
    everySeconds: 3600,
    run: async ({ db, clock }) => {
      await restrictFiles(db, clock.today())
    },
  },
]
