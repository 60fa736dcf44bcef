// One person under an old number of nine digits in one list and a new one of twelve in another, as lists come in from files.

import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { clearRosters, pairsFor, search } from '../../../../tests/support/duplicates.ts'
import { commune, imported, key, ngocThanh, plan, uploaded } from '../../../../tests/support/roster-imports.ts'
import { LookAtRosterFile } from '../../contract/import.ts'
import { provideIdentityKey } from '../import/identity-key.ts'
import { identityHash } from '../import/store-rows.ts'
import { slice } from '../slice.ts'

provideIdentityKey(() => key)

// Of 2012, with identity cards; and of 2024, with citizen cards, where one column still says the old number.
const older = `STT,Họ và tên,Thôn,Năm sinh,Số CMND
1,Phạm Văn Đức,Bãi Sậy,1970,145123456
2,Lê Thị Thu,Bãi Sậy,1982,145 234 567
3,Ngô Văn Hải,Bãi Sậy,1956,145345678
`
const newer = `STT,Họ và tên,Thôn,Năm sinh,Số CCCD,Số CMND
1,Phạm Đức,Mai Động,1970,033070001234,145.123.456
2,Trần Thị Mai,Mai Động,1990,033190004321,
3,Ngô Văn Hải,Mai Động,1965,033065009876,145999888
`

test('the same old number in two lists is proposed, in a column of its own; a namesake with another is not, and nothing is merged', async () => {
  const here = await ngocThanh(slice)
  const { db } = here.database
  await clearRosters(here)
  for (const [content, columns, asOf] of [
    [older, { number: 0, name: 1, hamlet: 2, birthYear: 3, identityOld: 4 }, '2024-09-01'],
    [newer, { number: 0, name: 1, hamlet: 2, birthYear: 3, identity: 4, identityOld: 5 }, '2024-10-01'],
  ] as const) {
    const importId = await uploaded(here.officer, content)
    const { mapping } = await here.officer.ask(LookAtRosterFile, { importId })
    expect(mapping.columns).toEqual(columns)
    expect(await imported(here, content, { mapping: { ...plan().mapping, columns }, asOf, how: 'add' })).toMatchObject({
      state: 'done',
      rowsGood: 3,
      rowsBad: 0,
    })
  }
  const stored = async () => {
    const { rows } = await sql<{ name: string; hashes: string[]; ended: boolean }>`
      select name, ended_on is not null as ended, array(select encode(one, 'hex') from unnest(identity_hashes) one) as hashes
      from roster_entry order by since, number`.execute(db)
    return rows
  }
  const before = await stored()
  const hashed = (...numbers: string[]) => numbers.map((digits) => identityHash(digits, key))
  expect(before.map(({ hashes }) => hashes)).toEqual([
    hashed('145123456'),
    hashed('145234567'),
    hashed('145345678'),
    hashed('033070001234', '145123456'),
    hashed('033190004321'),
    hashed('033065009876', '145999888'),
  ])
  // The numbers themselves lie nowhere.
  const { rows: kept } = await sql<{ row: string }>`
    select roster_entry::text as row from roster_entry union all select roster_import::text from roster_import`.execute(
    db,
  )
  for (const { row } of kept) expect(row).not.toMatch(/145123456|033070001234/)

  await search(here, commune)
  const pairs = await pairsFor(here.officer, 'open', commune)
  const found = pairs.rows.map(({ sides, reasons }) => ({ names: sides.map(({ name }) => name).sort(), reasons }))
  expect(found).toEqual([
    { names: ['Phạm Văn Đức', 'Phạm Đức'], reasons: expect.arrayContaining(['same_identity', 'middle_missing']) },
  ])
  expect(await stored()).toEqual(before)
  expect(before.some(({ ended }) => ended)).toBe(false)
})
