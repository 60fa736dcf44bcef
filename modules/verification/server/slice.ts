// What verification plugs into the server.

import { platformRefusals } from '../../../platform/contract/refusal.ts'
import type { Slice } from '../../../platform/server/slice.ts'
import { verificationRefusals } from '../contract/refusals.ts'
import { showVerified } from './coverage.ts'
import { followUpLot, withdrawLot } from './lots/after.ts'
import { choicesOfLot } from './lots/choices.ts'
import { closeLot } from './lots/close.ts'
import { drawLot, showFrame } from './lots/draw.ts'
import { listLots } from './lots/list.ts'
import { showLot } from './lots/show.ts'
import { assignVerifier, listVerifiers } from './lots/verifier.ts'
import { answerQuestion, closeQuestion, listQuestions, showQuestion } from './questions/questions.ts'
import { setRisks, showRisks } from './risks/risks.ts'
import { finishVisits, recordVisit } from './visits/record.ts'
import { listVisits, myVisits } from './visits/visits.ts'

export const slice: Slice = {
  module: 'verification',
  handlers: [
    listLots,
    choicesOfLot,
    closeLot,
    showLot,
    drawLot,
    showFrame,
    listVerifiers,
    assignVerifier,
    withdrawLot,
    followUpLot,
    myVisits,
    listVisits,
    recordVisit,
    finishVisits,
    showVerified,
    listQuestions,
    showQuestion,
    answerQuestion,
    closeQuestion,
    showRisks,
    setRisks,
  ],
  constraints: {
    verification_lot_open: verificationRefusals.lot_open,
    verification_lot_pkey: platformRefusals.id_taken,
    verification_lot_id: platformRefusals.id_taken,
    verification_risk_pkey: platformRefusals.id_taken,
  },
}
