// What the administrator does with cards: ours is named, given out and renewed; another one is registered, compared by
// telephone, revoked. None of it is of any commune, and none of it opens a file.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { platformRefusals, refuse } from '../../../platform/contract/refusal.ts'
import { carriesOut, type Db, type SignedInContext } from '../../../platform/server/slice.ts'
import { insideFiles, sayingWhatKeyIsMissing } from '../../cases/server/public.ts'
import {
  ConfirmCard,
  NameInstallation,
  farRefusals as no,
  RegisterCard,
  RenewKeys,
  RevokeCorrespondent,
} from '../contract.ts'
import { codeOf } from '../rules/far/code.ts'
import { applyCard, type Card, communesOf, readCard } from './far/cards.ts'
import { amongInstallations, correspondentIn } from './far/correspondents.ts'
import { installationIn, newKeys, ourselves } from './far/installation.ts'

const inside = <T>({ db, person }: SignedInContext, work: (files: Db) => Promise<T>): Promise<T> =>
  sayingWhatKeyIsMissing(() =>
    insideFiles(db, { communeId: '', readerId: person.id, purpose: amongInstallations }, work),
  )
const subject = (id: string) => `installation:${id}`

export const nameInstallation = carriesOut(NameInstallation, async (context, { name, servesId }) => {
  const { db, person, now, today } = context
  await communesOf(db, servesId, today)
  const { id, key, before } = await inside(context, async (files) => {
    const known = await installationIn(files)
    const ours = known?.id ?? uuidv7()
    await sql`
      insert into handover.installation (id, name, serves_id, changed_at) values (${ours}, ${name}, ${servesId}, ${now.toISOString()})
      on conflict (one) do update set name = excluded.name, serves_id = excluded.serves_id, changed_at = excluded.changed_at`.execute(
      files,
    )
    const made = known ? (await ourselves(files)).key : await newKeys(files, ours, person.id, now)
    return { id: ours, key: made.id, before: known }
  })
  return {
    answer: { code: codeOf(key) },
    audit: {
      subject: subject(id),
      before: before && { name: before.name, serves: before.serves_id },
      after: { name, serves: servesId, key },
    },
  }
})

export const renewKeys = carriesOut(RenewKeys, async (context) => {
  const { person, now } = context
  const { us, key } = await inside(context, async (files) => {
    const before = await ourselves(files)
    return { us: before, key: await newKeys(files, before.id, person.id, now) }
  })
  return {
    answer: { code: codeOf(key.id) },
    audit: { subject: subject(us.id), before: { key: us.key.id }, after: { key: key.id } },
  }
})

type KnownKey = { confirmed_at: string | null; ended_at: string | null; distrusted: boolean; card_made_at: string }

export const registerCard = carriesOut(RegisterCard, async (context) => {
  const card = readCard(context.bytes)
  const { installation: id, name, key } = card
  const confirmed = await inside(context, async (files) => {
    if ((await installationIn(files))?.id === id) throw refuse(no.card_of_ourselves)
    const { rows } = await sql<KnownKey>`
      select confirmed_at, ended_at, distrusted, card_made_at from handover.correspondent_key where id = ${key}`.execute(
      files,
    )
    return rows[0] ? cardAgain(files, context, card, rows[0]) : newCard(files, context, card)
  })
  return {
    answer: { id, name, code: codeOf(key), confirmed },
    audit: { subject: subject(id), after: { card: key, name, communes: card.serves.length, confirmed } },
  }
})

/** Signed by a key that is known: its name and communes are believed at once where the key is. */
async function cardAgain(files: Db, { today }: SignedInContext, card: Card, known: KnownKey): Promise<boolean> {
  if (known.distrusted || Date.parse(known.card_made_at) === Date.parse(card.madeAt)) throw refuse(no.card_known)
  if (known.ended_at || Date.parse(known.card_made_at) > Date.parse(card.madeAt))
    throw refuse(no.card_older, { name: card.name })
  await sql`update handover.correspondent_key set card = ${card.text}, card_made_at = ${card.madeAt} where id = ${card.key}`.execute(
    files,
  )
  if (known.confirmed_at) await applyCard(files, card, today)
  return known.confirmed_at !== null
}

/** A new key, of somebody new or of somebody known: until it is compared nothing of it counts. */
async function newCard(files: Db, { person, now }: SignedInContext, card: Card): Promise<boolean> {
  const { installation: id, key, name, madeAt, text } = card
  const at = now.toISOString()
  await sql`insert into handover.correspondent (id, name, registered_at, registered_by) values (${id}, ${name}, ${at}, ${person.id})
    on conflict (id) do nothing`.execute(files)
  const { rows } = await sql`
    select 1 from handover.correspondent_key where correspondent_id = ${id} and confirmed_at is not null and not distrusted
      and card_made_at > ${madeAt}`.execute(files)
  if (rows.length > 0) throw refuse(no.card_older, { name })
  await sql`
    insert into handover.correspondent_key (id, correspondent_id, box_public, sign_public, registered_at, registered_by, card, card_made_at)
    values (${key}, ${id}, ${card.boxKey}, ${card.signKey}, ${at}, ${person.id}, ${text}, ${madeAt})`.execute(files)
  return false
}

export const confirmCard = carriesOut(ConfirmCard, async (context, { id, key, with: whom }) => {
  const { person, now, today } = context
  const at = now.toISOString()
  await inside(context, async (files) => {
    const { rows } = await sql<{ confirmed_at: string | null; distrusted: boolean; card: string }>`
      select confirmed_at, distrusted, card from handover.correspondent_key where id = ${key} and correspondent_id = ${id} for update`.execute(
      files,
    )
    if (!rows[0]) throw refuse(platformRefusals.not_found)
    if (rows[0].confirmed_at) throw refuse(no.already_confirmed)
    if (rows[0].distrusted) throw refuse(no.card_distrusted)
    // The one before it signs for a while still; after a revocation a new card is a new beginning.
    await sql`update handover.correspondent_key set ended_at = ${at}
      where correspondent_id = ${id} and confirmed_at is not null and ended_at is null`.execute(files)
    await sql`update handover.correspondent_key set confirmed_at = ${at}, confirmed_by = ${person.id}, confirmed_with = ${whom}
      where id = ${key}`.execute(files)
    await sql`update handover.correspondent set revoked_at = null, revoked_by = null, revoked_why = null where id = ${id}`.execute(
      files,
    )
    await applyCard(files, readCard(Buffer.from(rows[0].card)), today)
  })
  return {
    answer: { confirmedAt: at },
    audit: { subject: subject(id), after: { card: key, comparedWith: whom } },
  }
})

export const revokeCorrespondent = carriesOut(RevokeCorrespondent, async (context, { id, why }) => {
  const at = context.now.toISOString()
  await inside(context, async (files) => {
    const known = await correspondentIn(files, id)
    if (!known) throw refuse(platformRefusals.not_found)
    if (known.revoked_at) throw refuse(no.correspondent_revoked, { name: known.name })
    await sql`update handover.correspondent set revoked_at = ${at}, revoked_by = ${context.person.id}, revoked_why = ${why}
      where id = ${id}`.execute(files)
    // Those that were not compared yet as well: a new beginning needs a new card.
    await sql`update handover.correspondent_key set distrusted = true where correspondent_id = ${id}`.execute(files)
  })
  return { answer: { revokedAt: at }, audit: { subject: subject(id), after: { revoked: why } } }
})
