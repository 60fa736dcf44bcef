// Which registers a reader may make here, and those that left: for those who may make them too.

import { sql } from 'kysely'
import { answers } from '../../../../platform/server/slice.ts'
import { ListRegisters, purposeIds, purposes } from '../../contract.ts'
import { mayMakeRegister } from '../../registers/register.ts'
import { isRegister, registerIds, registerOf } from '../../registers.ts'
import { viewIn, wayOf } from '../reach.ts'
import { readersNames } from '../readers.ts'
import { insideFiles } from '../sealing/inside.ts'
import { openWords, wordsKey } from '../sealing/statement.ts'

type Row = {
  code: string
  register: string
  from: string
  until: string
  format: 'docx' | 'xlsx'
  purpose: string
  sealed: Buffer | null
  made_by: string
  at: string
}

export const listRegisters = answers(ListRegisters, async (context, { communeId }) => {
  const reach = await viewIn(context, communeId)
  const may = registerIds.filter((id) => mayMakeRegister(registerOf(id), reach?.view))
  if (!reach || may.length === 0) return { may: [], purposes: [], rows: [] }
  const rows = await insideFiles(context.db, wayOf(context, communeId, reach, 'register'), async (files) => {
    const found = await sql<Row>`
      select code, register, from_on::text as "from", until_on::text as until, format, purpose, sealed, made_by, made_at as at
      from cases.register_copy where commune_id = ${communeId} and register = any(${may}::text[])
      order by made_at desc, code limit 100`.execute(files)
    const key = await wordsKey(files)
    return found.rows.map(({ sealed, ...row }) => ({
      ...row,
      ground: openWords<{ ground: string }>(key, `register ${row.code}`, sealed)?.ground ?? null,
    }))
  })
  const names = await readersNames(
    context.db,
    rows.map(({ made_by }) => made_by),
  )
  const { permission } = reach.view
  return {
    may,
    purposes: purposeIds.filter((id) => (purposes[id].for as readonly string[]).includes(permission)),
    rows: rows
      .filter(({ register }) => isRegister(register))
      .map(({ made_by, ...row }) => ({ ...row, by: names.get(made_by) ?? null })),
  }
})
