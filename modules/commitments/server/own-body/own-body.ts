// What the head of a body sees and takes: the members of the bodies whose post the person holds on the day of the drive.

import { type RawBuilder, sql } from 'kysely'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { type Scope, within } from '../../../../platform/server/rights.ts'
import { answers, carriesOut, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { ListOwnSigners, SignOwnBody } from '../../contract/own-body.ts'
import type { SigningReason, SigningResult, Way } from '../../contract/signing.ts'
import type { Counterpart, HeldOver } from '../../rules/countersigning.ts'
import { currentText } from '../../rules/signing.ts'
import { heldOver, type Reader, waitsFor } from '../following/held-over.ts'
import { signMany } from '../signing/sign-many.ts'

type Own = { drive_id: string; vi: string; en: string; closes_on: string; workday: string } & {
  body_id: string
  body: string
  commune_id: string
}

/** Bodies of the posts held, with each drive that takes signatures there; a demonstration works on its own day. */
async function ownBodies(
  db: Db,
  asked: { personId: string; scope: Scope; today: string; only?: RawBuilder<boolean> },
): Promise<Own[]> {
  const { personId, scope, today, only = sql<boolean>`true` } = asked
  const { rows } = await sql<Own>`
    select distinct drive.id as drive_id, drive.name_vi as vi, drive.name_en as en, drive.closes_on, day.workday,
      body.id as body_id, body.name as body, body.area_id as commune_id
    from post_holder holder
    join post on post.id = holder.post_id
    join area_body body on body.id = post.body_id
    join area_coverage reach on reach.unit_id = body.area_id
    join commitment_drive drive on drive.area_id = reach.ancestor_id
    left join programme on programme.id = drive.programme_id
    cross join lateral (select coalesce(case when drive.demo then programme.opens_on end, ${today}::date) as workday) day
    where holder.person_id = ${personId} and holder.valid_from <= day.workday
      and (holder.valid_to is null or holder.valid_to > day.workday)
      and drive.published_on <= day.workday and drive.closes_on >= day.workday
      and (drive.closed_on is null or drive.closed_on > day.workday)
      and ${within(scope, sql.ref('body.area_id'))} and ${only}
    order by drive.closes_on, drive.id, body.name`.execute(db)
  return rows
}

/** The bodies whose members this person may have sign now, or the one of them that is asked for. */
export async function signingBodies(
  db: Db,
  { bodyId, ...asked }: { personId: string; scope: Scope; today: string; bodyId?: string },
): Promise<{ id: string; communeId: string }[]> {
  const only = bodyId ? sql<boolean>`body.id = ${bodyId}` : sql<boolean>`true`
  const own = await ownBodies(db, { ...asked, only })
  return [...new Map(own.map((each) => [each.body_id, { id: each.body_id, communeId: each.commune_id }])).values()]
}

export const listOwnSigners: Handler = answers(ListOwnSigners, async ({ db, scope, scopeFor, person, today }) => {
  if (!person) throw refuse(platformRefusals.not_signed_in)
  const own = await ownBodies(db, { personId: person.id, scope, today })
  return { drives: await Promise.all(own.map((each) => shownOf(db, each, { personId: person.id, scopeFor }))) }
})

type Text = { number: number; effectiveOn: string; opening: string; promises: string[]; closing: string }

type Member = Omit<OutputOf<typeof ListOwnSigners>['drives'][number]['signers'][number], 'signed'> & {
  promiseId: string | null
  signedOn: string | null
  countersignedOn: string | null
  counterpart: Counterpart
  held: HeldOver | null
}

async function shownOf(db: Db, own: Own, reader: Pick<Reader, 'personId' | 'scopeFor'>) {
  const groups = await sql<{ id: string; vi: string; en: string; ways: Way[]; texts: Text[] }>`
    select asked.group_id as id, kind.name_vi as vi, kind.name_en as en, asked.ways,
      (select json_agg(json_build_object('number', number, 'effectiveOn', effective_on, 'opening', opening, 'promises', promises,
        'closing', closing) order by number) from commitment_text wording
        where wording.drive_id = asked.drive_id and wording.group_id = asked.group_id) as texts
    from commitment_drive_group asked join commitment_group kind on kind.id = asked.group_id
    where asked.drive_id = ${own.drive_id} order by kind.position`.execute(db)
  const place = {
    communeId: sql.ref('entry.commune_id'),
    hamletId: sql.ref('entry.hamlet_id'),
    bodyId: sql.ref('entry.body_id'),
  }
  const signers = await sql<Member>`
    select entry.id, entry.number, entry.name, entry.group_id as "groupId", promise.id as "promiseId",
      promise.signed_on as "signedOn", promise.countersigned_on as "countersignedOn", asked.counterpart,
      case when promise.countersigned_on is null and asked.countersign and promise.id is not null
        then ${heldOver({ ...reader, workday: sql`${own.workday}::date` }, place)} end as held
    from roster_entry entry
    join commitment_drive_group asked on asked.drive_id = ${own.drive_id} and asked.group_id = entry.group_id
    left join commitment_promise promise on promise.commune_id = entry.commune_id and promise.entry_id = entry.id
      and promise.drive_id = ${own.drive_id} and promise.void_number = 0
    where entry.commune_id = ${own.commune_id} and entry.body_id = ${own.body_id} and entry.ended_on is null
      and entry.since <= ${own.workday}::date
    order by entry.number nulls last, entry.id limit 2000`.execute(db)
  const here = new Set(signers.rows.map(({ groupId }) => groupId))
  return {
    id: own.drive_id,
    name: { vi: own.vi, en: own.en },
    closesOn: own.closes_on,
    body: { id: own.body_id, name: own.body, communeId: own.commune_id },
    groups: groups.rows
      .filter(({ id }) => here.has(id))
      .flatMap(({ id, vi, en, ways, texts }) => {
        const text = texts.find(({ number }) => number === currentText({ texts }, own.workday))
        return text ? [{ id, name: { vi, en }, ways, text }] : []
      }),
    signers: signers.rows.map(memberOf),
  }
}

const memberOf = ({ id, number, name, groupId, promiseId, signedOn, countersignedOn, counterpart, held }: Member) => ({
  id,
  number,
  name,
  groupId,
  signed:
    promiseId && signedOn
      ? { id: promiseId, on: signedOn, countersignedOn, waits: held && waitsFor(counterpart, held) }
      : null,
})

export const signOwnBody: Handler = carriesOut(SignOwnBody, async ({ db, rights, person, today }, input) => {
  const { driveId, communeId, bodyId, signatures } = input
  const roots = rights.filter(({ permission }) => permission === 'commitments.own-body')
  const scope: Scope = {
    everywhere: roots.some(({ areaId }) => areaId === null),
    roots: roots.flatMap(({ areaId }) => areaId ?? []),
  }
  const only = sql<boolean>`drive.id = ${driveId} and body.id = ${bodyId} and body.area_id = ${communeId}`
  const own = await ownBodies(db, { personId: person.id, scope, today, only })
  if (own.length === 0) throw refuse(platformRefusals.not_found)
  const members = await sql<{ id: string }>`
    select id from roster_entry where commune_id = ${communeId} and body_id = ${bodyId}
      and id = any(${signatures.map(({ entryId }) => entryId)}::uuid[])`.execute(db)
  const known = new Set(members.rows.map(({ id }) => id))
  const [judged = []] = await signMany(db, today, [
    {
      driveId,
      communeId,
      hamletId: null,
      personId: person.id,
      signatures: signatures.filter(({ entryId }) => known.has(entryId.toLowerCase())),
    },
  ])
  // Whoever is not of the body reads as unknown, as everywhere.
  const unknown: Omit<SigningResult, 'id'> = { outcome: 'refused', reason: 'entry_unknown' satisfies SigningReason }
  const results = signatures.map(({ id }) => judged.find((one) => one.id === id) ?? { id, ...unknown })
  return {
    answer: { results },
    audit: {
      subject: `commitment-drive:${driveId}`,
      areaId: communeId,
      after: {
        bodyId,
        signed: results.map(({ id, outcome, reason }) => (reason ? [id, outcome, reason] : [id, outcome])),
      },
    },
  }
})
