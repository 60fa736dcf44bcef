// Does this signature count, wait for a decision, or can it never count? A pure decision that returns its reason.

import type { ProofReason, SigningReason, Way } from '../contract/signing.ts'

export type DriveFacts = {
  opensOn: string
  closesOn: string
  publishedOn: string | null
  closedOn: string | null
  /** The day that the drive works on: today, or the programme's own day for a demonstration. */
  workday: string
}
export type GroupFacts = { ways: readonly Way[]; texts: readonly { number: number; effectiveOn: string }[] }
export type EntryFacts = { groupId: string; hamletId: string | null; endedOn: string | null; mergedInto: string | null }
/** What a signature names as its proof: nothing, what is not on record for its place, or what is. */
export type ProofFacts = { meeting: 'none' | 'unknown' | MeetingFacts; file: 'none' | 'unknown' | 'known' }
export type MeetingFacts = { heldOn: string; minutes: boolean }
export type SignatureFacts = { way: Way; textNumber: number; signedOn: string } & ProofFacts

export type InkState = 'none' | 'good' | 'unreadable' | 'too-small'

export type Verdict = { outcome: 'accepted' } | { outcome: 'held' | 'refused'; reason: SigningReason }

const held = (reason: SigningReason): Verdict => ({ outcome: 'held', reason })
const refused = (reason: SigningReason): Verdict => ({ outcome: 'refused', reason })
const accepted: Verdict = { outcome: 'accepted' }

/**
 * What is wrong for ever is refused first; what a person can decide is held; the rest counts.
 * `hamletId` is the place that the caller named and was checked for: an entry of elsewhere reads as unknown.
 */
export function judgeSignature(
  drive: DriveFacts | undefined,
  groups: ReadonlyMap<string, GroupFacts>,
  entry: EntryFacts | undefined,
  hamletId: string | null,
  signature: SignatureFacts,
  ink: InkState,
  signedAlready: boolean,
): Verdict {
  if (!drive) return refused('drive_unknown')
  if (!drive.publishedOn || drive.publishedOn > drive.workday) return refused('drive_not_open')
  if (!entry || entry.hamletId !== hamletId) return refused('entry_unknown')
  const group = groups.get(entry.groupId)
  if (!group) return refused('group_not_asked')
  if (!group.ways.includes(signature.way)) return refused('way_not_allowed')
  const wrong = wrongInk(signature, ink) ?? wrongProof(signature)
  if (wrong) return refused(wrong)
  const text = group.texts.find(({ number }) => number === signature.textNumber)
  if (!text) return refused('text_unknown')
  return judgeCircumstances(drive, group, entry, signature, signedAlready)
}

function wrongInk({ way }: SignatureFacts, ink: InkState): SigningReason | undefined {
  if (ink === 'unreadable') return 'ink_unreadable'
  if (ink === 'too-small') return 'ink_too_small'
  if (ink === 'none' && (way === 'ink' || way === 'phone-ink')) return 'ink_missing'
  return undefined
}

/** A meeting proves what was signed there once it has been held and its minutes are on record, or their paper is attached. */
export function wrongProof({
  way,
  signedOn,
  meeting,
  file,
}: Omit<SignatureFacts, 'textNumber'>): ProofReason | undefined {
  if (file === 'unknown') return 'file_unknown'
  if (meeting === 'unknown') return 'meeting_unknown'
  if (meeting === 'none') return way === 'meeting' ? 'meeting_missing' : undefined
  if (meeting.heldOn > signedOn) return 'meeting_not_held'
  return way === 'meeting' && !meeting.minutes && file === 'none' ? 'minutes_missing' : undefined
}

function judgeCircumstances(
  drive: DriveFacts,
  group: GroupFacts,
  entry: EntryFacts,
  signature: SignatureFacts,
  signedAlready: boolean,
): Verdict {
  if (entry.mergedInto) return held('entry_merged')
  if (signedAlready) return held('already_signed')
  const { signedOn } = signature
  if (entry.endedOn && entry.endedOn <= signedOn) return held('entry_ended')
  if (signedOn < drive.opensOn) return held('before_opening')
  // Signed in time and sent too late is still for a person to decide: the closing figures have been reported by then.
  if (signedOn > drive.closesOn || isClosed(drive)) return held('after_closing')
  if (currentText(group, signedOn) !== signature.textNumber) return held('text_replaced')
  return accepted
}

/** A drive is over after its last day, or from the day it was closed by hand. */
export const isClosed = (drive: DriveFacts): boolean =>
  drive.workday > drive.closesOn || (drive.closedOn !== null && drive.closedOn <= drive.workday)

/** The number of the wording in force on a day; before the first one, the first. */
export function currentText(group: Pick<GroupFacts, 'texts'>, on: string): number | undefined {
  const byNumber = [...group.texts].sort((one, other) => one.number - other.number)
  return (byNumber.filter(({ effectiveOn }) => effectiveOn <= on).at(-1) ?? byNumber[0])?.number
}

const hour = 3_600_000

/** The day of an instant in Vietnam (UTC+7, no summer time), never later than the drive's workday: clocks of phones run ahead. */
export function daySigned(signedAt: string, workday: string): string {
  const day = new Date(new Date(signedAt).getTime() + 7 * hour).toISOString().slice(0, 10)
  return day > workday ? workday : day
}
