// A sheet whose QR is torn, folded or blurred still bears its code and a name in print: a person types the code, or finds the name
// among the sheets that have not come back, and the page is matched by it.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { defineRefusals } from '../../../platform/contract/refusal.ts'
import { Id, OptionalText, Text } from '../../../platform/contract/schemas.ts'
import { type UnreadReason, unreadReasons } from './reasons.ts'

/** Pages of which only the QR was not read: a person who sees the sheet can say which one it is. */
export const matchedByHand: readonly string[] = ['no_qr', 'foreign_qr', 'forged_qr'] satisfies UnreadReason[]

const refusal = (reason: UnreadReason) => ({ status: 422 as const, ...unreadReasons[reason] })
export const matchRefusals = defineRefusals('paper', {
  not_a_code: {
    status: 422,
    vi: 'Mã in trên phiếu có 16 chữ và số, ví dụ 3F7K-9QMZ-2W8D-4HXA.',
    en: 'The code printed on a sheet has 16 letters and digits, such as 3F7K-9QMZ-2W8D-4HXA.',
  },
  matched_already: {
    vi: 'Trang này đã khớp với một phiếu, hoặc không phải trang cần gõ mã.',
    en: 'This page has been matched to a sheet, or needs no code.',
  },
  sheet_unknown: refusal('sheet_unknown'),
  other_drive: refusal('other_drive'),
  other_place: refusal('other_place'),
  read_already: refusal('read_already'),
  recorded_already: refusal('recorded_already'),
})

export const MatchPage = defineCommand({
  name: 'paper.match',
  title: { vi: 'Khớp một trang với phiếu bằng mã in trên giấy', en: 'Match a page to its sheet by the printed code' },
  permission: 'commitments.sign',
  place: 'record',
  input: z.object({ communeId: Id, pageId: Id, code: Text(40) }),
  /** Whose sheet it is: the person compares it with the picture before confirming. */
  output: z.object({ id: z.string(), name: z.string() }),
  refusals: Object.values(matchRefusals),
})

export const mostSheetsFound = 30
export const FindSheets = defineQuery({
  name: 'paper.findSheets',
  title: { vi: 'Tìm phiếu chưa về theo tên, số thứ tự', en: 'Find a sheet that has not come back by name or number' },
  permission: 'commitments.sign',
  place: 'record',
  input: z.object({ communeId: Id, pageId: Id, q: z._default(OptionalText(120), '') }),
  /** In the order of the roster; of the drive and the place that the page was read for. */
  output: z.object({
    sheets: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        number: z.nullable(z.number()),
        address: z.string(),
        place: z.string(),
        group: z.object({ vi: z.string(), en: z.string() }),
      }),
    ),
  }),
})
