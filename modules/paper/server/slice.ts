// What paper plugs into the server, besides the files that it hands out (routes.ts).

import { platformRefusals } from '../../../platform/contract/refusal.ts'
import type { Slice } from '../../../platform/server/slice.ts'
import { printSheets } from './print/print.ts'
import { confirmPages } from './queue/confirm.ts'
import { findSheets } from './queue/find-sheets.ts'
import { listQueue } from './queue/list.ts'
import { matchPage } from './queue/match.ts'
import { sortPages } from './queue/sort.ts'
import { cancelReading, startReading, uploadSheets } from './read/commands.ts'
import { showReading } from './read/result.ts'
import { showPaper } from './show.ts'

export const slice: Slice = {
  module: 'paper',
  handlers: [
    showPaper,
    printSheets,
    uploadSheets,
    startReading,
    cancelReading,
    showReading,
    listQueue,
    confirmPages,
    matchPage,
    findSheets,
    sortPages,
  ],
  constraints: { paper_print_pkey: platformRefusals.id_taken, paper_reading_pkey: platformRefusals.id_taken },
}
