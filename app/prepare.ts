// What a fresh database is filled with: the Kim Động demonstration, or nothing but a way in for the first administrator.

import { sql } from 'kysely'
import { firstAdministratorLink, loadRoles, prepareDemoSignIns } from '../modules/access/server/public.ts'
import type { Bilingual } from '../platform/contract/words.ts'
import { machineClock } from '../platform/server/clock.ts'
import { dateDevices } from '../programmes/kim-dong-2024/devices.ts'
import { loadDemoFiles } from '../programmes/kim-dong-2024/files/load.ts'
import { loadFollowUp } from '../programmes/kim-dong-2024/follow-up.ts'
import { loadKimDongInside } from '../programmes/kim-dong-2024/load.ts'
import { sendSignedSheets } from '../programmes/kim-dong-2024/signed-sheets.ts'
import type { ProductParts } from './run.ts'

/** Loads the demonstration into a database that holds nothing yet; answers the sign-ins to print. */
export async function prepareDemonstration({ database, settings }: ProductParts): Promise<Bilingual[]> {
  const started = await isStarted(database.db)
  if (!started) await loadDemonstration(database.db, settings.publicUrl)
  if (!(await hasDemonstration(database.db))) return prepareEmpty({ database, settings })
  await dateDevices(database.db, new Date())
  const signIns = await prepareDemoSignIns(database.db, settings)
  return [
    { vi: 'Tài khoản minh họa (người không có thật):', en: 'Demonstration sign-ins (invented people):' },
    ...signIns.map((each) => {
      const place = each.areaName ? `, ${each.areaName}` : ''
      return { vi: `  ${each.email}  ${each.password}`, en: `  ${each.roleVi}${place} · ${each.roleEn}` }
    }),
  ]
}

/** No demonstration: the starting roles, and a one-time link while there is no administrator. */
export async function prepareEmpty({
  database,
  settings,
}: Pick<ProductParts, 'database' | 'settings'>): Promise<Bilingual[]> {
  if (await hasDemonstration(database.db))
    return [
      {
        vi: 'Cơ sở dữ liệu này đã có dữ liệu minh họa. Để bắt đầu trống, đặt BINHYEN_DATA là thư mục khác.',
        en: 'This database holds the demonstration. To start empty, set BINHYEN_DATA to another folder.',
      },
    ]
  await database.db.transaction().execute((inside) => loadRoles(inside))
  const link = await firstAdministratorLink(database.db, settings, machineClock(settings.today))
  if (!link) return []
  return [
    { vi: `Lập người quản trị đầu tiên (dùng một lần): ${link}`, en: `Make the first administrator (once): ${link}` },
  ]
}

/** All of it or nothing: what is there says that it was loaded, so a part of it would never be completed. */
async function loadDemonstration(db: Db, publicUrl: string): Promise<void> {
  await db.transaction().execute(async (inside) => {
    await loadKimDongInside(inside)
    await loadFollowUp(inside)
    await sendSignedSheets(inside, publicUrl)
    await loadDemoFiles(inside, new Date())
  })
}

type Db = ProductParts['database']['db']

const isStarted = async (db: Db): Promise<boolean> =>
  (await sql`select 1 from role limit 1`.execute(db)).rows.length > 0

const hasDemonstration = async (db: Db): Promise<boolean> =>
  (await sql`select 1 from person where demo limit 1`.execute(db)).rows.length > 0
