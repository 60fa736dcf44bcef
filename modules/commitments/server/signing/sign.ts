// The operation by which signatures come in, from the office and from phones: calls that wait go through together.

import { carriesOutTogether, type Handler } from '../../../../platform/server/slice.ts'
import { Sign } from '../../contract/signing.ts'
import type { Facts } from './facts.ts'
import { considerSignatures } from './sign-many.ts'
import { slotOf } from './store.ts'

export const sign: Handler = carriesOutTogether(
  Sign,
  ({ communeId, signatures }) => ({ key: String(slotOf(communeId)), weight: signatures.length }),
  (inputs) => {
    const { question, settle } = considerSignatures(inputs)
    return {
      question,
      judge: ({ today }, known: Facts, calls) => {
        const { results, writes } = settle(
          today,
          known,
          calls.map(({ at, person }) => ({ at, personId: person.id })),
        )
        const outcomes = calls.map(({ at }, index) => {
          const { driveId, hamletId, communeId } = inputs[at] as (typeof inputs)[number]
          const own = results[index] ?? []
          return {
            answer: { results: own },
            audit: {
              subject: `commitment-drive:${driveId}`,
              areaId: hamletId ?? communeId,
              // Who signed is in the promises themselves; the record of this call says which ones it brought, and what came of them.
              after: { signed: own.map(({ id, outcome, reason }) => (reason ? [id, outcome, reason] : [id, outcome])) },
            },
          }
        })
        return { outcomes, writes }
      },
    }
  },
)
