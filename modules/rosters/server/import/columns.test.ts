// The columns that a person chose are there again for the next file of the same shape: theirs, and nobody else's.

import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Here, ngocThanh, plan, uploaded } from '../../../../tests/support/roster-imports.ts'
import { LookAtRosterFile, type Mapping, StartRosterImport } from '../../contract/import.ts'
import { runWaitingImports } from './work.ts'

const header = 'STT,Họ và tên,Tên thường gọi,Thôn,Địa chỉ,Nơi ở hiện nay'
const october = `${header}\n1,Nguyễn Văn Hà,Hà Còi,Bãi Sậy,Số 3,Xóm Đình\n`
const november = `${header}\n2,Vũ Thị Tú,Tú Béo,Mai Động,Số 9,Xóm Chợ\n`

const look = async (who: Here['officer'], content: string) => {
  const importId = await uploaded(who, content)
  const { mapping, remembered } = await who.ask(LookAtRosterFile, { importId })
  return { importId, mapping, columns: mapping.columns, remembered }
}
async function check(here: Here, importId: string, mapping: Mapping): Promise<void> {
  await here.officer.send(StartRosterImport, { importId, dryRun: true, plan: plan({ mapping, how: 'add' }) })
  await runWaitingImports(here.parts)
}

test('another choice than the guess comes back for the same columns, as it was chosen last, and for nobody else', async () => {
  const here = await ngocThanh()
  const first = await look(here.officer, october)
  expect(first.remembered).toBe(false)
  expect(first.columns).toEqual({ number: 0, name: 1, hamlet: 3, address: 4 })
  // The name that they go by, the place where they live, and no number.
  const chosen: Mapping['columns'] = { name: 2, hamlet: 3, address: 5 }
  await here.officer.send(StartRosterImport, {
    importId: first.importId,
    dryRun: false,
    plan: plan({ mapping: { ...first.mapping, columns: chosen } }),
  })
  await runWaitingImports(here.parts)
  const stored = await sql<{ name: string; address: string; number: number | null }>`
    select name, address, number from roster_entry where group_id = 'cluster-owners'`.execute(here.database.db)
  expect(stored.rows).toEqual([{ name: 'Hà Còi', address: 'Xóm Đình', number: null }])

  const next = await look(here.officer, november)
  expect([next.remembered, next.columns]).toEqual([true, chosen])
  const ofAnother = await look(here.districtLead, november)
  expect([ofAnother.remembered, ofAnother.columns]).toEqual([false, first.columns])
  const ofAnotherShape = await look(here.officer, november.replace('Tên thường gọi', 'Ghi chú'))
  expect([ofAnotherShape.remembered, ofAnotherShape.columns]).toEqual([false, first.columns])

  const again: Mapping['columns'] = { name: 1, hamlet: 3, address: 5 }
  await check(here, next.importId, { ...next.mapping, columns: again })
  expect((await look(here.officer, november)).columns).toEqual(again)
})
