// One export in a process of its own, so that its memory is its own.

import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { exportRosters } from '../../modules/rosters/server/export/export-rosters.ts'
import { openDatabase } from '../../platform/database/connect.ts'
import { everything } from '../../platform/server/rights.ts'

const [url = '', areaId = '', format = 'csv', file = '/dev/null'] = process.argv.slice(2)
const database = await openDatabase({ url, connections: 3 })
const began = performance.now()
await pipeline(
  exportRosters(database.db, {
    areaId,
    groupId: undefined,
    on: '2026-01-01',
    scope: everything,
    format: format === 'xlsx' ? 'xlsx' : 'csv',
    language: 'vi',
  }),
  createWriteStream(file),
)
const ms = performance.now() - began
await database.close()
process.stdout.write(`${JSON.stringify({ ms, mb: process.resourceUsage().maxRSS / 1024 })}\n`)
