// The steps on an obstacle: answer, note, pass on, confirm removed, reopen; and sharing what worked.

import { sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import { platformRefusals, Refusal, refuse } from '../../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import { carriesOut, type SignedInContext } from '../../../../platform/server/slice.ts'
import {
  AnswerObstacle,
  NoteObstacle,
  obstacleRefusals,
  PassObstacle,
  RemoveObstacle,
  ReopenObstacle,
  SharePractice,
} from '../../contract.ts'
import { areaOfObstacle, viewOfProgramme } from '../in-view.ts'
import { checkAsked } from './raise.ts'

type Step = { id: string; obstacleId: string; text: string; enteredOn?: PlainDate }
type InHand = {
  id: string
  programme_id: string
  area_id: string
  title: string
  raised_on: PlainDate
  removed_on: PlainDate | null
  asked_post_id: string
  version: number
}

async function inHand({ db }: SignedInContext, id: string): Promise<InHand> {
  const found = await sql<InHand>`select * from obstacle where id = ${id} for update`.execute(db)
  if (!found.rows[0]) throw refuse(platformRefusals.not_found)
  return found.rows[0]
}

/** The day of a step: claimed, not after the working day, not before the obstacle was raised. */
async function dayOfStep(context: SignedInContext, obstacle: InHand, step: Step): Promise<PlainDate> {
  const { day } = await viewOfProgramme(context, obstacle.programme_id)
  const enteredOn = step.enteredOn ?? day
  if (enteredOn > day) throw refuse(obstacleRefusals.entered_in_future, { day }, 'enteredOn')
  if (enteredOn < obstacle.raised_on)
    throw refuse(obstacleRefusals.entered_before_raised, { day: obstacle.raised_on }, 'enteredOn')
  return enteredOn
}

function checkVersion(obstacle: InHand, version: number): void {
  if (obstacle.version !== version)
    throw new Refusal(platformRefusals.changed_meanwhile, {
      extra: { current: { version: obstacle.version, removedOn: obstacle.removed_on } },
    })
}

type Kind = 'answer' | 'note' | 'passed' | 'removed' | 'reopened'

async function enter(
  context: SignedInContext,
  obstacle: InHand,
  step: Step,
  kind: Kind,
  part: { on: PlainDate; toPostId?: string; removedOn: PlainDate | null },
) {
  const { db, person } = context
  await sql`
    insert into obstacle_entry (id, obstacle_id, kind, text, person_id, from_post_id, to_post_id, entered_on, recorded_at)
    values (${step.id}, ${obstacle.id}, ${kind}, ${step.text}, ${person.id}, ${part.toPostId ? obstacle.asked_post_id : null},
      ${part.toPostId ?? null}, ${part.on}, clock_timestamp())`.execute(db)
  await sql`
    update obstacle set removed_on = ${part.removedOn}, asked_post_id = ${part.toPostId ?? obstacle.asked_post_id},
      version = version + 1
    where id = ${obstacle.id}`.execute(db)
  return {
    answer: { version: obstacle.version + 1 },
    audit: {
      subject: `obstacle:${obstacle.id}`,
      areaId: obstacle.area_id,
      before: { removedOn: obstacle.removed_on, askedPostId: obstacle.asked_post_id },
      after: { kind, entryId: step.id, on: part.on, ...(part.toPostId ? { askedPostId: part.toPostId } : {}) },
    },
  }
}

const checkOpen = (obstacle: InHand): void => {
  if (obstacle.removed_on !== null) throw refuse(obstacleRefusals.already_removed, { day: obstacle.removed_on })
}

async function onOpen(context: SignedInContext, step: Step, kind: Kind, version?: number) {
  const obstacle = await inHand(context, step.obstacleId)
  checkOpen(obstacle)
  if (version !== undefined) checkVersion(obstacle, version)
  const on = await dayOfStep(context, obstacle, step)
  return enter(context, obstacle, step, kind, { on, removedOn: kind === 'removed' ? on : null })
}

const place = (context: Parameters<typeof areaOfObstacle>[0], input: { obstacleId: string }) =>
  areaOfObstacle(context, input.obstacleId)

export const answerObstacle = carriesOut(AnswerObstacle, (context, input) => onOpen(context, input, 'answer'), place)
export const noteObstacle = carriesOut(NoteObstacle, (context, input) => onOpen(context, input, 'note'), place)
export const removeObstacle = carriesOut(
  RemoveObstacle,
  (context, input) => onOpen(context, input, 'removed', input.version),
  place,
)

export const passObstacle = carriesOut(
  PassObstacle,
  async (context, input) => {
    const obstacle = await inHand(context, input.obstacleId)
    checkOpen(obstacle)
    if (obstacle.asked_post_id === input.toPostId) throw refuse(obstacleRefusals.same_post, {}, 'toPostId')
    await checkAsked(context.db, input.toPostId, obstacle.area_id, 'toPostId')
    const on = await dayOfStep(context, obstacle, input)
    return enter(context, obstacle, input, 'passed', { on, toPostId: input.toPostId, removedOn: null })
  },
  place,
)

export const reopenObstacle = carriesOut(
  ReopenObstacle,
  async (context, input) => {
    const obstacle = await inHand(context, input.obstacleId)
    if (obstacle.removed_on === null) throw refuse(obstacleRefusals.not_removed)
    checkVersion(obstacle, input.version)
    const on = await dayOfStep(context, obstacle, input)
    if (on < obstacle.removed_on)
      throw refuse(obstacleRefusals.entered_before_raised, { day: obstacle.removed_on }, 'enteredOn')
    return enter(context, obstacle, input, 'reopened', { on, removedOn: null })
  },
  place,
)

export const sharePractice = carriesOut(
  SharePractice,
  async (context, input) => {
    const { db, person } = context
    const obstacle = await inHand(context, input.obstacleId)
    const { day } = await viewOfProgramme(context, obstacle.programme_id)
    await sql`
      insert into good_practice (id, programme_id, area_id, obstacle_id, title, text, shared_on, shared_by, search_key)
      values (${input.id}, ${obstacle.programme_id}, ${obstacle.area_id}, ${obstacle.id}, ${input.title}, ${input.text}, ${day},
        ${person.id}, ${nameKey(`${input.title} ${input.text}`)})`.execute(db)
    return {
      answer: { id: input.id },
      audit: {
        subject: `good-practice:${input.id}`,
        areaId: obstacle.area_id,
        after: { title: input.title, obstacleId: obstacle.id, sharedOn: day },
      },
    }
  },
  place,
)
