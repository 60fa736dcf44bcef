// Undoes one import in a process of its own, so that its memory is its own.

import { undoImport } from '../../modules/rosters/server/import/undo.ts'
import { openDatabase } from '../../platform/database/connect.ts'

const [url = '', importId = ''] = process.argv.slice(2)
const database = await openDatabase({ url, connections: 3, statementTimeout: 0 })
const began = performance.now()
const counts = await database.db
  .transaction()
  .execute((db) => undoImport(db, { importId, personId: null, today: '2026-01-02' }))
const ms = performance.now() - began
await database.close()
process.stdout.write(`${JSON.stringify({ ms, mb: process.resourceUsage().maxRSS / 1024, ...counts })}\n`)
