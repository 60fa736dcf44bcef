// Taking signatures: one operation for every way to sign, in batches of which a bad one never holds up the others.

import * as z from 'zod/mini'
import { defineCommand } from '../../../platform/contract/operation.ts'
import { defineRefusals } from '../../../platform/contract/refusal.ts'
import { Id, Instant, OptionalText } from '../../../platform/contract/schemas.ts'
import type { Bilingual } from '../../../platform/contract/words.ts'
import { largestInk } from './ink.ts'

export const ways = ['ink', 'paper', 'phone-ink', 'phone-code', 'meeting'] as const
export type Way = (typeof ways)[number]

/** Why a signature waits for a decision (held) or can never count (refused). */
export const signingReasons = {
  after_closing: {
    vi: 'Đợt ký đã đóng khi phiếu tới. UBND xã quyết định có nhận hay không.',
    en: 'The drive had closed when this came. The commune decides whether it counts.',
  },
  before_opening: {
    vi: 'Ký trước ngày mở đợt. UBND xã quyết định có nhận hay không.',
    en: 'Signed before the drive opened. The commune decides whether it counts.',
  },
  already_signed: {
    vi: 'Đã có một bản ký khác của hộ hoặc người này trong đợt. Hãy chọn giữ bản nào.',
    en: 'Another signature of this household or person is already there. Choose which one to keep.',
  },
  entry_ended: {
    vi: 'Tên này đã được đưa ra khỏi danh sách trước ngày ký.',
    en: 'This entry had been taken off the roster before it was signed.',
  },
  entry_merged: {
    vi: 'Tên này đã được gộp với một tên khác trong danh sách.',
    en: 'This entry has been merged with another one on the roster.',
  },
  text_replaced: {
    vi: 'Ký theo lời cam kết cũ, đã được thay trước ngày ký.',
    en: 'Signed on an earlier wording, which had been replaced by that day.',
  },
  hamlet_merged: {
    vi: 'Thôn này đã được sáp nhập; xã mới quyết định phiếu này.',
    en: 'This hamlet has been merged since; the new commune decides on this signature.',
  },
  drive_unknown: { vi: 'Không có đợt ký này ở địa bàn.', en: 'There is no such drive in this area.' },
  drive_not_open: { vi: 'Đợt ký này chưa mở.', en: 'This drive has not been opened.' },
  drive_closed: { vi: 'Đợt ký này đã đóng.', en: 'This drive is closed.' },
  group_not_asked: { vi: 'Đợt này không lấy chữ ký của nhóm này.', en: 'This drive does not ask this group to sign.' },
  entry_unknown: {
    vi: 'Không có tên này trong danh sách của thôn hoặc đơn vị.',
    en: 'This entry is not on the roster of the hamlet or body.',
  },
  text_unknown: { vi: 'Không có bản lời cam kết này.', en: 'There is no such wording.' },
  way_not_allowed: { vi: 'Đợt này không cho ký theo cách này.', en: 'This drive does not allow signing in this way.' },
  ink_missing: { vi: 'Thiếu nét ký.', en: 'The ink is missing.' },
  ink_unreadable: { vi: 'Nét ký không đọc được.', en: 'The ink cannot be read.' },
  ink_too_small: {
    vi: 'Nét ký chỉ là một chấm hoặc một vạch ngắn. Hãy ký lại.',
    en: 'The ink is only a dot or a short line. Please sign again.',
  },
  meeting_missing: { vi: 'Thiếu cuộc họp làm căn cứ.', en: 'The meeting that proves it is missing.' },
  meeting_unknown: {
    vi: 'Không có cuộc họp này ở nơi ký hoặc ở cấp trên của nơi ký.',
    en: 'No such meeting is on record in the place of signing or above it.',
  },
  meeting_not_held: {
    vi: 'Cuộc họp diễn ra sau ngày ký nên không làm căn cứ được.',
    en: 'The meeting is held after the day of signing, so it proves nothing.',
  },
  minutes_missing: {
    vi: 'Cuộc họp chưa có biên bản: hãy ghi kết luận, khóa biên bản, hoặc đính kèm biên bản giấy.',
    en: 'The meeting has no minutes yet: record its conclusions, close the minutes, or attach their paper.',
  },
  file_unknown: {
    vi: 'Không có tệp này trong hồ sơ của xã.',
    en: 'No such file is on record for this commune.',
  },
  id_taken: { vi: 'Mã phiếu này đã dùng cho phiếu khác.', en: 'This id belongs to another signature.' },
} satisfies Record<string, Bilingual>
export type SigningReason = keyof typeof signingReasons

/** What can be wrong with the meeting or the file that is named as proof. */
export const proofRefusals = defineRefusals('commitments', {
  meeting_missing: { status: 422, ...signingReasons.meeting_missing },
  meeting_unknown: { status: 422, ...signingReasons.meeting_unknown },
  meeting_not_held: { status: 422, ...signingReasons.meeting_not_held },
  minutes_missing: signingReasons.minutes_missing,
  file_unknown: { status: 422, ...signingReasons.file_unknown },
})
export type ProofReason = keyof typeof proofRefusals

export const commitmentRefusals = defineRefusals('commitments', { already_signed: signingReasons.already_signed })

export const Signature = z.object({
  /** Minted where it was signed; sending it again changes nothing. It becomes the id of the promise. */
  id: Id,
  entryId: Id,
  textNumber: z.int().check(z.positive()),
  way: z.enum(ways),
  /** The instant as the device tells it; the day of signing is this instant in Vietnam, never later than today. */
  signedAt: Instant,
  /** Base64 of `encodeInk`; needed for ink. */
  ink: z.optional(z.string().check(z.maxLength(Math.ceil((largestInk * 4) / 3)), z.regex(/^[A-Za-z0-9+/]*={0,2}$/))),
  witness: OptionalText(120),
  meetingId: z.optional(Id),
  fileId: z.optional(Id),
  deviceId: z.optional(Id),
})
export type Signature = z.output<typeof Signature>
/** Only a link takes a typed name, with its code; whoever takes signatures cannot claim that one was typed. */
export type TakenSignature = Signature & { typedName?: string }

const Result = z.object({
  id: z.string(),
  outcome: z.enum(['accepted', 'repeated', 'held', 'refused']),
  reason: z.optional(z.string()),
  /** What the public check asks for, when the promise stands. */
  code: z.optional(z.string()),
})
export type SigningResult = z.output<typeof Result>

export const Sign = defineCommand({
  name: 'commitments.sign',
  title: { vi: 'Ghi nhận chữ ký cam kết', en: 'Take signatures of a commitment' },
  permission: 'commitments.sign',
  place: { in: (input) => input.hamletId ?? input.communeId },
  worksOffline: true,
  input: z.object({
    driveId: Id,
    communeId: Id,
    hamletId: z.nullable(Id),
    signatures: z.array(Signature).check(z.minLength(1), z.maxLength(200)),
  }),
  output: z.object({ results: z.array(Result) }),
})

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The code of the public check: 16 letters (80 bits) of the SHA-256 of the id, so a phone can show it without a network. */
export async function codeOf(promiseId: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(promiseId.toLowerCase()))
  return codeOfDigest(new Uint8Array(digest))
}

/** The same from the digest's first ten bytes. */
export function codeOfDigest(digest: Uint8Array): string {
  let [code, bits, held] = ['', 0, 0]
  for (const byte of digest.subarray(0, 10)) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      code += letters[(held >>> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  return code
}

/** As it is printed: XXXX-XXXX-XXXX-XXXX. */
export const shownCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code

/** A check code as it was read off paper: in any case, with or without lines, with the letters that are easily confused. */
export function plainCheckCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0')
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(code) ? code : undefined
}
