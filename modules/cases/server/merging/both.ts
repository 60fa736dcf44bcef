// Two files that are open at once, with all that is in them: the only way to compare or merge them.

import { refuse } from '../../../../platform/contract/refusal.ts'
import type { Context, Db } from '../../../../platform/server/slice.ts'
import { caseRefusals, type Identity, mergeRefusals } from '../../contract.ts'
import { eventsOf, type KeptEvent } from '../events.ts'
import { type OpenedFile, openedIn, sayingWhatKeyIsMissing } from '../opened.ts'
import { viewIn } from '../reach.ts'
import { insideFiles } from '../sealing/inside.ts'
import { identityOf, keyOf, type SealedPerson } from '../sealing/person.ts'

export type Whole = {
  file: Pick<OpenedFile, 'id'> & { person: SealedPerson }
  key: Buffer
  identity: Identity
  events: KeptEvent[]
}
type Asked = { communeId: string; keptId: string; keptOpening: string; goneId: string; goneOpening: string }

/** For those who see whole files: what somebody does not see they would merge blindly. */
export async function refuseNotPolice(context: Context, communeId: string): Promise<void> {
  if ((await viewIn(context, communeId))?.id !== 'police') throw refuse(caseRefusals.opens_for_others)
}

export async function inBoth<T>(
  context: Context,
  { communeId, keptId, keptOpening, goneId, goneOpening }: Asked,
  work: (files: Db, kept: Whole, gone: Whole) => Promise<T>,
): Promise<T> {
  if (keptId === goneId) throw refuse(mergeRefusals.merge_with_itself)
  await refuseNotPolice(context, communeId)
  const way = { communeId, readerId: context.person?.id ?? '', purpose: 'opened' }
  return sayingWhatKeyIsMissing(() =>
    insideFiles(context.db, way, async (files) => {
      const kept = await wholeOf(files, context, { communeId, fileId: keptId, openingId: keptOpening })
      const gone = await wholeOf(files, context, { communeId, fileId: goneId, openingId: goneOpening })
      return work(files, kept, gone)
    }),
  )
}

export async function wholeOf(
  files: Db,
  context: Context,
  opened: { communeId: string; fileId: string; openingId: string },
): Promise<Whole> {
  const file = await openedIn(files, context, opened)
  const key = keyOf(file.person)
  return { file, key, identity: identityOf(file.person), events: await eventsOf(files, opened.communeId, file.id, key) }
}

export const lastFolioOf = (events: readonly KeptEvent[]): number => Math.max(0, ...events.map(({ folio }) => folio))
export const byFolio = (events: readonly KeptEvent[]): KeptEvent[] =>
  events.toSorted((one, other) => one.folio - other.folio)
