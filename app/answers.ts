// Joins questions of one module to answers of another: how units stand, the register of recognition says; what goes over
// with a post, the tasks say; which days are free for everybody, the calendar beside the files says.

import { provideInheritedWork } from '../modules/access/server/public.ts'
import { provideKeptElsewhere, provideMasterKeys, yearsEntered } from '../modules/cases/server/public.ts'
import {
  bothDone,
  type JoinedPromises,
  joinPromises,
  partPromises,
  provideSilentDevices,
  signedOfEntries,
  signedOfEntry,
  signedOfLists,
  signedShares,
} from '../modules/commitments/server/public.ts'
import { silentDevices } from '../modules/field/server/public.ts'
import { handOversOfErased } from '../modules/handover/server/public.ts'
import { provideLinkKey } from '../modules/links/server/public.ts'
import { providePaperKey } from '../modules/paper/server/public.ts'
import { type AreaStanding, provideAreaStandings, provideSignedShares } from '../modules/programme/server/public.ts'
import { statusOn, type UnitStatus } from '../modules/recognition/server/public.ts'
import {
  provideIdentityKey,
  providePromisesOfMerges,
  provideSignedOfEntry,
  provideSignedOfLists,
} from '../modules/rosters/server/public.ts'
import { openTasksOf, provideHolidays } from '../modules/tasks/server/public.ts'
import { type MasterKeys, masterKeys } from '../platform/master-keys.ts'
import { productSecret } from '../platform/secrets.ts'
import { provideFingerprintSecret } from '../platform/server/claim.ts'
import { readSettings } from '../platform/settings.ts'

const states: Record<UnitStatus['standing'], AreaStanding['state']> = {
  recognised: 'drug-free',
  again: 'reappraise',
  expired: 'reappraise',
  lost: 'lost',
  none: 'none',
}

provideAreaStandings(async (db, question) => {
  const statuses = await statusOn(db, question)
  return new Map(
    statuses.map(({ id, standing, since, decisionId, reason }) => [
      id,
      { state: states[standing], since, decisionId, reason },
    ]),
  )
})

provideInheritedWork(async (db, question) => {
  const tasks = await openTasksOf(db, question)
  return tasks.map(({ id, title, dueOn, late }) => ({ id, kind: 'task', title, due: dueOn, late, to: `/tasks/${id}` }))
})

provideSignedOfLists(signedOfLists)
providePromisesOfMerges({
  join: joinPromises,
  part: (db, entries, done) => partPromises(db, entries, done as JoinedPromises),
  both: (first, then) => bothDone(first as JoinedPromises, then as JoinedPromises),
  signed: signedOfEntries,
})
provideSignedOfEntry(signedOfEntry)
provideFingerprintSecret(() => productSecret(readSettings(process.env)))
provideIdentityKey(() => productSecret(readSettings(process.env)))
provideLinkKey(() => productSecret(readSettings(process.env)))
providePaperKey(() => productSecret(readSettings(process.env)))

provideSignedShares(signedShares)
provideSilentDevices(silentDevices)
provideHolidays(yearsEntered)

/** Read once: a key service is asked at the first need, not with every file. */
let ofFiles: MasterKeys | undefined
provideMasterKeys(() => {
  ofFiles ??= masterKeys(readSettings(process.env))
  return ofFiles
})
provideKeptElsewhere(handOversOfErased)
