// The reference of settings: those of the machine, and those that are data.

import { settingDefaults } from '../../modules/settings/contract.ts'
import { settingTable } from '../../platform/setting-table.ts'
import { code, page, table } from './markdown.ts'

export function settingsPage(): string {
  const environment = settingTable.map((row) => [
    code(row.name),
    row.default === '' ? '–' : code(row.default),
    row.meaning.vi,
    row.meaning.en,
  ])
  const data = Object.entries(settingDefaults).map(([key, value]) => [code(key), code(JSON.stringify(value))])
  return page({ vi: 'Cài đặt', en: 'Settings' }, 'platform/setting-table.ts', [
    '## Biến môi trường · Environment',
    table(['biến · variable', 'mặc định · default', 'ý nghĩa', 'meaning'], environment),
    '## Đổi trên màn hình Cài đặt · Changed on the Settings screen',
    table(['cài đặt · setting', 'mặc định · default'], data),
  ])
}
