// What the engine looks at of who a person is.

import type * as z from 'zod/mini'
import type { IdentityShown } from '../contract.ts'
import type { PersonFacts } from './facts.ts'

type Known = z.output<typeof IdentityShown>

const factNames = {
  pregnant: 'pregnant',
  'cares-for-child': 'caresForChildUnder36Months',
  'no-capacity': 'noCapacity',
  'no-stable-residence': 'noStableResidence',
  'no-papers': 'noPapers',
} as const satisfies Record<NonNullable<Known['circumstances']>[number]['what'], keyof PersonFacts>

export function factsOf({ birth, sex, circumstances = [] }: Known): PersonFacts {
  const facts: PersonFacts = { ...(birth && { birthDate: birth }), ...(sex && { sex }) }
  for (const { what, from, until } of circumstances) {
    const name = factNames[what]
    facts[name] = [...(facts[name] ?? []), { from, ...(until && { until }) }]
  }
  return facts
}
