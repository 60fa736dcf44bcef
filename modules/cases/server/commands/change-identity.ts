// Corrects who a file is of: sealed anew with the same key, found by the new words from then on.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { ChangeIdentity, caseRefusals } from '../../contract.ts'
import { eventsOf } from '../events.ts'
import { lawOn } from '../law.ts'
import { momentOf } from '../moment.ts'
import { inOpenedFile } from '../opened.ts'
import { viewIn } from '../reach.ts'
import { keepReading } from '../reading.ts'
import { notePairs } from '../same/pairs.ts'
import { indexKey } from '../sealing/keys.ts'
import { keyOf, sealJson, wordsOf } from '../sealing/person.ts'
import { storeWords } from './begin.ts'

export const changeIdentity = carriesOut(ChangeIdentity, async (context, input) => {
  // What somebody does not see they would overwrite with nothing.
  if ((await viewIn(context, input.communeId))?.id !== 'police') throw refuse(caseRefusals.opens_for_others)
  const { communeId, fileId, identity } = input
  const now = momentOf(context.now)
  const law = await lawOn(context.db, now.slice(0, 10))
  const version = await inOpenedFile(context, input, async (files, { person, version: current }) => {
    if (current !== input.version) throw refuse(platformRefusals.changed_meanwhile)
    // The file first, as everybody who writes to it: of two at once the second waits, and neither for the other.
    const { rows } = await sql<{ version: number }>`update cases.file set version = version + 1
      where commune_id = ${communeId} and id = ${fileId} and version = ${current} returning version`.execute(files)
    if (!rows[0]) throw refuse(platformRefusals.changed_meanwhile)
    const sealed = sealJson(keyOf(person), identity, `person ${person.id}`)
    await sql`update cases.person set sealed = ${sealed}, version = version + 1
      where commune_id = ${communeId} and id = ${person.id}`.execute(files)
    await sql`delete from cases.person_word where commune_id = ${communeId} and person_id = ${person.id}`.execute(files)
    const index = await indexKey(files)
    await storeWords(files, communeId, person.id, wordsOf(index, identity))
    await notePairs(files, index, { communeId, at: context.now }, [{ fileId, identity }])
    // Age and circumstances decide about terms and protections: what lists say follows at once.
    const events = await eventsOf(files, communeId, fileId, keyOf(person))
    await keepReading(files, { communeId, fileId }, { identity, events, now, law }, true)
    return rows[0].version
  })
  return {
    answer: { version },
    audit: { subject: `case-file:${fileId}`, areaId: communeId, after: { identity: 'corrected' } },
  }
})
