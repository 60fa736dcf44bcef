// The words of correcting an entry on the phone, and of settling what was said in two ways, there and in the office.

import { defineWords, type InLanguage } from '../../../platform/contract/words.ts'
import type { CorrectedField, Fact } from '../contract/correct.ts'

export const correctWords = defineWords({
  title: { vi: 'Sửa thông tin', en: 'Set right' },
  name: { vi: 'Họ và tên', en: 'Name' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  headcount: { vi: 'Số người trong hộ', en: 'People in the household' },
  number: { vi: 'Số thứ tự', en: 'Number' },
  ended: { vi: 'Còn ở đây hay không', en: 'Still here or not' },
  fewer: { vi: 'Bớt một người', en: 'One fewer' },
  more: { vi: 'Thêm một người', en: 'One more' },
  stillHere: { vi: 'Hộ này còn ở đây không?', en: 'Are they still here?' },
  here: { vi: 'Vẫn ở đây', en: 'Still here' },
  moved: { vi: 'Đã chuyển hẳn đi nơi khác', en: 'Moved away for good' },
  died: { vi: 'Đã mất', en: 'Died' },
  left: { vi: 'Đã thôi việc', en: 'Left' },
  error: { vi: 'Ghi nhầm, không có hộ này', en: 'A mistake; there is no such household' },
  officeAgrees: {
    vi: 'Bạn không quản lý danh sách thì văn phòng xã xem rồi mới đưa ra khỏi danh sách.',
    en: 'Unless you keep the rosters, the commune looks at it before the entry leaves the roster.',
  },
  gone: { vi: 'Tên này không còn trong danh sách.', en: 'This entry is no longer on the roster.' },
  nameNeeded: { vi: 'Chưa có tên.', en: 'The name is missing.' },
  nothingChanged: { vi: 'Chưa sửa gì.', en: 'Nothing is changed.' },
  save: { vi: 'Lưu thông tin đã sửa', en: 'Save' },
  saved: { vi: (who: string) => `Đã lưu sửa đổi của ${who}`, en: (who: string) => `Correction of ${who} saved` },
  back: { vi: 'Quay lại', en: 'Back' },
  full: {
    vi: 'Bộ nhớ máy đã đầy: sửa đổi CHƯA được lưu. Hãy xóa bớt ảnh, phim rồi bấm lưu lại.',
    en: 'The phone has no room left: this was NOT saved. Delete some photos, then save again.',
  },
  twoWays: { vi: (who: string) => `${who}: hai nơi ghi khác`, en: (who: string) => `${who}: said in two ways` },
  toAgree: { vi: (who: string) => `${who}: chờ văn phòng xem`, en: (who: string) => `${who}: for the office to see` },
  chooseOne: { vi: 'Chọn một, bản kia vẫn lưu.', en: 'Choose one; the other is kept on file.' },
  officeChooses: { vi: 'Văn phòng xã chọn.', en: 'The commune chooses.' },
  people: { vi: (n: number) => `${n} người`, en: (n: number) => (n === 1 ? '1 person' : `${n} people`) },
  empty: { vi: 'để trống', en: 'empty' },
  onRecord: { vi: 'đang ghi trong danh sách', en: 'on the roster now' },
  thisPhone: { vi: (at: string) => `máy này, ${at}`, en: (at: string) => `this phone, ${at}` },
  somebody: { vi: (who: string, at: string) => `${who}, ${at}`, en: (who: string, at: string) => `${who}, ${at}` },
  settled: { vi: 'Đã chọn', en: 'Chosen' },
})

type Words = InLanguage<typeof correctWords>

/** A fact as one reads it: "4 người", "Đã mất", "để trống". */
export function shownFact(w: Words, field: CorrectedField, fact: Fact): string {
  if (field === 'ended') return fact === null ? w.here : (w[fact as 'moved'] ?? String(fact))
  if (fact === null || fact === '') return w.empty
  return field === 'headcount' ? w.people(Number(fact)) : String(fact)
}
