// What must I do today: decisions that wait for my posts, my own tasks, obstacles that my posts were asked about.

import { answers } from '../../../../platform/server/slice.ts'
import { askedOf } from '../../../obstacles/server/public.ts'
import { MyWork } from '../../contract.ts'
import { workOf } from '../my-work.ts'
import { viewOf } from '../programme-in-view.ts'
import { askerOf } from './list.ts'

export const myWork = answers(MyWork, async (context, input) => {
  const { db, language } = context
  const { programme, on } = await viewOf(context, input)
  const asker = await askerOf(context, on)
  const work = await workOf(db, {
    programmeId: programme.id,
    asker,
    reads: context.scopeFor('tasks.read'),
    on,
  })
  const obstacles = await askedOf(db, {
    programmeId: programme.id,
    posts: asker.posts,
    reads: context.scopeFor('obstacles.read'),
    on,
    language,
  })
  return {
    on,
    items: [
      ...work.filter((item) => item.kind !== 'task'),
      ...obstacles.map((obstacle) => ({
        kind: 'obstacle' as const,
        id: obstacle.id,
        title: obstacle.title,
        area: obstacle.area,
        dueOn: obstacle.wantedBy,
        status: null,
      })),
      ...work.filter((item) => item.kind === 'task'),
    ],
  }
})
