// What two files would come to as one: told before anything is merged.

import { answers } from '../../../../platform/server/slice.ts'
import { type LifeShown, LookAtMerge } from '../../contract.ts'
import { faultsOfUnion, mergedIdentity, twinsOf } from '../../rules/merging.ts'
import { factsOf } from '../../rules/person-facts.ts'
import { readLife } from '../../rules.ts'
import type { KeptEvent } from '../events.ts'
import { lawOn } from '../law.ts'
import { momentOf } from '../moment.ts'
import { byFolio, inBoth, lastFolioOf } from './both.ts'

export const lookAtMerge = answers(LookAtMerge, (context, input) =>
  inBoth(context, input, async (files, kept, gone) => {
    const now = momentOf(context.now)
    const law = (await lawOn(files, now.slice(0, 10))).choices
    const identity = mergedIdentity(kept.identity, gone.identity, input)
    const twins = twinsOf(kept.events, gone.events)
    const facts = factsOf(identity)
    const moving = byFolio(gone.events).filter(({ id }) => !twins.has(id))
    const union = [...kept.events, ...moving]
    const faults = faultsOfUnion(facts, union, now, law)
    const first = lastFolioOf(kept.events) + 1
    const becomes = new Map(moving.map(({ id }, place) => [id, first + place]))
    const shown = (side: 'kept' | 'gone') => (event: KeptEvent) => ({
      ...{ id: event.id, side, kind: event.kind, at: event.at, folio: event.folio },
      details: { ...event.details },
      becomes: side === 'kept' ? event.folio : (becomes.get(event.id) ?? null),
      fault: faults.get(event.id) ?? null,
    })
    const statusOf = ({ identity: own, events }: typeof kept) =>
      readLife(factsOf(own), events, now, law).status?.kind ?? null
    return {
      identity,
      events: [...kept.events.map(shown('kept')), ...gone.events.map(shown('gone'))].sort((one, other) =>
        one.at === other.at ? 0 : one.at < other.at ? -1 : 1,
      ),
      status: { kept: statusOf(kept), gone: statusOf(gone) },
      life: structuredClone(readLife(facts, union, now, law)) as LifeShown,
    }
  }),
)
