// What stands on one sheet, as the drawing thread is given it.

export type Wording = { title: string; opening: string; promises: readonly string[]; closing: string }
export type SheetContent = {
  /** What the QR says; the code beside it as it is read by people, and where it is typed. */
  qrText: string
  shownCode: string
  checkedAt: string
  drive: string
  demo: boolean
  text: Wording
  textNumber: number
  /** "Chủ hộ gia đình", "Cán bộ, công chức": who signs, by the name of the group. */
  group: string
  name: string
  /** Its number in the roster: sheets are handed out and sorted by it. */
  number: number | null
  /** "số 12, thôn Đông" as far as it is known. */
  details: readonly string[]
  place: string
  /** Who signs for the other side. */
  counterpart: string
  year: number
}
