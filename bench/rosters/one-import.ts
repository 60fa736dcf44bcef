// One import in a process of its own, so that its memory is its own: how long it took and the most memory it held.

import { v7 as uuidv7 } from 'uuid'
import { runImport } from '../../modules/rosters/server/import/run-import.ts'
import { openDatabase } from '../../platform/database/connect.ts'
import { fileSource } from '../../platform/server/spreadsheet/source.ts'
import { groupId } from './ground.ts'

const [url = '', areaId = '', file = '', media = 'csv', id = uuidv7(), asOf = '2025-12-31'] = process.argv.slice(2)
const database = await openDatabase({ url, connections: 3 })
const began = performance.now()
const imported = await runImport(database.db, {
  id,
  areaId,
  personId: null,
  source: await fileSource(file),
  media: media === 'xlsx' ? 'xlsx' : 'csv',
  dryRun: false,
  today: '2026-01-01',
  language: 'vi',
  identityKey: 'a key for the bench only',
  plan: {
    mapping: {
      headerRow: 1,
      columns: { number: 0, name: 1, hamlet: 2, address: 3, headcount: 4, birthYear: 5, identity: 6 },
      sheet: 0,
      encoding: 'utf-8',
      letters: 'unicode',
      delimiter: ',',
    },
    groupId,
    place: { kind: 'hamlet-column' },
    asOf,
    source: 'bench',
    title: 'bench',
    how: 'replace',
  },
})
const ms = performance.now() - began
await database.close()
const mb = process.resourceUsage().maxRSS / 1024
process.stdout.write(`${JSON.stringify({ ms, mb, good: imported.good, bad: imported.bad })}\n`)
