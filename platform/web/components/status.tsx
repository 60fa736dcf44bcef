// Status marks. The vocabulary is closed: each kind has one icon and one shape, and words always stand beside the colour.

import './status.css'
import type { ReactNode } from 'react'
import { defineWords, useWords } from '../words.ts'
import { Icon, type IconName } from './icon.tsx'

export type AreaStatus = 'kept' | 'converted' | 'appraising' | 'working' | 'outside' | 'again' | 'lost'
export type TimeStatus = 'late' | 'soon' | 'ontime' | 'done'
export type CriterionStatus = 'met' | 'notmet' | 'unknown' | 'nodata'
export type StatusKind = AreaStatus | TimeStatus | CriterionStatus | 'sealed'

export const statusIcon: Record<StatusKind, IconName> = {
  kept: 'kept',
  converted: 'converted',
  appraising: 'appraising',
  working: 'working',
  outside: 'outside',
  again: 'again',
  lost: 'lost',
  late: 'late',
  soon: 'soon',
  ontime: 'calendar',
  done: 'check-c',
  met: 'check-c',
  notmet: 'x-sq',
  unknown: 'help',
  nodata: 'outside',
  sealed: 'sealed',
}

/** What a status is called when the screen has nothing more exact to say ("Trễ 15 ngày" is more exact than "Trễ hạn"). */
export const statusWords = defineWords({
  kept: { vi: 'Giữ vững', en: 'Kept' },
  converted: { vi: 'Mới chuyển hóa', en: 'Newly converted' },
  appraising: { vi: 'Đang thẩm định', en: 'Being appraised' },
  working: { vi: 'Đang chuyển hóa', en: 'Being converted' },
  outside: { vi: 'Ngoài chỉ tiêu', en: 'Outside the target' },
  again: { vi: 'Cần đánh giá lại', en: 'To be assessed again' },
  lost: { vi: 'Không còn giữ', en: 'No longer kept' },
  late: { vi: 'Trễ hạn', en: 'Late' },
  soon: { vi: 'Sắp đến hạn', en: 'Due soon' },
  ontime: { vi: 'Còn hạn', en: 'In time' },
  done: { vi: 'Xong đúng hạn', en: 'Done on time' },
  met: { vi: 'Đạt', en: 'Met' },
  notmet: { vi: 'Chưa đạt', en: 'Not met' },
  unknown: { vi: 'Chưa đủ căn cứ', en: 'Not enough grounds' },
  nodata: { vi: 'Chưa có số liệu', en: 'No data yet' },
  sealed: { vi: 'Hồ sơ mật', en: 'Sealed file' },
})

export function useStatusWords() {
  return useWords(statusWords)
}

export function Status({ kind, icon, children }: { kind: StatusKind; icon?: IconName; children?: ReactNode }) {
  const w = useStatusWords()
  return (
    <span className={`st st-${kind}`}>
      <Icon name={icon ?? statusIcon[kind]} />
      {children ?? w[kind]}
    </span>
  )
}
