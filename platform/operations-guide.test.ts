// docs/operations.md tells of every setting, in the words of the table the product reads them by.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { settingTable } from './setting-table.ts'

const guide = readFileSync(path.resolve(import.meta.dirname, '../docs/operations.md'), 'utf8')

test.each(settingTable)('$name', (row) => {
  const held = row.default === '' ? '–' : `\`${row.default}\``
  expect(guide).toContain(`| \`${row.name}\` | ${held} | ${row.meaning.vi} | ${row.meaning.en} |`)
})

test('no setting that the product does not know', () => {
  const known = new Set<string>(settingTable.map((row) => row.name))
  const told = [...guide.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1] ?? '')
  expect(told.filter((name) => !known.has(name))).toEqual([])
})
