// Decisions about handing over, from what is given alone: by when an answer is due, who is reminded, who is told.

import type { Bilingual } from '../../platform/contract/words.ts'
import { runClock } from '../../rules/law/clock.ts'
import { cited } from '../../rules/law/deadline.ts'
import { deadlineOf } from '../../rules/law/deadlines.ts'
import { addMinutes, type Moment } from '../../rules/law/moment.ts'

/** The time limit of the law that runs from the move to the sending. */
const sending = deadlineOf('hand-over-file')

/** The time limits of the law, of today and of before, that run from a move until the file is sent. */
export const isHandOver = (deadline: string): boolean =>
  deadline === 'hand-over-file' || deadline === 'hand-over-file-2022'

/** The law says by when it is sent, not by when it is answered: the same length again, from the sending on. */
export function answerDue(sentAt: Moment): Moment {
  const run = runClock(sending.clock, sentAt, [])
  return run.state === 'ends' ? run.at : sentAt
}
export const answerSource: Bilingual = cited('Nghị định 163/2026/NĐ-CP, Điều 60, 62')
export const answerToCheck: Bilingual = {
  vi: 'Nghị định nêu 24 giờ để nơi đi chuyển hồ sơ; thời gian để nơi đến trả lời cần đối chiếu, phần mềm dùng cùng độ dài.',
  en: 'The decree gives 24 hours for sending the file; how long the answer may take has to be checked, the same length is used.',
}

/** The heads of both commune police at the end of the time, the province half a day later. */
export const reminders = [
  { level: 'head', afterMinutes: 0 },
  { level: 'province', afterMinutes: 12 * 60 },
] as const
export type ReminderLevel = (typeof reminders)[number]['level']
export const remindersBy = (dueAt: Moment, now: Moment): ReminderLevel[] =>
  reminders.filter(({ afterMinutes }) => addMinutes(dueAt, afterMinutes) <= now).map(({ level }) => level)

export type Told = { unitId: string; why: 'residence' | 'stay' }
/** Where the person resides gets the file; where they stay is told. */
export const toldOf = (toId: string, stayId: string | null): Told[] => [
  { unitId: toId, why: 'residence' },
  ...(stayId === null || stayId === toId ? [] : [{ unitId: stayId, why: 'stay' as const }]),
]

export type ReceiptFacts = {
  sendingId: string
  number: string
  /** Hexadecimal. */
  digest: string
  fromId: string
  toId: string
  decision: 'accepted' | 'returned'
  at: string
}
/** The words that are signed: the same facts give the same words, on every machine. */
export const statementOf = ({ sendingId, number, digest, fromId, toId, decision, at }: ReceiptFacts): string =>
  [
    'binhyen receipt 1',
    `sending ${sendingId}`,
    `number ${number}`,
    `digest sha256:${digest}`,
    `from ${fromId}`,
    `to ${toId}`,
    `decision ${decision}`,
    `at ${at}`,
  ].join('\n')
