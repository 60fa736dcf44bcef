// What the bell says: files opened in an emergency, then the notices of the tasks, one line each, the newest first.

import type { WatchWaiting } from '../../modules/cases/contract.ts'
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
