// What was reminded of and is still to be done: to the officer in charge and who stands in for them, later to the head.

import { sql } from 'kysely'
import { answers, carriesOut } from '../../../../platform/server/slice.ts'
import { ListReminders, MyReminders, SeeReminders } from '../../contract.ts'
import { viewIn, wayOf } from '../reach.ts'
import { readersNames } from '../readers.ts'
import { type Reminded, remindedIn } from '../reminded.ts'
import { insideFiles } from '../sealing/inside.ts'
import { communesWithFiles, insideWatch } from '../sealing/watching.ts'
import { placesWithin } from '../watch/places.ts'

const shown = (row: Reminded) => ({
  ...{ fileId: row.file_id, number: row.number, act: row.act, because: row.because, kind: row.kind },
  ...{ due: row.due_at, fresh: row.fresh },
})

export const listReminders = answers(ListReminders, async (context, { communeId }) => {
  const rows = await remindedIn(context, communeId)
  const names = await readersNames(
    context.db,
    rows.flatMap(({ officer_id }) => officer_id ?? []),
  )
  return {
    fresh: rows.filter(({ fresh }) => fresh).length,
    rows: rows.map((row) => ({
      ...{ ...shown(row), sentAt: row.sent_at },
      officer: row.officer_id ? (names.get(row.officer_id) ?? null) : null,
    })),
  }
})

/** Whoever reads files in a whole province is nobody's officer: the first communes are enough for the bell. */
const mostCommunes = 20
const mostRows = 12

export const myReminders = answers(MyReminders, async (context) => {
  const watching = { readerId: context.person?.id ?? '', purpose: 'watch' } as const
  const communes = await insideWatch(context.db, watching, communesWithFiles)
  const places = [...(await placesWithin(context.db, context.scope, communes)).values()].slice(0, mostCommunes)
  const rows = []
  for (const { id, name } of places)
    for (const row of await remindedIn(context, id))
      rows.push({ ...shown(row), ...{ communeId: id, commune: name, standsIn: row.stands_in } })
  return {
    late: rows.filter(({ kind }) => kind !== 'soon').length,
    soon: rows.filter(({ kind }) => kind === 'soon').length,
    fresh: rows.filter(({ fresh }) => fresh).length,
    freshIn: [...new Set(rows.flatMap(({ fresh, communeId }) => (fresh ? [communeId] : [])))],
    rows: rows.sort((one, other) => Date.parse(one.due) - Date.parse(other.due)).slice(0, mostRows),
  }
})

export const seeReminders = carriesOut(SeeReminders, async (context, { communeId }) => {
  const { db, person, now } = context
  const seenAt = now.toISOString()
  const way = wayOf(context, communeId, await viewIn(context, communeId), 'reminders')
  await insideFiles(db, way, (files) =>
    // Where no files are kept nobody is reminded.
    sql`insert into cases.reminders_seen (commune_id, reader_id, seen_at)
      select commune_id, ${person.id}, ${seenAt} from cases.commune where commune_id = ${communeId}
      on conflict (commune_id, reader_id) do update set seen_at = greatest(reminders_seen.seen_at, excluded.seen_at)`.execute(
      files,
    ),
  )
  return {
    answer: { seenAt },
    audit: { subject: `person:${person.id}`, areaId: communeId, after: { remindersSeen: true } },
  }
})
