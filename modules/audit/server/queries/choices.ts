// What the list can be filtered by: people and areas in reach that fit the typed text, and the operations there are.

import { sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import type { Operation } from '../../../../platform/contract/operation.ts'
import { unitName } from '../../../../platform/contract/unit-name.ts'
import type { Bilingual } from '../../../../platform/contract/words.ts'
import { type Scope, within } from '../../../../platform/server/rights.ts'
import { answers, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { ListAuditChoices } from '../../contract.ts'
import { events } from '../titles.ts'

const most = 20
type Named = { name: string; title: Bilingual }

export const listAuditChoices = (operations: () => readonly Operation[]): Handler =>
  answers(ListAuditChoices, async ({ db, scope, language }, { text = '' }) => {
    const key = nameKey(text)
    const recorded = operations()
      .filter((operation) => operation.kind === 'command' || operation.sensitive)
      .map(({ name, title }): Named => ({ name, title }))
    const fits = ({ name, title }: Named) => [name, title.vi, title.en].some((words) => nameKey(words).includes(key))
    return {
      people: await peopleLike(db, scope, key),
      areas: (await areasLike(db, scope, key)).map(({ type, name, ...unit }) => ({
        ...unit,
        name: unitName({ type, name }, language),
      })),
      operations: [...recorded, ...Object.entries(events).map(([name, title]): Named => ({ name, title }))].filter(
        fits,
      ),
    }
  })

const pattern = (key: string): string => `%${key.replace(/[\\%_]/g, '\\$&')}%`

async function peopleLike(db: Db, scope: Scope, key: string): Promise<{ id: string; name: string }[]> {
  const found = await sql<{ id: string; name: string }>`
    select person.id, person.name from person
    where area_name_key(person.name) like ${pattern(key)} and (${scope.everywhere} or exists (
      select 1 from access_grant held where held.person_id = person.id and ${within(scope, sql.ref('held.area_id'))}))
    order by person.name, person.id limit ${most}`.execute(db)
  return found.rows
}

type Unit = { id: string; code: string; name: string; type: string }
async function areasLike(db: Db, scope: Scope, key: string): Promise<Unit[]> {
  const found = await sql<Unit>`
    select area_unit.id, area_unit.code, area_unit.name, area_unit.type from area_unit
    where (name_key like ${pattern(key)} or code = ${key}) and ${within(scope, sql.ref('area_unit.id'))}
    order by area_unit.valid_to desc nulls first, area_unit.name, area_unit.id limit ${most}`.execute(db)
  return found.rows
}
