// Corrects a published item openly: what it said before and why it was changed stay on the page for every reader.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { differing } from '../../../../platform/server/differing.ts'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { CorrectArticle } from '../../contract.ts'
import { portalRefusals as refusals } from '../../refusals.ts'
import { whyNotCorrect } from '../../rules.ts'
import { areaOfArticle, checkText, lockArticle, noteOf, programmeOfArticle, replaceText } from '../articles.ts'

export const correctArticle = carriesOut(
  CorrectArticle,
  async ({ db, now, person }, input) => {
    const article = await lockArticle(db, input.id, input.version)
    const refusal = whyNotCorrect(article, now)
    if (refusal) throw refusal
    if (article.title === input.title && article.summary === input.summary && article.body === input.body)
      throw refuse(refusals.nothing_changed, {}, 'body')
    await checkText(db, input, article.areaId, await programmeOfArticle(db, input.id))
    await sql`
      insert into article_correction (id, article_id, corrected_at, reason, earlier_title, earlier_summary, earlier_body, person_id)
      values (${uuidv7()}, ${input.id}, ${now}, ${input.because}, ${article.title}, ${article.summary}, ${article.body},
        ${person.id})`.execute(db)
    await replaceText(db, input, now)
    return {
      answer: { id: input.id, version: input.version + 1 },
      audit: {
        subject: `article:${input.id}`,
        ...differing(noteOf(article), { ...noteOf(input), because: input.because }),
      },
    }
  },
  ({ db }, { id }) => areaOfArticle(db, id),
)
