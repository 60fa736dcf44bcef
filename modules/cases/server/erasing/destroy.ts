// Destroys who a file is of, in every table of the files: the key, whatever it sealed, the words of the index, the events. What
// stays names nobody. `reach` says of each table what happens; a table that is not in it fails the tests.

import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import { eraseElsewhere } from './elsewhere.ts'

type Of = { communeId: string; personId: string; on: string }
type Reach = { does: 'destroys' | 'blanks' | 'keeps'; why: string; run?: (of: Of) => RawBuilder<unknown> }

const filesOf = ({ communeId, personId }: Of) =>
  sql`(select id from cases.file where commune_id = ${communeId} and person_id = ${personId})`
const destroys = (table: string, why: string): Reach => ({
  does: 'destroys',
  why,
  run: (of) =>
    sql`delete from ${sql.table(`cases.${table}`)} where commune_id = ${of.communeId} and file_id in ${filesOf(of)}`,
})
const blanks = (table: string, set: string, why: string): Reach => ({
  does: 'blanks',
  why,
  run: (of) =>
    sql`update ${sql.table(`cases.${table}`)} set ${sql.raw(set)} where commune_id = ${of.communeId} and file_id in ${filesOf(of)}`,
})

/** In the order in which it is done. */
export const reach: Readonly<Record<string, Reach>> = {
  person_word: {
    does: 'destroys',
    why: 'By its words the person would still be found',
    run: ({ communeId, personId }) =>
      sql`delete from cases.person_word where commune_id = ${communeId} and person_id = ${personId}`,
  },
  event: destroys('event', 'What happened, when and on which paper, tells who it was to whoever was there'),
  opening: blanks(
    'opening',
    'sealed = null',
    'Who read stays on record; the words of a ground, and what reader and person had in common, do not',
  ),
  emergency: {
    does: 'blanks',
    why: 'That it was opened and reviewed stays; what was said of it may name the person',
    run: (of) =>
      sql`update cases.emergency set sealed = ''::bytea, reason = case when reason is not null then ''::bytea end
        where commune_id = ${of.communeId} and opening_id in (
          select id from cases.opening where commune_id = ${of.communeId} and file_id in ${filesOf(of)})`,
  },
  reading_question: {
    does: 'blanks',
    why: 'What was asked of the reader stays; which file it was about does not, for a shared name would tell of it',
    run: (of) =>
      sql`update cases.reading_question set file_number = null, once = sha256(uuid_send(gen_random_uuid())), reason = case when reason is not null then ''::bytea end
        where commune_id = ${of.communeId} and file_number in (
          select number from cases.file where commune_id = ${of.communeId} and person_id = ${of.personId})`,
  },
  hold: blanks('hold', 'sealed = null', 'That it was held stays; ground and paper may name the person'),
  request: blanks(
    'request',
    'sealed = null, answer = null, extension = null',
    'That and when it was answered stays; the words do not',
  ),
  work_item: destroys('work_item', 'What is to be done tells where the person stands'),
  work_of_member: destroys('work_of_member', 'The same, for whoever helps'),
  team_member: destroys('team_member', 'Whoever helps would tell of whom'),
  reminder: destroys('reminder', 'What was reminded of tells where the person stood'),
  form_copy: {
    does: 'blanks',
    why: 'That a form left the file stays, by its code; by what event does not',
    run: (of) =>
      sql`update cases.form_copy set event_id = null where commune_id = ${of.communeId} and file_id in ${filesOf(of)}`,
  },
  register_row: {
    does: 'blanks',
    why: 'That a register with a row of the file left stays, by its code; by what event does not',
    run: (of) =>
      sql`update cases.register_row set event_id = null where commune_id = ${of.communeId} and file_id in ${filesOf(of)}`,
  },
  register_copy: {
    does: 'blanks',
    why: 'That a register left stays; the words of its ground may name the person',
    run: (of) =>
      sql`update cases.register_copy set sealed = null where commune_id = ${of.communeId} and code in (
        select code from cases.register_row where commune_id = ${of.communeId} and file_id in ${filesOf(of)})`,
  },
  pair: {
    does: 'destroys',
    why: 'Why it was taken for another person',
    run: (of) =>
      sql`delete from cases.pair where commune_id = ${of.communeId} and (one_id in ${filesOf(of)} or other_id in ${filesOf(of)})`,
  },
  merge: {
    does: 'blanks',
    why: 'That two files became one stays; who the person was before and after does not',
    run: (of) =>
      sql`update cases.merge set sealed = ''::bytea where commune_id = ${of.communeId} and kept_id in ${filesOf(of)}`,
  },
  moved_event: { does: 'keeps', why: 'Which number of a paper went to which file' },
  import: { does: 'keeps', why: 'Sealed with a key of its own, which is destroyed after 14 days at most' },
  import_row: { does: 'keeps', why: 'Sealed with the key of its import; gone with it' },
  import_columns: { does: 'keeps', why: 'Of readers, not of persons' },
  issued: { does: 'keeps', why: 'Serials alone: by them the papers are collected' },
  erasure: {
    does: 'blanks',
    why: 'The certificate stays; the words of the proposal do not',
    run: ({ communeId, personId }) =>
      sql`update cases.erasure set reason = null where commune_id = ${communeId} and person_id = ${personId}`,
  },
  file: {
    does: 'blanks',
    why: 'The number stays, so that it is never given again; days and status go',
    run: ({ communeId, personId }) =>
      sql`update cases.file set status = null, status_since = null, next_due_at = null, settled_on = null, kept_as = null,
        opened_at = date_trunc('year', opened_at), closed_on = date_trunc('year', opened_at)::date,
        restricted_on = date_trunc('year', opened_at)::date, officer_id = null, officer_since = null, inherited_from = null,
        next_read_at = null, version = version + 1
        where commune_id = ${communeId} and person_id = ${personId}`,
  },
  person: {
    does: 'destroys',
    why: 'The key of the person, and with it whatever else it sealed anywhere',
    run: ({ communeId, personId, on }) =>
      sql`update cases.person set wrapped_key = null, master_key = null, sealed = null, erased_on = ${on}::date, version = version + 1
        where commune_id = ${communeId} and id = ${personId} and erased_on is null`,
  },
  past: { does: 'keeps', why: 'Names nobody and leads to nobody' },
  reminders_seen: { does: 'keeps', why: 'Of readers, not of persons' },
  commune: { does: 'keeps', why: 'That a commune keeps files' },
  month_count: { does: 'keeps', why: 'Numbers' },
  reader_home: { does: 'keeps', why: 'Of readers, not of persons' },
  keeping: { does: 'keeps', why: 'Work on the tables as a whole' },
  foreign_session: { does: 'keeps', why: 'Of the database, not of persons' },
  index_key: { does: 'keeps', why: 'The one key of the index; the words of the person are gone' },
}

/** As the keeper of the tables, with whom the files that were merged into these are of. Done twice it changes nothing. */
export async function destroyPerson(inside: Db, of: Of): Promise<void> {
  for (const personId of await personsOf(inside, of)) {
    const { rows } = await sql<{ id: string }>`select id from ${filesOf({ ...of, personId })} as mine`.execute(inside)
    await eraseElsewhere(
      inside,
      rows.map(({ id }) => id),
    )
    for (const { run } of Object.values(reach)) if (run) await run({ ...of, personId }).execute(inside)
  }
}

/** One person may be kept under several ids: those of the files that turned out to be theirs as well. */
export async function personsOf(inside: Db, { communeId, personId }: Omit<Of, 'on'>): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    with recursive way as (
      select id, person_id from cases.file where commune_id = ${communeId} and person_id = ${personId}
      union select file.id, file.person_id from cases.file join way on file.merged_into = way.id where file.commune_id = ${communeId}
    ) select distinct person_id as "personId" from way`.execute(inside)
  return [...new Set([personId, ...rows.map((row) => row.personId)])]
}
