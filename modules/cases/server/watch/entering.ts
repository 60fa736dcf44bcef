// Enters what those who watch look at, as it comes with a demonstration: emergencies with their review, and questions.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import type { StakeId } from '../../contract.ts'
import type { ReadingRuleId } from '../../rules/reading/rules.ts'
import { storeEmergency } from '../commands/emergency.ts'
import { insideFiles } from '../sealing/inside.ts'
import { sealWords, wordsKey } from '../sealing/statement.ts'
import { storeQuestion } from './asking.ts'

export type WholeEmergency = {
  id: string
  fileId: string
  readerId: string
  at: Date
  stake: StakeId
  ground: string
  statement: string
  review?: { outcome: 'justified' | 'unjustified'; reason: string; by: string; at: Date }
}
export type WholeQuestion = {
  id: string
  rule: ReadingRuleId
  readerId: string
  fileNumber: string | null
  openings: number
  since: Date
  until: Date
}

export function enterWatch(
  db: Db,
  communeId: string,
  { emergencies, questions }: { emergencies: readonly WholeEmergency[]; questions: readonly WholeQuestion[] },
): Promise<void> {
  return insideFiles(db, { communeId, readerId: 'enter', purpose: 'enter' }, async (files) => {
    for (const { review, readerId, at, ...emergency } of emergencies) {
      const reader = { id: readerId, name: '', mayRecord: false }
      await storeEmergency(files, { ...emergency, communeId }, reader, at)
      if (!review) continue
      const reason = sealWords(await wordsKey(files), `review ${emergency.id}`, review.reason)
      await sql`update cases.emergency set outcome = ${review.outcome}, reason = ${reason}, reviewed_by = ${review.by},
          reviewed_at = ${review.at.toISOString()} where commune_id = ${communeId} and opening_id = ${emergency.id}`.execute(
        files,
      )
    }
    for (const { since, until, ...question } of questions)
      await storeQuestion(files, {
        ...{ ...question, communeId, about: question.id, since: since.toISOString(), until: until.toISOString() },
        foundAt: until.toISOString(),
      })
  })
}
