// What rosters plug into the server.

import { platformRefusals } from '../../../platform/contract/refusal.ts'
import type { Slice } from '../../../platform/server/slice.ts'
import { addList } from './commands/add-list.ts'
import { endEntry } from './commands/end-entry.ts'
import { duplicateHandlers } from './duplicates/handlers.ts'
import { importHandlers } from './import/queries.ts'
import { listRosters } from './queries/lists.ts'

export const slice: Slice = {
  module: 'rosters',
  handlers: [listRosters, addList, endEntry, ...importHandlers, ...duplicateHandlers],
  constraints: { roster_list_pkey: platformRefusals.id_taken, roster_entry_pkey: platformRefusals.id_taken },
}
