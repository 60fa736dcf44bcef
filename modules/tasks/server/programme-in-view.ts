// Which programme a question is about, and the day whose state it asks for.

import { platformRefusals, refuse } from '../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Context } from '../../../platform/server/slice.ts'
import { type Programme, programmeById, programmeBySlug, programmeToday } from '../../programme/server/public.ts'

export type InView = {
  programme: Programme
  /** The day on which one works in this programme: claimed days may not lie after it. */
  day: PlainDate
  /** The day whose state is asked for. */
  on: PlainDate
}

const inView = (programme: Programme | undefined, today: PlainDate, on: PlainDate | undefined): InView => {
  if (!programme) throw refuse(platformRefusals.not_found)
  const day = programmeToday(programme, today)
  return { programme, day, on: on ?? day }
}

export const viewOf = async (context: Context, input: { programme: string; on?: PlainDate }): Promise<InView> =>
  inView(await programmeBySlug(context.db, input.programme), context.today, input.on)

export const viewOfProgramme = async (context: Context, programmeId: string, on?: PlainDate): Promise<InView> =>
  inView(await programmeById(context.db, programmeId), context.today, on)
