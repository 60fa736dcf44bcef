// A commune with hamlets to import into, the plan of an import, and what stands on record afterwards.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { rebuildCoverage } from '../../modules/areas/server/public.ts'
import {
  type Plan,
  ShowRosterImport,
  StartRosterImport,
  UploadRosterPiece,
} from '../../modules/rosters/contract/import.ts'
import { provideIdentityKey } from '../../modules/rosters/server/import/identity-key.ts'
import { importHandlers } from '../../modules/rosters/server/import/queries.ts'
import { runWaitingImports } from '../../modules/rosters/server/import/work.ts'
import type { Slice } from '../../platform/server/slice.ts'
import { areaId } from '../../programmes/kim-dong-2024/ids.ts'
import { type Somebody, type World, world } from './world.ts'

const imports = { module: 'rosters', handlers: importHandlers }
export const commune = areaId('12322')
export const key = 'a key for tests, long enough to be one'
provideIdentityKey(() => key)

export type Here = World & { officer: Somebody; hamlets: { id: string; name: string }[] }
/** Ngọc Thanh with three hamlets; its head may manage rosters. */
export async function ngocThanh(slice: Slice = imports): Promise<Here> {
  const here = await world([slice])
  const hamlets = ['Thôn Bãi Sậy', 'Thôn Mai Động', 'Tổ dân phố số 3'].map((name) => ({ id: uuidv7(), name }))
  for (const [index, { id, name }] of hamlets.entries()) {
    await sql`insert into area_unit (id, code, name, type, level, valid_from)
      values (${id}, ${`T12322${index}`}, ${name}, 'thôn', 'village', '2000-01-01')`.execute(here.database.db)
    await sql`insert into area_parent (unit_id, parent_id, valid_from)
      values (${id}, ${commune}, '2000-01-01')`.execute(here.database.db)
  }
  await rebuildCoverage(here.database.db)
  return { ...here, officer: here.neighbour, hamlets }
}

export const file = 'STT,Họ và tên,Thôn,Địa chỉ,Nhân khẩu,Năm sinh,Số CCCD'
export const plan = (more: Partial<Plan> = {}): Plan => ({
  mapping: {
    headerRow: 1,
    columns: { number: 0, name: 1, hamlet: 2, address: 3, headcount: 4, birthYear: 5, identity: 6 },
    sheet: 0,
    encoding: 'utf-8',
    letters: 'unicode',
    delimiter: ',',
  },
  groupId: 'cluster-owners',
  place: { kind: 'hamlet-column' },
  asOf: '2024-10-01',
  source: 'Sổ hộ khẩu xã, 10/2024',
  title: 'Chủ hộ 2024',
  how: 'replace',
  ...more,
})

export async function uploaded(
  officer: Somebody,
  content: string | Buffer,
  name = 'ho.csv',
  id = uuidv7(),
): Promise<string> {
  const bytes = Buffer.from(content as string)
  const half = Math.ceil(bytes.length / 2)
  for (const [position, piece] of [bytes.subarray(0, half), bytes.subarray(half)].entries())
    await officer.send(UploadRosterPiece, { importId: id, areaId: commune, name, position }, { bytes: piece })
  return id
}

export async function imported(here: Here, content: string | Buffer, more: Partial<Plan> = {}, dryRun = false) {
  const importId = await uploaded(here.officer, content)
  await here.officer.send(StartRosterImport, { importId, dryRun, plan: plan(more) })
  await runWaitingImports(here.parts)
  return here.officer.ask(ShowRosterImport, { importId })
}

type Entry = {
  name: string
  number: number | null
  ended_reason: string | null
  place: string
  headcount: number | null
}
export async function entries({ database }: World) {
  const found = await sql<Entry & { id: string; list_id: string }>`
    select entry.id, list_id, entry.name, number, ended_reason, headcount, unit.name as place
    from roster_entry entry join area_unit unit on unit.id = entry.place_id
    where group_id = 'cluster-owners' order by entry.number, entry.name`.execute(database.db)
  return found.rows
}
export async function counted({ database }: World): Promise<Record<string, number>> {
  const found = await sql<{ name: string; entries: number }>`
    select unit.name, sum(entries)::int as entries from roster_count join area_unit unit on unit.id = place_id
    where group_id = 'cluster-owners' group by unit.name having sum(entries) <> 0`.execute(database.db)
  return Object.fromEntries(found.rows.map(({ name, entries }) => [name, entries]))
}

export const three = `${file}
1,Nguyễn Văn Hà,Bãi Sậy,Xóm 1,4,1970,034070001234
2,Vũ Thị Tú,T123220,Xóm 2,3,12/05/1981,
3,Đỗ Ưng,TDP 3,,,,123456789
`
