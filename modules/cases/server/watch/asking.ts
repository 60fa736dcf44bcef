// Writes a question about readings down, once: what it asks is sealed, for a rule about names tells of a name.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import type { ReadingRuleId } from '../../rules/reading/rules.ts'
import { onceOf, openWords, sealWords, type WordsKey, wordsKey } from '../sealing/statement.ts'

export type Asked = {
  communeId: string
  id: string
  rule: ReadingRuleId
  /** An opening; a reader and a night: asked once about it. */
  about: string
  readerId: string
  fileNumber: string | null
  openings: number
  since: string
  until: string
  foundAt: string
}

export async function storeQuestion(files: Db, asked: Asked): Promise<void> {
  const { communeId, id, rule, about, readerId, fileNumber, openings, since, until, foundAt } = asked
  const key = await wordsKey(files)
  await sql`
    insert into cases.reading_question (commune_id, id, sealed, once, reader_id, file_number, openings, since, until, found_at)
    values (${communeId}, ${id}, ${sealWords(key, `question ${id}`, { rule })}, ${onceOf(key, rule, about)}, ${readerId}, ${fileNumber},
      ${openings}, ${since}, ${until}, ${foundAt}) on conflict do nothing`.execute(files)
}

export const ruleAsked = (key: WordsKey, id: string, sealed: Buffer): ReadingRuleId | undefined =>
  openWords<{ rule: ReadingRuleId }>(key, `question ${id}`, sealed)?.rule
