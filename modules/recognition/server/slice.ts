// What recognition plugs into the server.

import type { Slice } from '../../../platform/server/slice.ts'
import { recognitionRefusals } from '../refusals.ts'
import { cancelDecision } from './commands/cancel.ts'
import { correctDecision } from './commands/correct.ts'
import { registerDecision } from './commands/register.ts'
import { findDecision } from './queries/find.ts'
import { showHistory } from './queries/history.ts'
import { listDecisions } from './queries/list.ts'
import { showMap } from './queries/map.ts'
import { showProgress } from './queries/progress.ts'
import { listUnits } from './queries/units.ts'

export const slice: Slice = {
  module: 'recognition',
  handlers: [
    listDecisions,
    findDecision,
    showHistory,
    showMap,
    listUnits,
    showProgress,
    registerDecision,
    correctDecision,
    cancelDecision,
  ],
  constraints: {
    recognition_once: recognitionRefusals.registered_already,
    recognition_decision_pkey: recognitionRefusals.registered_already,
    recognition_source: recognitionRefusals.number_or_source,
  },
}
