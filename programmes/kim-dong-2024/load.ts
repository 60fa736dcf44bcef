// Loads the demonstration programme into an empty database, in one transaction; loading twice changes nothing.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../db/schema.generated.ts'
import { loadRoles } from '../../modules/access/server/starting-roles.ts'
import { rebuildCoverage } from '../../modules/areas/server/public.ts'
import type { Db } from '../../platform/server/slice.ts'
import { loadBodies } from './bodies.ts'
import { loadCommitments } from './commitments.ts'
import { loadDocuments } from './documents.ts'
import { loadFigures } from './figures.ts'
import { hamlets } from './hamlets.ts'
import { demoId, onRecordFrom } from './ids.ts'
import { loadMeetings } from './meetings.ts'
import { loadNews } from './news.ts'
import { loadObstacles } from './obstacles.ts'
import { grants, holders, people, posts } from './people.ts'
import { loadProgramme } from './programme.ts'
import { loadRecognition } from './recognition.ts'
import { loadStandards } from './standards.ts'
import { loadTargets } from './targets.ts'
import { loadTasks } from './tasks.ts'
import { denominators, successions, units } from './territory.ts'
import { loadVerification } from './verification.ts'

/** Loads everything that the demonstration shows. */
export const loadKimDong = (db: Kysely<DB>): Promise<void> => db.transaction().execute(loadKimDongInside)

/** The same as a part of a transaction that holds more. */
export async function loadKimDongInside(inside: Db): Promise<void> {
  await loadRoles(inside)
  await loadTerritory(inside)
  await loadBodies(inside)
  await loadPeople(inside)
  await loadProgramme(inside)
  await loadDocuments(inside)
  await loadTargets(inside)
  await loadStandards(inside)
  await loadRecognition(inside)
  await loadNews(inside)
  await loadTasks(inside)
  await loadObstacles(inside)
  await loadMeetings(inside)
  await loadCommitments(inside)
  await loadVerification(inside)
}

export async function loadTerritory(db: Db): Promise<void> {
  const all = [...units, ...hamlets]
  for (const unit of all) {
    await sql`
      insert into area_unit (id, code, name, type, level, valid_from, valid_to, lat, lon, position_approximate, area_km2)
      values (${unit.id}, ${unit.code}, ${unit.name}, ${unit.type}, ${unit.level}, ${unit.validFrom}, ${unit.validTo ?? null},
        ${unit.lat ?? null}, ${unit.lon ?? null}, ${unit.approximate ?? false}, ${unit.km2 ?? null}) on conflict (id) do nothing`.execute(
      db,
    )
  }
  for (const unit of all.filter((each) => each.parentId))
    await sql`
      insert into area_parent (unit_id, parent_id, valid_from, valid_to)
      values (${unit.id}, ${unit.parentId}, ${unit.validFrom}, ${unit.validTo ?? null}) on conflict (unit_id, valid_from) do nothing`.execute(
      db,
    )
  for (const each of successions)
    await sql`
      insert into area_succession (id, on_date, document, kind, from_id, to_id, share, note)
      values (${demoId(`succession:${each.on}:${each.from}:${each.to ?? ''}`)}, ${each.on}, ${each.document}, ${each.kind},
        ${each.from}, ${each.to ?? null}, ${each.share}, ${each.note ?? ''}) on conflict (id) do nothing`.execute(db)
  for (const each of denominators)
    await sql`
      insert into area_denominator (id, area_id, measure, as_of, value, source)
      values (${demoId(`denominator:${each.areaId}:${each.measure}:${each.asOf}`)}, ${each.areaId}, ${each.measure}, ${each.asOf},
        ${each.value}, ${each.source}) on conflict (id) do nothing`.execute(db)
  await loadFigures(db)
  await rebuildCoverage(db)
}

export async function loadPeople(db: Db): Promise<void> {
  for (const person of people)
    await sql`
      insert into person (id, name, email, demo) values (${person.id}, ${person.name}, ${person.email}, true)
      on conflict (id) do nothing`.execute(db)
  for (const post of posts)
    await sql`
      insert into post (id, area_id, kind, title_vi, title_en, body_id)
      values (${post.id}, ${post.areaId}, ${post.kind}, ${post.vi}, ${post.en}, ${post.bodyId ?? null})
      on conflict (id) do nothing`.execute(db)
  for (const post of posts.filter((each) => each.reportsTo))
    await sql`update post set reports_to_id = ${post.reportsTo} where id = ${post.id} and reports_to_id is null`.execute(
      db,
    )
  for (const holder of holders)
    await sql`
      insert into post_holder (post_id, person_id, valid_from, valid_to)
      values (${holder.postId}, ${holder.personId}, ${holder.from}, ${holder.to ?? null}) on conflict do nothing`.execute(
      db,
    )
  for (const each of grants)
    await sql`
      insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
      values (${demoId(`grant:${each.personId}:${each.role}`)}, ${each.personId}, ${each.role}, ${each.areaId}, ${onRecordFrom},
        'Dữ liệu minh họa') on conflict (id) do nothing`.execute(db)
}
