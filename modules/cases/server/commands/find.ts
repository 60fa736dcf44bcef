// Finds files by what the person is called or by a number, without the database ever seeing either; or by the code of a copy.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { caseRefusals, type FileRow, FindFiles } from '../../contract.ts'
import { copyCodeIn } from '../forms/copy-code.ts'
import { copyOf } from '../forms/find-copy.ts'
import { sayingWhatKeyIsMissing } from '../opened.ts'
import { viewIn, wayOf } from '../reach.ts'
import { readersNames } from '../readers.ts'
import { holdsIn } from '../retention/read.ts'
import { type KeptRow, rowShown } from '../rows.ts'
import { insideFiles, type Way } from '../sealing/inside.ts'
import { indexKey } from '../sealing/keys.ts'
import { wordsAsked } from '../sealing/person.ts'

const most = 50

export const findFiles = carriesOut(FindFiles, async (context, { communeId, text, among }) => {
  const reach = await viewIn(context, communeId)
  const law = reach?.view.law ?? false
  const restricted = among === 'restricted'
  if (restricted && !(await holdsIn(context, 'cases.record', communeId))) throw refuse(caseRefusals.opens_for_others)
  const way = wayOf(context, communeId, reach, 'find')
  const code = copyCodeIn(text)
  const copy = code && reach ? await copyOf(context.db, way, reach.view, code) : undefined
  const asked = copy?.fileNumber ?? text
  const rows = code && !copy ? [] : await filesFound(context.db, way, { text: asked, law, most, restricted })
  const names = await readersNames(context.db, copy ? [copy.madeBy] : [])
  return {
    answer: {
      rows,
      law,
      copy:
        copy && rows.length > 0
          ? { code: copy.code, form: copy.form, by: names.get(copy.madeBy) ?? null, at: copy.at }
          : null,
    },
    // How many were found, never what was asked: that would put names into the audit.
    audit: {
      subject: `case-search:${communeId}`,
      areaId: communeId,
      after: { found: rows.length, ...(restricted && { among }) },
    },
  }
})

/**
 * The persons who bear every one of the words. Those of each word lie in the order of their ids, so that the lists are laid side by
 * side: nothing is gathered or sorted, however many bear a word like Nguyễn.
 */
export const withAll = (communeId: string, words: readonly Buffer[]) =>
  sql.join(
    words.map(
      (word) => sql`select person_id from cases.person_word where commune_id = ${communeId} and word = ${word}`,
    ),
    sql` intersect `,
  )

/** The number of a file that was merged finds the one that is kept. */
const standsFor = (communeId: string, number: string) => sql`
  with recursive way as (
    select id, merged_into from cases.file where commune_id = ${communeId} and number = ${number}
    union select file.id, file.merged_into from cases.file join way on file.id = way.merged_into where file.commune_id = ${communeId}
  ) select id from way`

export const fileNumberIn = (text: string): string | null =>
  /^hc-\d{4}-\d+$/i.test(text.trim()) ? text.trim().toUpperCase() : null

export function filesFound(
  db: Db,
  way: Way,
  asked: { text: string; law: boolean; most: number; restricted?: boolean },
): Promise<FileRow[]> {
  const { communeId } = way
  const { text, law, restricted = false } = asked
  return sayingWhatKeyIsMissing(() =>
    insideFiles(db, { ...way, plannedOnce: true }, async (files) => {
      const number = fileNumberIn(text)
      const words = number ? [] : wordsAsked(await indexKey(files), text)
      if (!number && words.length === 0) return []
      const found = await sql<KeptRow>`/* plan once */
        select file.id, file.number, file.status, file.status_since, file.next_due_at, file.closed_on, file.demo,
          person.id as person_id, person.wrapped_key, person.master_key, person.sealed
        from cases.file join cases.person on person.commune_id = file.commune_id and person.id = file.person_id
        where file.commune_id = ${communeId} and (file.restricted_on is not null) = ${restricted} and person.sealed is not null
          and file.merged_into is null and ${
            number
              ? sql`file.id in (${standsFor(communeId, number)})`
              : sql`file.person_id in (${withAll(communeId, words)})`
          }
        order by file.closed_on is not null, file.opened_at desc limit ${asked.most}`.execute(files)
      return found.rows.map((row) => rowShown(row, law))
    }),
  )
}
