// A post goes from one holder to the next on a day: the one before ends, the one after begins, the open work goes along.

import { sql } from 'kysely'
import { platformRefusals, Refusal, refuse } from '../../../../platform/contract/refusal.ts'
import { type Context, carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { HandOverPost } from '../../contract/posts.ts'
import { refusals } from '../../contract/refusals.ts'
import { inheritedWork } from '../inheritance.ts'
import { areaOfPost } from '../post-rows.ts'
import { personWithin } from '../standing.ts'

type Holder = { person_id: string; name: string; valid_from: string; valid_to: string | null }

export const handOver = carriesOut(
  HandOverPost,
  async (context, { postId, version, personId, from, document }) => {
    const { db } = context
    await holdPost(db, postId, version)
    const next = personId ? await nextHolder(context, personId) : null
    const before = await holderOn(db, postId, from)
    if (before && before.person_id === personId)
      throw refuse(refusals.holder_already, { name: before.name }, 'personId')
    if (!before && !next) throw refuse(refusals.vacant_already)
    const end = await endOfNext(db, postId, before, from)
    if (before) {
      if (before.valid_from === from) throw refuse(refusals.held_later, { from: before.valid_from }, 'from')
      await sql`
        update post_holder set valid_to = ${from}
        where post_id = ${postId} and person_id = ${before.person_id} and valid_from = ${before.valid_from}`.execute(db)
    }
    if (next)
      await sql`
        insert into post_holder (post_id, person_id, valid_from, valid_to, document)
        values (${postId}, ${next.id}, ${from}, ${end}, ${document})`.execute(db)
    await endActing(db, postId, from, before?.person_id)
    const bumped = await sql<{ version: number }>`
      update post set version = version + 1 where id = ${postId} returning version`.execute(db)
    const inherited = await inheritedWork(db, { postId, on: from })
    return {
      answer: {
        version: bumped.rows[0]?.version ?? version + 1,
        before: before ? { id: before.person_id, name: before.name } : null,
        after: next,
        inherited,
      },
      audit: {
        subject: `post:${postId}`,
        before: { holder: before?.person_id ?? null, from: before?.valid_from ?? null, to: before?.valid_to ?? null },
        after: { holder: personId, from, to: end, document, inherited: inherited.length },
      },
    }
  },
  ({ db }, { postId }) => areaOfPost(db, postId),
)

async function holdPost(db: Db, postId: string, version: number): Promise<void> {
  const found = await sql<{ version: number }>`select version from post where id = ${postId} for update`.execute(db)
  const post = found.rows[0]
  if (!post) throw refuse(platformRefusals.not_found)
  if (post.version !== version)
    throw new Refusal(platformRefusals.changed_meanwhile, { extra: { current: { version: post.version } } })
}

/** Somebody within the reach of the one who hands over. */
async function nextHolder({ db, scope, today }: Context, id: string): Promise<{ id: string; name: string }> {
  const found = await sql<{ name: string; disabled_on: string | null }>`
    select name, disabled_on from person where id = ${id} and ${personWithin(scope, sql.ref('person.id'))} for share`.execute(
    db,
  )
  const person = found.rows[0]
  if (!person) throw refuse(refusals.no_such_person, {}, 'personId')
  if (person.disabled_on !== null && person.disabled_on <= today) throw refuse(refusals.person_disabled, {}, 'personId')
  return { id, name: person.name }
}

async function holderOn(db: Db, postId: string, on: string): Promise<Holder | undefined> {
  const found = await sql<Holder>`
    select person_id, person.name, valid_from, valid_to from post_holder join person on person.id = person_id
    where post_id = ${postId} and valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)`.execute(
    db,
  )
  return found.rows[0]
}

/** The next holder stays until the one before would have ended, or until the one who is already on record begins. */
async function endOfNext(db: Db, postId: string, before: Holder | undefined, from: string): Promise<string | null> {
  const later = await sql<{ valid_from: string }>`
    select min(valid_from) as valid_from from post_holder where post_id = ${postId} and valid_from > ${from}::date`.execute(
    db,
  )
  return later.rows[0]?.valid_from ?? before?.valid_to ?? null
}

/** Whoever acted for the former holder acts no longer. */
async function endActing(db: Db, postId: string, from: string, formerId: string | undefined): Promise<void> {
  if (!formerId) return
  await sql`
    update delegation set revoked_on = greatest(${from}::date, valid_from)
    where post_id = ${postId} and from_person_id = ${formerId} and valid_to > ${from}::date
      and (revoked_on is null or revoked_on > ${from}::date)`.execute(db)
}
