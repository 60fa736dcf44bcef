// What may be done to a drive on a day: drafted, published, prolonged, reworded, closed. Pure, each "no" with its name.

import { type DriveFacts, isClosed } from './signing.ts'

export type StageRefusal =
  | 'published_already'
  | 'not_published'
  | 'over'
  | 'closes_before_opening'
  | 'closes_in_past'
  | 'text_in_past'

type Staged = DriveFacts & { textsFrom?: string }

export const mayDraft = (drive: DriveFacts): StageRefusal | undefined =>
  drive.publishedOn ? 'published_already' : undefined

export function mayPublish(drive: DriveFacts): StageRefusal | undefined {
  if (drive.publishedOn) return 'published_already'
  return drive.closesOn < drive.workday ? 'closes_in_past' : undefined
}

export function mayClose(drive: DriveFacts): StageRefusal | undefined {
  if (!drive.publishedOn) return 'not_published'
  return drive.closedOn ? 'over' : undefined
}

/** A drive that ran out by its last day may be given more days; one that was closed by hand may not. */
export function mayProlong(drive: DriveFacts, closesOn: string): StageRefusal | undefined {
  const closed = mayClose(drive)
  if (closed) return closed
  if (closesOn < drive.opensOn) return 'closes_before_opening'
  return closesOn < drive.workday ? 'closes_in_past' : undefined
}

/** A new wording never reaches back: whoever has signed did so on the old one. */
export function mayReword(drive: Staged, effectiveOn: string): StageRefusal | undefined {
  if (!drive.publishedOn) return 'not_published'
  if (isClosed(drive)) return 'over'
  const earliest = drive.textsFrom && drive.textsFrom > drive.workday ? drive.textsFrom : drive.workday
  return effectiveOn < earliest ? 'text_in_past' : undefined
}
