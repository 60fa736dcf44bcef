// Links by which one who is asked to sign does so on a phone of their own: made by whoever takes signatures there.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../platform/contract/operation.ts'
import { defineRefusals } from '../../platform/contract/refusal.ts'
import { Id } from '../../platform/contract/schemas.ts'

export const mostLinks = 100
/** Days that a link may be good for. */
export const linkDays = { usual: 7, most: 30 }
/** Wrong codes after which a link can be used no more. */
export const mostWrongCodes = 5

export const linkRefusals = defineRefusals('links', {
  way_not_allowed: {
    status: 422,
    vi: 'Đợt này không cho ký trên máy riêng đối với nhóm đã chọn.',
    en: 'This drive does not let the chosen group sign on a phone of their own.',
  },
  entry_unknown: {
    status: 422,
    vi: 'Có tên không nằm trong danh sách của nơi này.',
    en: 'One of the names is not on the roster of this place.',
  },
  signed_already: {
    vi: 'Có người đã ký rồi. Hãy bỏ chọn người đó.',
    en: 'One of them has signed already. Leave them out.',
  },
  drive_not_open: { vi: 'Đợt ký không mở vào lúc này.', en: 'The drive is not open now.' },
  used_already: {
    vi: 'Liên kết này đã dùng, không rút lại được.',
    en: 'This link has been used; it cannot be withdrawn.',
  },
})

const place = { driveId: Id, communeId: Id, hamletId: z.optional(z.nullable(Id)) }

export const MakeLinks = defineCommand({
  name: 'links.make',
  title: { vi: 'Tạo liên kết để ký trên máy riêng', en: 'Make links to sign on one’s own phone' },
  permission: 'commitments.sign',
  place: { in: (input) => input.hamletId ?? input.communeId },
  // The links themselves are secrets: they are told once, and kept nowhere.
  forgetAnswer: true,
  input: z.object({
    ...place,
    entryIds: z.array(Id).check(z.minLength(1), z.maxLength(mostLinks)),
    days: z._default(z.int().check(z.minimum(1), z.maximum(linkDays.most)), linkDays.usual),
  }),
  output: z.object({
    links: z.array(
      z.object({
        id: z.string(),
        entryId: z.string(),
        name: z.string(),
        number: z.nullable(z.number()),
        token: z.string(),
        /** Where the drive wants a typed name with a code: handed over apart from the link. */
        code: z.nullable(z.string()),
        expiresAt: z.string(),
      }),
    ),
  }),
  refusals: [
    linkRefusals.way_not_allowed,
    linkRefusals.entry_unknown,
    linkRefusals.signed_already,
    linkRefusals.drive_not_open,
  ],
})

export const linkStates = ['open', 'used', 'held', 'expired', 'locked', 'withdrawn'] as const

export const ListLinks = defineQuery({
  name: 'links.list',
  title: { vi: 'Các liên kết đã tạo ở một nơi', en: 'The links made in a place' },
  permission: 'commitments.sign',
  place: { in: (input) => input.hamletId ?? input.communeId },
  input: z.object({ driveId: Id, communeId: Id, hamletId: z.optional(Id) }),
  output: z.object({
    links: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        number: z.nullable(z.number()),
        state: z.enum(linkStates),
        madeAt: z.string(),
        expiresAt: z.string(),
        usedAt: z.nullable(z.string()),
      }),
    ),
  }),
})

export const WithdrawLink = defineCommand({
  name: 'links.withdraw',
  title: { vi: 'Rút một liên kết', en: 'Withdraw a link' },
  permission: 'commitments.sign',
  place: 'record',
  input: z.object({ communeId: Id, id: Id }),
  output: z.object({ id: z.string() }),
  refusals: [linkRefusals.used_already],
})

/** What became of a try to sign; only the last two count. A wrong try is an answer and no refusal: it must be remembered. */
export const signOutcomes = [
  'unknown',
  'expired',
  'withdrawn',
  'used',
  'locked',
  'wrong-code',
  'too-little-ink',
  'name-missing',
  'text-replaced',
  'refused',
  'held',
  'accepted',
] as const

/** Carried out by the page that a link opens, as the person who made the link; useless without the token. */
export const SignByLink = defineCommand({
  name: 'links.sign',
  title: { vi: 'Ký qua liên kết', en: 'Sign by a link' },
  permission: 'signed-in',
  place: 'nowhere',
  input: z.object({
    token: z.string().check(z.regex(/^[A-Za-z0-9_-]{20,60}$/)),
    textNumber: z.int(),
    /** Points [x, y] on the grid of the ink, stroke by stroke. */
    strokes: z.optional(
      z
        .array(z.array(z.array(z.number()).check(z.minLength(2), z.maxLength(2))).check(z.maxLength(2_000)))
        .check(z.maxLength(60)),
    ),
    name: z.optional(z.string().check(z.maxLength(120))),
    code: z.optional(z.string().check(z.maxLength(20))),
  }),
  output: z.object({
    outcome: z.enum(signOutcomes),
    reason: z.optional(z.string()),
    /** The public check code of what was signed. */
    code: z.optional(z.string()),
    left: z.optional(z.number()),
  }),
})
