// How a promise reads on paper, where it is Vietnamese whoever prints it.

import type { counterparts } from './coverage.ts'

/** Who signs for the other side. */
export const counterpartOnPaper: Record<(typeof counterparts)[number], string> = {
  province: 'Đại diện UBND tỉnh',
  district: 'Đại diện UBND huyện',
  commune: 'Đại diện UBND xã',
  police: 'Đại diện Công an xã',
  body: 'Thủ trưởng đơn vị',
  hamlet: 'Trưởng thôn',
}
