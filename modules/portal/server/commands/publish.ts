// Publishes an item now, or says when it goes public.

import { sql } from 'kysely'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { PublishArticle } from '../../contract.ts'
import { whyNotPublish } from '../../rules.ts'
import { areaOfArticle, lockArticle } from '../articles.ts'

export const publishArticle = carriesOut(
  PublishArticle,
  async ({ db, now, person }, input) => {
    const article = await lockArticle(db, input.id, input.version)
    const asked = input.publishAt ? new Date(input.publishAt) : undefined
    const refusal = whyNotPublish(article, asked, now)
    if (refusal) throw refusal
    const publishAt = asked && asked > now ? asked : now
    await sql`
      update article set publish_at = ${publishAt}, published_by = ${person.id}, changed_at = ${now}, version = version + 1
      where id = ${input.id}`.execute(db)
    return {
      answer: { id: input.id, version: input.version + 1, publishAt: publishAt.toISOString() },
      audit: { subject: `article:${input.id}`, before: { publishAt: article.publishAt }, after: { publishAt } },
    }
  },
  ({ db }, { id }) => areaOfArticle(db, id),
)
