// How a form is declared: whose paper it is, which events it belongs to, and its lines, with the fields between braces.

import type { Bilingual } from '../../../platform/contract/words.ts'
import type { EventKind } from '../events.ts'
import type { RowColumn } from './fields.ts'
import type { Authority } from './signing.ts'

/**
 * The head of the page. `police` and `chair`: an office on the left, the state on the right, number and date under them;
 * `other`: the same for a centre or another office that is not of the commune, by the place of treatment or as it is typed;
 * `person`: the state alone, as over what somebody writes or signs; `plain`: the page begins with its title.
 */
export type Head = 'police' | 'chair' | 'other' | 'person' | 'plain'

export type Form = {
  title: Bilingual
  /** What the form records or is made for; empty for papers of the file as a whole. */
  kinds: readonly EventKind[]
  head: Head
  /** After the number: `…/QĐ-CAX`. */
  code?: string
  /** "QUYẾT ĐỊNH"; the line below says what of. */
  name: string
  about?: string
  /** To whom it is written. */
  to?: string
  /**
   * Who speaks in a decision: the post that decides under the law of the day, unless it says otherwise. What that post decides
   * nobody signs by order or by authority.
   */
  speaker?: string
  /** Whose paper it is, where that does not follow from who speaks. */
  authority?: Authority
  /** The decision rests on the law of its day (`users`: with the decree on users, `rehabilitation`: with the one on that). */
  law?: 'users' | 'rehabilitation'
  /** What else it rests on, after the law. */
  rests?: readonly string[]
  /**
   * Paragraphs. A line that begins with `|` stands bold in the middle, `…` is a dotted line, `#team`, `#papers`, `#dossier` and
   * `#register` are lists;
   * "Điều 1." at the beginning is bold.
   */
  lines: readonly string[]
  /** Of a register: its rows have these columns, and its page lies on its side. */
  columns?: readonly { title: string; width: number; tag: RowColumn }[]
  /** Under the text, from left to right; `issuer` is the post that decides. */
  signs: readonly ('issuer' | (string & {}))[]
  /** "Nơi nhận". */
  recipients?: readonly string[]
}

/** What the forms of the decree ask of a person. */
export const fullPerson = [
  'Họ và tên: {họ tên in hoa}; giới tính: {giới tính}',
  'Tên gọi khác: {tên gọi khác}',
  'Ngày, tháng, năm sinh: {ngày sinh}; nơi sinh: {nơi sinh}',
  'Quê quán: {quê quán}',
  'Nơi thường trú/tạm trú: {nơi cư trú}',
  'Nơi ở hiện tại: {nơi ở hiện tại}',
  'Số CMND/CCCD/CC/hộ chiếu: {số giấy tờ}; ngày cấp: {ngày cấp}; nơi cấp: {nơi cấp}',
  'Dân tộc: {dân tộc}; tôn giáo: {tôn giáo}; trình độ học vấn: {trình độ học vấn}',
  'Nghề nghiệp: {nghề nghiệp}',
  'Nơi làm việc/học tập: {nơi làm việc}',
] as const
export const shortPerson = [
  'Họ và tên (viết in hoa): {họ tên in hoa}; giới tính: {giới tính}',
  'Tên gọi khác (nếu có): {tên gọi khác}',
  'Ngày, tháng, năm sinh: {ngày sinh}',
  'Số CC/CCCD/CMND/HC: {số giấy tờ}; ngày cấp: {ngày cấp}; nơi cấp: {nơi cấp}',
  'Nơi cư trú hoặc chỗ ở hiện nay: {nơi cư trú}',
] as const
export const worker = ['Nghề nghiệp: {nghề nghiệp}', 'Nơi làm việc/học tập: {nơi làm việc}'] as const
export const dotted = (count: number): string[] => Array.from({ length: count }, () => '…')
/** The one who speaks for a minor. */
export const representative = [
  'Cha, mẹ, người giám hộ hoặc người đại diện hợp pháp (người từ đủ 12 đến dưới 18 tuổi): {người đại diện}; quan hệ: {quan hệ}',
] as const

export const decider = '{thẩm quyền}'
export const toPolice = ['Như Điều thi hành;', 'Lưu: VT, hồ sơ {số hồ sơ}.'] as const
