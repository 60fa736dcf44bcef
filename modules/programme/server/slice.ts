// Plugs programmes, plans and targets into the server.

import type { Slice } from '../../../platform/server/slice.ts'
import { planRefusals, programmeRefusals } from '../contract.ts'
import { amend } from './commands/amend.ts'
import { closePlan } from './commands/close-plan.ts'
import { createProgramme } from './commands/create.ts'
import { makePlan } from './commands/make-plan.ts'
import { recordStandard } from './commands/record-standard.ts'
import { listProgrammes } from './queries/list.ts'
import { standardOfArea, targetsOfArea } from './queries/of-area.ts'
import { programmeOverview } from './queries/overview.ts'
import { planDraft } from './queries/plan-draft.ts'
import { targetDetail } from './queries/target.ts'

export const slice: Slice = {
  module: 'programme',
  handlers: [
    listProgrammes,
    programmeOverview,
    targetDetail,
    targetsOfArea,
    standardOfArea,
    planDraft,
    createProgramme,
    makePlan,
    amend,
    closePlan,
    recordStandard,
  ],
  constraints: {
    programme_slug: programmeRefusals.slug_taken,
    target_positive: planRefusals.value_impossible,
    target_group_id_fkey: planRefusals.group_needed,
  },
}
