// Looks at how lots came to be signed, place by place where something has changed, and asks where a pattern is found.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { decodeInk } from '../../../commitments/contract.ts'
import { drivesKnown } from '../../../commitments/server/public.ts'
import { patternsOf, type Signed } from '../../rules/patterns.ts'

type Changed = {
  commune_id: string
  drive_id: string
  place_id: string
  group_id: string
  hamlet_id: string | null
  body_id: string | null
  signed: number
  roster: number | null
}

/** A bounded piece of work at a time; what is left is looked at next time. */
const mostPlaces = 200

export async function lookForPatterns(db: Db, today: PlainDate): Promise<void> {
  for (const place of await changedPlaces(db)) await lookAt(db, place, today)
}

/** Places of published drives in which more or fewer have signed than when they were looked at; few that signed are left alone. */
async function changedPlaces(db: Db): Promise<Changed[]> {
  const { rows } = await sql<Changed>`
    with tallied as (
      select commune_id, drive_id, place_id, group_id, sum(signed)::int as signed from commitment_tally
      where drive_id in (select id from commitment_drive where published_on is not null)
      group by 1, 2, 3, 4
    )
    select tallied.*, hamlet.id as hamlet_id, body.id as body_id,
      (select sum(entries)::int from roster_count listed where listed.commune_id = tallied.commune_id
        and listed.place_id = tallied.place_id and listed.group_id = tallied.group_id) as roster
    from tallied
    left join verification_look looked using (commune_id, drive_id, place_id, group_id)
    left join area_unit hamlet on hamlet.id = tallied.place_id and hamlet.level = 'village'
    left join area_body body on body.id = tallied.place_id
    where tallied.signed >= 3 and looked.signed is distinct from tallied.signed limit ${mostPlaces}`.execute(db)
  return rows
}

async function lookAt(db: Db, place: Changed, today: PlainDate): Promise<void> {
  const found = patternsOf(await signedIn(db, place), place.roster)
  if (found.length > 0) {
    const drive = { driveId: place.drive_id, communeId: place.commune_id }
    const on = (await drivesKnown(db, [drive], today))(place.drive_id, place.commune_id)?.workday ?? today
    await sql`
      insert into verification_question (commune_id, id, drive_id, group_id, place_id, hamlet_id, body_id, found, asked_on, demo)
      select ${place.commune_id}, ${uuidv7()}, ${place.drive_id}, ${place.group_id}, ${place.place_id}, ${place.hamlet_id}::uuid,
        ${place.body_id}::uuid, ${JSON.stringify(found)}::jsonb, ${on}::date, demo
      from commitment_drive where id = ${place.drive_id}
      on conflict on constraint verification_question_once
        do update set found = excluded.found, version = verification_question.version + 1
        where verification_question.answered_on is null and verification_question.found <> excluded.found`.execute(db)
  }
  await sql`
    insert into verification_look (commune_id, drive_id, place_id, group_id, signed)
    values (${place.commune_id}, ${place.drive_id}, ${place.place_id}, ${place.group_id}, ${place.signed})
    on conflict (commune_id, drive_id, place_id, group_id) do update set signed = excluded.signed`.execute(db)
}

async function signedIn(db: Db, place: Changed): Promise<Signed[]> {
  const { rows } = await sql<{
    id: string
    way: string
    at: string
    on: string
    deviceId: string | null
    ink: Buffer | null
  }>`
    select promise.id, promise.way, promise.signed_at as at, promise.signed_on as on, promise.device_id as "deviceId", ink.ink
    from commitment_promise promise
    left join commitment_ink ink on ink.commune_id = promise.commune_id and ink.promise_id = promise.id
    where promise.commune_id = ${place.commune_id} and promise.place_id = ${place.place_id} and promise.drive_id = ${place.drive_id}
      and promise.group_id = ${place.group_id} and promise.void_number = 0`.execute(db)
  return rows.map((row) => ({ ...row, at: Date.parse(row.at), ink: (row.ink && decodeInk(row.ink)) ?? null }))
}
