// Enters an event into a file: its details are checked by its kind, the engine of the law judges it on all that is in the file,
// and what follows for lists is kept in the same transaction.

import { sql } from 'kysely'
import * as z from 'zod/mini'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { caseRefusals, eventRefusals, RecordEvent, ruleOfFiles } from '../../contract.ts'
import { type EventKind, enteredByDoing, eventKinds, type FileEvent } from '../../events.ts'
import { isCorrection } from '../../rules/effective.ts'
import { factsOf } from '../../rules/person-facts.ts'
import { judgeEvent } from '../../rules.ts'
import { checkCircle } from '../circle.ts'
import { eventsOf, storeEvent } from '../events.ts'
import { lawOn } from '../law.ts'
import { momentOf } from '../moment.ts'
import { inOpenedFile } from '../opened.ts'
import { viewIn } from '../reach.ts'
import { keepReading } from '../reading.ts'
import { identityOf, keyOf } from '../sealing/person.ts'

export const recordEvent = carriesOut(RecordEvent, async (context, input) => {
  const { communeId, fileId, id } = input
  const event = eventFrom(input)
  const mayWrite = (await viewIn(context, communeId))?.view.groups as readonly string[] | undefined
  if (!mayWrite?.includes(eventKinds[event.kind].group)) throw refuse(caseRefusals.opens_for_others)
  const now = momentOf(context.now)
  await checkCircle(context.db, communeId, context.today, event)
  const law = await lawOn(context.db, now.slice(0, 10))
  const done = await inOpenedFile(context, input, async (files, file) => {
    await lockFile(files, communeId, fileId, input.version)
    // What is over may still be put right.
    if (file.closedOn && eventKinds[event.kind].group !== 'correction')
      throw refuse(caseRefusals.closed, { day: file.closedOn })
    const key = keyOf(file.person)
    const identity = identityOf(file.person)
    const events = await eventsOf(files, communeId, fileId, key)
    if (events.some((other) => other.id === id)) throw refuse(caseRefusals.already_recorded)
    refuseTyped(event, events)
    const verdict = judgeEvent(factsOf(identity), events, event, now, law.choices)
    if (!verdict.ok) throw refuse(eventRefusals[verdict.fault], { article: verdict.article ?? ruleOfFiles })
    const folio = await storeEvent(files, { communeId, fileId, key, event, by: context.person.id, at: context.now })
    const read = { identity, events: [...events, event], now, law }
    const version = await keepReading(files, { communeId, fileId }, read)
    return { folio, version }
  })
  return {
    answer: done,
    audit: {
      subject: `case-file:${fileId}`,
      areaId: communeId,
      // Which event it was stands sealed in the file, and is erased with it: the audit outlives both, and many may read it.
      after: { event: id, folio: done.folio },
    },
  }
})

/** Two who write at once: the second waits here, and then sees that the file is another one. */
async function lockFile(files: Db, communeId: string, fileId: string, version: number): Promise<void> {
  const { rows } = await sql<{ version: number }>`
    select version from cases.file where commune_id = ${communeId} and id = ${fileId} for update`.execute(files)
  if (rows[0]?.version !== version) throw refuse(platformRefusals.changed_meanwhile)
}

/** What only doing it makes true is neither typed nor put right by typing. */
function refuseTyped(event: FileEvent, events: readonly FileEvent[]): void {
  const meant = isCorrection(event) ? events.find(({ id }) => id === event.details.of) : event
  if (meant && enteredByDoing.includes(meant.kind)) throw refuse(caseRefusals.hand_over_enters)
}

function eventFrom({ id, kind, at, details }: { id: string; kind: string; at: string; details: unknown }): FileEvent {
  if (!Object.hasOwn(eventKinds, kind)) throw refuse(caseRefusals.details_wrong, { fields: kind })
  const parsed = z.safeParse(eventKinds[kind as EventKind].details, details)
  if (!parsed.success)
    throw refuse(caseRefusals.details_wrong, {
      fields: [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))].join(', '),
    })
  return { id, kind, at, details: parsed.data } as FileEvent
}
