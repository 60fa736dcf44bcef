// The language in which the product speaks to a person.

import { sql } from 'kysely'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { SetLanguage } from '../../contract/me.ts'

export const setLanguage = carriesOut(SetLanguage, async ({ db, person }, { language }) => {
  await sql`update person set language = ${language} where id = ${person.id}`.execute(db)
  return {
    answer: { language },
    audit: { subject: `person:${person.id}`, before: { language: person.language }, after: { language } },
  }
})
