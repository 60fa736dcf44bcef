// What waits for the one who reads: decisions, questions, meetings of the day, verification, own work; in this order.

import type { Language } from '../../../platform/contract/words.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Context } from '../../../platform/server/slice.ts'
import { daysBetween } from '../../../rules/calendar/working-days.ts'
import { conclusionsWaiting, meetingsOf } from '../../meetings/server/public.ts'
import { askedOf } from '../../obstacles/server/public.ts'
import type { Programme } from '../../programme/server/public.ts'
import { myWork, postsOf } from '../../tasks/server/public.ts'
import { waitingOf } from '../../verification/server/public.ts'

export type Mine = {
  kind:
    | 'decide-extension'
    | 'decide-result'
    | 'due-task'
    | 'answer-obstacle'
    | 'meeting'
    | 'visit-lot'
    | 'follow-lot'
    | 'answer-question'
  id: string
  title: string
  note: string
  dueOn: PlainDate | null
  daysLeft: number | null
}

const waitingWords = (count: number, language: Language): string => {
  if (count === 0) return ''
  if (language === 'vi') return `${count} kết luận chưa giao việc`
  return count === 1 ? '1 conclusion waits' : `${count} conclusions wait`
}

/** Everything that waits on the day `on`, most pressing kind first. */
export async function mineOf(context: Context, programme: Programme, on: PlainDate): Promise<Mine[]> {
  const { db } = context
  const posts = await postsOf(context, on)
  const held = { programmeId: programme.id, scope: context.scopeFor('meetings.read'), on }
  const [work, obstacles, meetings, waiting, lots] = await Promise.all([
    myWork(context, { programmeId: programme.id, on }),
    askedOf(db, { programmeId: programme.id, posts, reads: context.scopeFor('obstacles.read'), on }),
    meetingsOf(db, { programmeId: programme.id, posts, reads: held.scope, on }),
    conclusionsWaiting(db, held),
    waitingOf(context, programme.id),
  ])
  const own = work.map(
    (item): Mine => ({
      kind: item.kind === 'task' ? 'due-task' : item.kind,
      id: item.id,
      title: item.title,
      note: item.area.name,
      dueOn: item.dueOn,
      daysLeft: daysBetween(on, item.dueOn),
    }),
  )
  const questions = obstacles.map(
    (each): Mine => ({
      kind: 'answer-obstacle',
      id: each.id,
      title: each.title,
      note: each.area.name,
      dueOn: each.wantedBy,
      daysLeft: each.wantedBy ? daysBetween(on, each.wantedBy) : null,
    }),
  )
  const today = meetings.map(
    (each): Mine => ({
      kind: 'meeting',
      id: each.id,
      title: each.title,
      note: [each.startsAt?.slice(0, 5), waitingWords(waiting, context.language) || each.place]
        .filter(Boolean)
        .join(', '),
      dueOn: on,
      daysLeft: 0,
    }),
  )
  const verifying = lots.map(
    (each): Mine => ({
      kind: each.kind,
      id: each.id,
      title: each.place,
      note: (context.language === 'vi' ? each.groupVi : each.groupEn).toLowerCase(),
      dueOn: null,
      daysLeft: null,
    }),
  )
  return [
    ...own.filter((item) => item.kind !== 'due-task'),
    ...questions,
    ...today,
    ...verifying,
    ...own.filter((item) => item.kind === 'due-task'),
  ]
}
