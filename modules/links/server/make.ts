// Makes links, lists them, withdraws one.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { platformRefusals, refuse } from '../../../platform/contract/refusal.ts'
import { answers, carriesOut, type Handler } from '../../../platform/server/slice.ts'
import { ListLinks, linkRefusals, MakeLinks, WithdrawLink } from '../contract.ts'
import { expiryOf, type LinkFacts, stateOfLink } from '../rules/link.ts'
import { codeHash, newCode, newToken, tokenHash } from './secret.ts'

type Asked = { id: string; name: string; number: number | null; ways: string[]; signed: boolean; open: boolean }

export const makeLinks: Handler = carriesOut(MakeLinks, async ({ db, person, now, today }, input) => {
  const { driveId, communeId, hamletId = null, entryIds, days } = input
  const { rows } = await sql<Asked>`
    select entry.id, entry.name, entry.number, asked.ways,
      exists (select 1 from commitment_promise promise where promise.entry_id = entry.id and promise.commune_id = entry.commune_id
        and promise.drive_id = drive.id and promise.void_number = 0) as signed,
      drive.published_on is not null and drive.opens_on <= works.day and drive.closes_on >= works.day
        and (drive.closed_on is null or drive.closed_on > works.day) as open
    from roster_entry entry
    join commitment_drive drive on drive.id = ${driveId}
    join area_coverage reach on reach.ancestor_id = drive.area_id and reach.unit_id = entry.commune_id
    join commitment_drive_group asked on asked.drive_id = drive.id and asked.group_id = entry.group_id
    left join programme on programme.id = drive.programme_id
    cross join lateral (select coalesce(case when drive.demo then programme.opens_on end, ${today}::date) as day) works
    where entry.commune_id = ${communeId} and entry.id = any(${entryIds}::uuid[]) and entry.ended_on is null
      and entry.hamlet_id is not distinct from ${hamletId}::uuid`.execute(db)
  if (rows.length < new Set(entryIds).size) throw refuse(linkRefusals.entry_unknown)
  if (rows.some(({ open }) => !open)) throw refuse(linkRefusals.drive_not_open)
  if (rows.some(({ signed }) => signed)) throw refuse(linkRefusals.signed_already)
  if (rows.some(({ ways }) => !ways.includes('phone-ink') && !ways.includes('phone-code')))
    throw refuse(linkRefusals.way_not_allowed)
  const expiresAt = expiryOf(now, days)
  const links = rows.map(({ id: entryId, name, number, ways }) => ({
    id: uuidv7(),
    entryId,
    name,
    number,
    token: newToken(),
    code: ways.includes('phone-code') ? newCode() : null,
    expiresAt: expiresAt.toISOString(),
  }))
  // A new link takes the place of an older one that is still open: two slips for one door would be one too many.
  await sql`
    update commitment_link set withdrawn_at = ${now}, withdrawn_by = ${person.id}
    where commune_id = ${communeId} and drive_id = ${driveId} and entry_id = any(${entryIds}::uuid[])
      and used_at is null and withdrawn_at is null`.execute(db)
  for (const { id, entryId, token, code } of links)
    await sql`
      insert into commitment_link (commune_id, id, drive_id, entry_id, hamlet_id, token_hash, code_hash, made_at, made_by, expires_at)
      values (${communeId}, ${id}, ${driveId}, ${entryId}, ${hamletId}, ${tokenHash(token)},
        ${code ? codeHash(id, code) : null}, ${now}, ${person.id}, ${expiresAt})`.execute(db)
  return {
    answer: { links },
    audit: {
      subject: `commitment-drive:${driveId}`,
      areaId: hamletId ?? communeId,
      after: { links: links.map(({ id, entryId }) => [id, entryId]), expiresAt },
    },
  }
})

type Row = { id: string; name: string; number: number | null; made_at: Date } & {
  expires_at: Date
  used_at: Date | null
  outcome: string | null
  withdrawn_at: Date | null
  wrong_codes: number
}
export const factsOf = (row: Omit<Row, 'id' | 'name' | 'number' | 'made_at'>): LinkFacts => ({
  expiresAt: new Date(row.expires_at),
  usedAt: row.used_at && new Date(row.used_at),
  outcome: row.outcome,
  withdrawnAt: row.withdrawn_at && new Date(row.withdrawn_at),
  wrongCodes: row.wrong_codes,
})

export const listLinks: Handler = answers(ListLinks, async ({ db, now }, { driveId, communeId, hamletId }) => {
  const { rows } = await sql<Row>`
    select link.id, entry.name, entry.number, link.made_at, link.expires_at, link.used_at, link.outcome, link.withdrawn_at,
      link.wrong_codes
    from commitment_link link
    join roster_entry entry on entry.commune_id = link.commune_id and entry.id = link.entry_id
    where link.commune_id = ${communeId} and link.drive_id = ${driveId}
      and (${hamletId ?? null}::uuid is null or link.hamlet_id = ${hamletId ?? null}::uuid)
    order by link.made_at desc, entry.number, link.id limit 500`.execute(db)
  return {
    links: rows.map((row) => ({
      id: row.id,
      name: row.name,
      number: row.number,
      state: stateOfLink(factsOf(row), now),
      madeAt: new Date(row.made_at).toISOString(),
      expiresAt: new Date(row.expires_at).toISOString(),
      usedAt: row.used_at && new Date(row.used_at).toISOString(),
    })),
  }
})

export const withdrawLink: Handler = carriesOut(
  WithdrawLink,
  async ({ db, person, now }, { communeId, id }) => {
    const { rows } = await sql<{ used: boolean }>`
      select used_at is not null as used from commitment_link where commune_id = ${communeId} and id = ${id} for update`.execute(
      db,
    )
    if (!rows[0]) throw refuse(platformRefusals.not_found)
    if (rows[0].used) throw refuse(linkRefusals.used_already)
    await sql`
      update commitment_link set withdrawn_at = coalesce(withdrawn_at, ${now}), withdrawn_by = coalesce(withdrawn_by, ${person.id})
      where commune_id = ${communeId} and id = ${id}`.execute(db)
    return { answer: { id }, audit: { subject: `commitment-link:${id}`, after: { withdrawn: true } } }
  },
  async ({ db }, { communeId, id }) => {
    const { rows } = await sql<{ area_id: string }>`
      select coalesce(hamlet_id, commune_id) as area_id from commitment_link where commune_id = ${communeId} and id = ${id}`.execute(
      db,
    )
    return rows[0]?.area_id
  },
)
