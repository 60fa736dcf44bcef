// What other modules' servers read of the settings.

import { sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'
import { type SettingKey, type SettingValues, settingDefaults } from '../contract.ts'

export type { Organisation, Retention, SettingValues } from '../contract.ts'

export type SettingRow = { key: string; value: unknown; version: number; changed_at: string; changed_by: string | null }

/** Every setting, as an administrator left it or as it comes. */
export async function settingsOf(db: Db): Promise<SettingValues> {
  const rows = await settingRows(db)
  return {
    organisation: settingIn(rows, 'organisation'),
    retention: settingIn(rows, 'retention'),
    fileCounts: settingIn(rows, 'fileCounts'),
  }
}

export async function settingRows(db: Db): Promise<readonly SettingRow[]> {
  const found = await sql<SettingRow>`
    select setting.key, setting.value, setting.version, setting.changed_at, person.name as changed_by
    from setting left join person on person.id = setting.changed_by`.execute(db)
  return found.rows
}

/** A field that a newer version added has its default in a value that an older one wrote. */
export function settingIn<K extends SettingKey>(rows: readonly SettingRow[], key: K): SettingValues[K] {
  return { ...settingDefaults[key], ...(rows.find((row) => row.key === key)?.value as Partial<SettingValues[K]>) }
}
