// A process of its own that reads the stacks that wait, to be killed by a test in the middle of a page.

import { recordAudit } from '../../modules/audit/server/record.ts'
import { runWaitingReadings } from '../../modules/paper/server/read/work.ts'
import { providePaperKey } from '../../modules/paper/server/sheet-code.ts'
import { openDatabase } from '../../platform/database/connect.ts'
import { machineClock } from '../../platform/server/clock.ts'

const [url = '', key = ''] = process.argv.slice(2)
providePaperKey(() => key)
const { db } = await openDatabase({ url, connections: 2 })
await runWaitingReadings({ db, recordAudit, clock: machineClock('2024-11-15') })
