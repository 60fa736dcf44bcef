// What the bell says: files opened in an emergency, time limits of files by number, what waits in the
// signing of commitments, then the notices of the tasks, one line each.

import type { MyReminders, WatchWaiting } from '../../modules/cases/contract.ts'
import type { ShowWaiting } from '../../modules/home/contract.ts'
import {
  waitingAddress,
  waitingIcons,
  type waitingKindWords,
  type waitingWords,
} from '../../modules/home/web/waiting.ts'
import type { ListNotices } from '../../modules/tasks/contract.ts'
import type { OutputOf } from '../../platform/contract/operation.ts'
import { defineWords, type InLanguage } from '../../platform/contract/words.ts'
import type { MenuItem } from '../../platform/web/components/menu.tsx'
import { showShortDay } from '../../platform/web/day.ts'
import { showInstant } from '../../platform/web/format.ts'

export const noticeWords = defineWords({
  soon: { vi: 'Sắp đến hạn', en: 'Due soon' },
  late: { vi: 'Đã trễ hạn', en: 'Late' },
  escalation: { vi: 'Cấp dưới trễ hạn', en: 'Late below you' },
  'by-hand': { vi: 'Được nhắc', en: 'Reminder' },
  asked: { vi: 'Xin gia hạn', en: 'Asks for more time' },
  'handed-in': { vi: 'Chờ duyệt kết quả', en: 'A result to decide on' },
  granted: { vi: 'Được gia hạn', en: 'More time granted' },
  refused: { vi: 'Không được gia hạn', en: 'More time refused' },
  accepted: { vi: 'Kết quả được duyệt', en: 'Result accepted' },
  returned: { vi: 'Kết quả bị trả lại', en: 'Result returned' },
  reopened: { vi: 'Việc được mở lại', en: 'Task opened again' },
  assigned: { vi: 'Việc mới giao', en: 'New task' },
})

/** Of files, by their number alone. What is to be done stands on the screen that it leads to. */
export const fileNoticeWords = defineWords({
  soon: { vi: (number: string) => `Sắp đến hạn: hồ sơ ${number}`, en: (number: string) => `Due soon: file ${number}` },
  late: { vi: (number: string) => `Quá hạn: hồ sơ ${number}`, en: (number: string) => `Late: file ${number}` },
  escalation: {
    vi: (number: string) => `Quá hạn, báo Trưởng Công an xã: hồ sơ ${number}`,
    en: (number: string) => `Late, told to the head: file ${number}`,
  },
  due: { vi: (when: string) => `hạn ${when}`, en: (when: string) => `due ${when}` },
  standsIn: { vi: 'làm thay', en: 'standing in' },
})

const most = 12

/** The lines under the bell on the day in view. */
export function noticeItems(
  notices: OutputOf<typeof ListNotices>,
  on: string,
  words: InLanguage<typeof noticeWords>,
): MenuItem[] {
  return notices.rows.slice(0, most).map((row) => ({
    key: row.id,
    label: `${words[row.kind]}: ${row.title}`,
    note: [row.area, showShortDay(row.on, on)].filter(Boolean).join(' · '),
    icon: row.kind === 'late' || row.kind === 'escalation' ? 'late' : row.kind === 'soon' ? 'soon' : 'tasks',
    to: `/tasks/${row.taskId}`,
  }))
}

/** Files opened in an emergency that nobody has reviewed: before everything else. */
export const emergencyItems = (waiting: OutputOf<typeof WatchWaiting> | undefined, words: string): MenuItem[] =>
  (waiting?.emergencies ?? []).map(({ id, fileNumber, commune, openedAt }) => ({
    key: id,
    label: `${words}: ${fileNumber}`,
    note: [commune, showInstant(openedAt)].filter(Boolean).join(' · '),
    icon: 'alert',
    to: '/files/watch',
  }))

/** Time limits of files that are to be kept: the number and when, never a name. */
export const fileItems = (
  reminders: OutputOf<typeof MyReminders> | undefined,
  words: InLanguage<typeof fileNoticeWords>,
): MenuItem[] =>
  (reminders?.rows ?? []).map(({ communeId, commune, fileId, number, act, because, kind, due, standsIn }) => ({
    key: `${fileId} ${act} ${because}`,
    label: words[kind](number),
    note: [words.due(showInstant(due)), commune, standsIn && words.standsIn].filter(Boolean).join(' · '),
    icon: kind === 'soon' ? 'soon' : 'late',
    to: `/files/${communeId}/${fileId}`,
  }))

/** What waits for the reader in the signing of commitments: counts, each with the way to where it is settled. */
export const waitingItems = (
  waiting: OutputOf<typeof ShowWaiting> | undefined,
  kinds: InLanguage<typeof waitingKindWords>,
  words: InLanguage<typeof waitingWords>,
): MenuItem[] =>
  (waiting?.rows ?? []).map((row) => ({
    key: `waiting ${row.kind}`,
    label: kinds[row.kind](row.count),
    note: [row.at?.name, row.late > 0 && words.late(row.late)].filter(Boolean).join(' · '),
    icon: row.late > 0 ? 'late' : waitingIcons[row.kind],
    to: waitingAddress(row),
  }))
