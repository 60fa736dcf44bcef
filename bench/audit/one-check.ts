// One check of the whole chain in a process of its own, so that its memory is its own: how long it took, the most memory it
// held, and what the check says.

import { verifyAudit } from '../../modules/audit/server/verify.ts'
import { openDatabase } from '../../platform/database/connect.ts'

const [url = '', publicKey = ''] = process.argv.slice(2)
const database = await openDatabase({ url, connections: 3 })
const began = performance.now()
const outcome = await verifyAudit(database.db, { trustedKeys: [publicKey] })
const ms = performance.now() - began
await database.close()
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
const cpu = (userCPUTime + systemCPUTime) / 1000
process.stdout.write(`${JSON.stringify({ ms, cpu, mb: maxRSS / 1024, outcome })}\n`)
