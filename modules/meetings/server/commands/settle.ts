// Turns a conclusion into work, or into an amendment of the plan: once, in the same transaction.

import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { amendPlan, programmeById, programmeToday } from '../../../programme/server/public.ts'
import { assignTask } from '../../../tasks/server/public.ts'
import { AmendFromConclusion, AssignConclusion } from '../../contract.ts'
import { openConclusion, settle } from '../conclusions.ts'

export const assignConclusion = carriesOut(AssignConclusion, async (context, input) => {
  const { db, person } = context
  const conclusion = await openConclusion(context, input.conclusionId)
  const programme = conclusion && (await programmeById(db, conclusion.programmeId))
  if (!conclusion || !programme) throw refuse(platformRefusals.not_found)
  const day = programmeToday(programme, context.today)
  const { conclusionId, ...task } = input
  const given = await assignTask(
    db,
    { ...task, assignedOn: day, origin: `meeting-conclusion:${conclusionId}` },
    { personId: person.id, scope: context.scope, programme, day },
  )
  const became = given.instructionId ? `instruction:${given.instructionId}` : `task:${given.tasks[0]?.id}`
  await settle(db, conclusionId, became, day)
  const noted = {
    subject: `meeting:${conclusion.meetingId}`,
    areaId: conclusion.areaId,
    after: { conclusionId, became },
  }
  return { answer: { tasks: given.tasks, instructionId: given.instructionId }, audit: [noted, ...given.audit] }
})

export const amendFromConclusion = carriesOut(
  AmendFromConclusion,
  async (context, input) => {
    const conclusion = await openConclusion(context, input.conclusionId)
    const programme = conclusion && (await programmeById(context.db, conclusion.programmeId))
    if (!conclusion || !programme) throw refuse(platformRefusals.not_found)
    const { answer, audit } = await amendPlan(context, input)
    if (audit.areaId !== programme.areaId) throw refuse(platformRefusals.not_found)
    const became = `plan-version:${answer.planId}:${answer.number}`
    await settle(context.db, conclusion.id, became, programmeToday(programme, context.today))
    const noted = {
      subject: `meeting:${conclusion.meetingId}`,
      areaId: conclusion.areaId,
      after: { conclusionId: conclusion.id, became },
    }
    return { answer, audit: [noted, audit] }
  },
  async (context, input) => {
    const conclusion = await openConclusion(context, input.conclusionId)
    return conclusion && (await programmeById(context.db, conclusion.programmeId))?.areaId
  },
)
