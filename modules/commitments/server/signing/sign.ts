// The operation by which signatures come in, from the office and from phones: calls that wait go through together.

import { carriesOutTogether, type Handler } from '../../../../platform/server/slice.ts'
import { Sign } from '../../contract/signing.ts'
import { signMany } from './sign-many.ts'
import { slotOf } from './store.ts'

export const sign: Handler = carriesOutTogether(
  Sign,
  ({ communeId, signatures }) => ({ key: String(slotOf(communeId)), weight: signatures.length }),
  async ({ db, today }, calls) => {
    const results = await signMany(
      db,
      today,
      calls.map(({ input, person }) => ({ ...input, personId: person.id })),
    )
    return calls.map(({ input }, index) => {
      const own = results[index] ?? []
      return {
        answer: { results: own },
        audit: {
          subject: `commitment-drive:${input.driveId}`,
          areaId: input.hamletId ?? input.communeId,
          // Who signed is in the promises themselves; the record of this call says which ones it brought, and what came of them.
          after: { signed: own.map(({ id, outcome, reason }) => (reason ? [id, outcome, reason] : [id, outcome])) },
        },
      }
    })
  },
)
