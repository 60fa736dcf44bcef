// The progress of a programme that is published as fact: public decisions only, never demonstration data.

import { refuse } from '../../../../platform/contract/refusal.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { programmeBySlug } from '../../../programme/server/public.ts'
import { ShowProgress } from '../../contract.ts'
import { recognitionRefusals as refusals } from '../../refusals.ts'
import { publicProgress } from '../published.ts'

export const showProgress = answers(ShowProgress, async ({ db, today, now }, input) => {
  const programme = await programmeBySlug(db, input.slug)
  if (!programme?.public) throw refuse(refusals.no_programme, { slug: input.slug })
  return { ...(await publicProgress(db, programme, input.on ?? programme.opensOn ?? today)), asOf: now.toISOString() }
})
