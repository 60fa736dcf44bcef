// What rosters plug into the server.

import { platformRefusals } from '../../../platform/contract/refusal.ts'
import type { Slice } from '../../../platform/server/slice.ts'
import { declaredRefusals } from '../contract/declared.ts'
import { addList } from './commands/add-list.ts'
import { correctEntry } from './commands/correct-entry.ts'
import { declareDenominator, withdrawDeclared } from './commands/declare.ts'
import { endEntry } from './commands/end-entry.ts'
import { duplicateHandlers } from './duplicates/handlers.ts'
import { importHandlers } from './import/queries.ts'
import { denominatorHistory, listDenominators } from './queries/denominators.ts'
import { listRosterEntries } from './queries/entries.ts'
import { listRosters } from './queries/lists.ts'

export const slice: Slice = {
  module: 'rosters',
  handlers: [
    listRosters,
    listRosterEntries,
    listDenominators,
    denominatorHistory,
    addList,
    correctEntry,
    endEntry,
    declareDenominator,
    withdrawDeclared,
    ...importHandlers,
    ...duplicateHandlers,
  ],
  constraints: {
    roster_list_pkey: platformRefusals.id_taken,
    roster_entry_pkey: platformRefusals.id_taken,
    roster_declared_pkey: platformRefusals.id_taken,
    roster_declared_once: declaredRefusals.declared_already,
  },
}
