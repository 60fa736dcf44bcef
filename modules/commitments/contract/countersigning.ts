// The counterpart signs too: who that is follows from the group of the drive, and everybody else is told who it is.

import * as z from 'zod/mini'
import { defineCommand } from '../../../platform/contract/operation.ts'
import { defineRefusals } from '../../../platform/contract/refusal.ts'
import { Id } from '../../../platform/contract/schemas.ts'
import type { Bilingual } from '../../../platform/contract/words.ts'

/** Why somebody does not countersign a promise: it is for another to do. */
export const countersignReasons = {
  for_province: { vi: 'Bản này do UBND tỉnh ký đối ứng.', en: 'The province countersigns this one.' },
  for_district: {
    vi: 'Bản này do UBND huyện ký đối ứng, nơi không còn cấp huyện thì UBND tỉnh.',
    en: 'The district countersigns this one, or the province where there is no district any more.',
  },
  for_commune: { vi: 'Bản này do UBND xã ký đối ứng.', en: 'The commune countersigns this one.' },
  for_police: { vi: 'Bản này do Công an xã ký đối ứng.', en: 'The commune police countersign this one.' },
  for_body: {
    vi: 'Bản này do thủ trưởng đơn vị ký đối ứng.',
    en: 'The head of the signer’s body countersigns this one.',
  },
  for_hamlet: {
    vi: 'Bản này do trưởng thôn ký đối ứng.',
    en: 'The head of the signer’s hamlet countersigns this one.',
  },
  body_unnamed: {
    vi: 'Danh sách không ghi đơn vị của người ký, nên chưa rõ thủ trưởng nào ký đối ứng.',
    en: 'The roster names no body of the signer, so it is not known whose head countersigns.',
  },
  hamlet_unnamed: {
    vi: 'Danh sách không ghi thôn của người ký, nên chưa rõ trưởng thôn nào ký đối ứng.',
    en: 'The roster names no hamlet of the signer, so it is not known whose head countersigns.',
  },
} satisfies Record<string, Bilingual>
export type CountersignReason = keyof typeof countersignReasons

export const countersignRefusals = defineRefusals('commitments', {
  for_province: { status: 403, ...countersignReasons.for_province },
  for_district: { status: 403, ...countersignReasons.for_district },
  for_commune: { status: 403, ...countersignReasons.for_commune },
  for_police: { status: 403, ...countersignReasons.for_police },
  for_body: { status: 403, ...countersignReasons.for_body },
  for_hamlet: { status: 403, ...countersignReasons.for_hamlet },
  body_unnamed: countersignReasons.body_unnamed,
  hamlet_unnamed: countersignReasons.hamlet_unnamed,
})

const reasons = Object.keys(countersignReasons) as [CountersignReason, ...CountersignReason[]]

/** Of a promise that the counterpart has still to sign: null where the reader is the one to do it. */
export const WaitsForCounterpart = z.object({ notYou: z.nullable(z.enum(reasons)) })
export type WaitsForCounterpart = z.output<typeof WaitsForCounterpart>

export const Countersign = defineCommand({
  name: 'commitments.countersign',
  title: { vi: 'Ký đối ứng các bản cam kết của một nơi', en: 'Countersign promises of a place' },
  permission: 'commitments.countersign',
  place: { in: (input) => input.hamletId ?? input.communeId },
  input: z.object({
    driveId: Id,
    communeId: Id,
    /** Only promises of this hamlet of the commune. */
    hamletId: z.optional(z.nullable(Id)),
    ids: z.array(Id).check(z.minLength(1), z.maxLength(500)),
  }),
  /** Those that were countersigned already, do not stand, or need none are left as they are; one for another to sign refuses all. */
  output: z.object({ countersigned: z.int() }),
  refusals: Object.values(countersignRefusals),
})
