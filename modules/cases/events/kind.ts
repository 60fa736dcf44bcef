// How one kind of event is declared: its title, the shape of its details, its group, the papers it is on.

import * as z from 'zod/mini'
import { Id, PlainDate, Text } from '../../../platform/contract/schemas.ts'
import { type Bilingual, defineNames } from '../../../platform/contract/words.ts'
import { deciderIds } from '../../../rules/law/deciders.ts'
import { isMoment } from '../../../rules/law/moment.ts'

export const eventGroups = defineNames({
  finding: { vi: 'Phát hiện', en: 'Finding' },
  decision: { vi: 'Quyết định', en: 'Decisions' },
  determination: { vi: 'Xác định tình trạng nghiện', en: 'Determination' },
  dossier: { vi: 'Hồ sơ bắt buộc', en: 'Compulsory dossier' },
  treatment: { vi: 'Cai nghiện, điều trị', en: 'Rehabilitation, treatment' },
  residence: { vi: 'Cư trú', en: 'Residence' },
  interruption: { vi: 'Thời gian không tính', en: 'Time left out' },
  support: { vi: 'Giúp đỡ', en: 'Support' },
  move: { vi: 'Chuyển nơi ở', en: 'Moves' },
  end: { vi: 'Kết thúc', en: 'Ends' },
  correction: { vi: 'Đính chính', en: 'Corrections' },
})
export type EventGroup = keyof typeof eventGroups

/** `decides`: a status follows from it, so it names number, day and who decided. The form numbers are those of Decree 163/2026. */
export type PaperOf = { forms?: string; decides: boolean }

type DetailsShape = Record<string, z.ZodMiniType>
export type KindOfEvent<S extends DetailsShape = DetailsShape> = {
  title: Bilingual
  group: EventGroup
  details: z.ZodMiniObject<S>
  paper?: PaperOf
}

/** Declares a kind whose details are these fields and no others. */
export const kind = <const S extends DetailsShape>(
  title: Bilingual,
  group: EventGroup,
  fields: S,
  paper?: PaperOf,
): KindOfEvent<S> => ({
  title,
  group,
  details: z.strictObject(fields) as unknown as z.ZodMiniObject<S>,
  ...(paper && { paper }),
})

export const decides = (forms?: string): PaperOf => ({ decides: true, ...(forms && { forms }) })
export const on = (forms: string): PaperOf => ({ decides: false, forms })

export const MomentField = z.string().check(z.refine(isMoment))
export const Note = z.optional(Text(500))
export const EventId = Id
/** Somebody who works with the product here: a shape of its own, so that forms know it from the id of an event. */
export const ColleagueId = z.uuid()
/** A role around the person; which ones there are is data (circle_role). */
export const RoleName = Text(40)

/** What a decision is known by. It may be missing from a record, and then no status follows. */
export const Paper = z.object({ number: Text(60), on: PlainDate, by: z.enum(deciderIds) })
export type Paper = z.infer<typeof Paper>
export const decision = { paper: z.optional(Paper), note: Note }

/** What begins at the moment of the event and may have ended. */
export const interruption = { until: z.optional(MomentField), note: Note }
