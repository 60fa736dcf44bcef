// Changes an item that no reader has seen yet.

import { differing } from '../../../../platform/server/differing.ts'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { ChangeArticle } from '../../contract.ts'
import { whyNotChange } from '../../rules.ts'
import { areaOfArticle, checkText, lockArticle, noteOf, programmeOfArticle, replaceText } from '../articles.ts'

export const changeArticle = carriesOut(
  ChangeArticle,
  async ({ db, now }, input) => {
    const article = await lockArticle(db, input.id, input.version)
    const refusal = whyNotChange(article, now)
    if (refusal) throw refusal
    await checkText(db, input, article.areaId, await programmeOfArticle(db, input.id))
    await replaceText(db, input, now)
    return {
      answer: { id: input.id, version: input.version + 1 },
      audit: { subject: `article:${input.id}`, ...differing(noteOf(article), noteOf(input)) },
    }
  },
  ({ db }, { id }) => areaOfArticle(db, id),
)
