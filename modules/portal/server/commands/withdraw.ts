// Takes a published item off the portal; its address then says that it was withdrawn, when, and why.

import { sql } from 'kysely'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { WithdrawArticle } from '../../contract.ts'
import { whyNotCorrect } from '../../rules.ts'
import { areaOfArticle, lockArticle } from '../articles.ts'

export const withdrawArticle = carriesOut(
  WithdrawArticle,
  async ({ db, now }, input) => {
    const article = await lockArticle(db, input.id, input.version)
    const refusal = whyNotCorrect(article, now)
    if (refusal) throw refusal
    await sql`
      update article set withdrawn_at = ${now}, withdrawn_reason = ${input.because}, changed_at = ${now}, version = version + 1
      where id = ${input.id}`.execute(db)
    return {
      answer: { id: input.id, version: input.version + 1 },
      audit: { subject: `article:${input.id}`, after: { withdrawnBecause: input.because } },
    }
  },
  ({ db }, { id }) => areaOfArticle(db, id),
)
