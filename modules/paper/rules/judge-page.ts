// What a page is, once it has been read: into the queue, with a doubt or without, or not read, with the reason. Pure.

import type { Doubt, PageState, UnreadReason } from '../contract.ts'

export type PageFacts = {
  /** What the QR turned out to be. */
  qr: 'none' | 'foreign' | 'forged' | 'several' | 'ours'
  /** The sheet of that code, if there is one. */
  sheet: { sameDrive: boolean; withinReach: boolean } | undefined
  /** Earlier pages of the same sheet that were not rejected. */
  earlier: readonly { state: PageState; doubt: boolean }[]
  ink: 'good' | 'dot' | 'empty' | undefined
  marks: number
}
export type Judged =
  | { state: 'queued'; doubt: Doubt | null; replacesEarlier: boolean }
  | { state: 'unread'; reason: UnreadReason }

/** The QR alone is small; with two squares more the box is where it seems to be. */
const fewestMarks = 2

const unread = (reason: UnreadReason): Judged => ({ state: 'unread', reason })

export function judgePage({ qr, sheet, earlier, ink, marks }: PageFacts): Judged {
  if (qr === 'none') return unread('no_qr')
  if (qr === 'foreign') return unread('foreign_qr')
  if (qr === 'forged') return unread('forged_qr')
  if (qr === 'several') return unread('several_sheets')
  if (!sheet) return unread('sheet_unknown')
  if (!sheet.withinReach) return unread('other_place')
  if (!sheet.sameDrive) return unread('other_drive')
  if (earlier.some(({ state }) => state === 'recorded' || state === 'held')) return unread('recorded_already')
  // A better picture of a sheet that was doubtful takes its place; of one that was clear it is the same again.
  if (earlier.some(({ doubt }) => !doubt)) return unread('read_already')
  return { state: 'queued', doubt: doubtOf(ink, marks), replacesEarlier: earlier.length > 0 }
}

function doubtOf(ink: PageFacts['ink'], marks: number): Doubt | null {
  if (marks < fewestMarks || !ink) return 'box_unclear'
  if (ink === 'empty') return 'box_empty'
  return ink === 'dot' ? 'one_dot' : null
}
