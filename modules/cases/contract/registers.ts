// Registers of many persons: made for a purpose, on the record, and told apart by the code at their foot.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { defineRefusals } from '../../../platform/contract/refusal.ts'
import { Id, Instant, OptionalText, PlainDate, Text } from '../../../platform/contract/schemas.ts'
import { signingWayIds } from '../forms/signing.ts'
import { registerIds } from '../registers.ts'
import { formRefusals } from './forms.ts'
import { purposeIds } from './purposes.ts'
import { caseRefusals as no } from './refusals.ts'

const here = { in: (input: { communeId: string }) => input.communeId }

/** Filling a template takes the server some milliseconds a row, while others wait; more than that is for a spreadsheet, which is streamed. */
export const mostRowsOnPaper = 300
/** Minutes for which whoever made a register may fetch its spreadsheet. */
export const fetchMinutes = 15

export const registerRefusals = defineRefusals('cases', {
  register_days: {
    status: 422,
    vi: 'Ngày cuối phải từ ngày đầu trở đi, và một sổ không quá 366 ngày.',
    en: 'The last day cannot come before the first, and a register covers 366 days at most.',
  },
  register_too_long: {
    status: 422,
    vi: 'Sổ này quá {most} dòng, bản Word không chứa được: hãy lấy bản .xlsx hoặc chọn ít ngày hơn.',
    en: 'This register has more than {most} rows, too many for Word: take the .xlsx or choose fewer days.',
  },
})

export const MakeRegister = defineCommand({
  name: 'cases.make-register',
  sealsInput: true,
  title: { vi: 'Lập sổ, danh sách nhiều người (.docx, .xlsx)', en: 'Make a register of many persons (.docx, .xlsx)' },
  permission: 'cases.read',
  place: here,
  input: z.object({
    communeId: Id,
    register: z.enum(registerIds),
    from: PlainDate,
    until: PlainDate,
    purpose: z.enum(purposeIds),
    /** By which paper or work; never a name. */
    ground: Text(300),
    format: z.enum(['docx', 'xlsx']),
    signer: z._default(OptionalText(120), ''),
    signing: z.optional(z.object({ as: z.enum(signingWayIds), post: OptionalText(120) })),
  }),
  output: z.object({
    code: z.string(),
    name: z.string(),
    /** The document for Word; a spreadsheet is fetched by its code from /api/cases/register. */
    docx: z.nullable(z.string()),
  }),
  forgetAnswer: true,
  refusals: [
    registerRefusals.register_days,
    registerRefusals.register_too_long,
    formRefusals.signature_not_theirs,
    no.opens_for_others,
    no.key_missing,
  ],
})

export const ListRegisters = defineQuery({
  name: 'cases.registers',
  title: { vi: 'Các sổ, danh sách lập được và đã lập', en: 'Registers that may be made, and those that left' },
  permission: 'cases.read',
  place: here,
  input: z.object({ communeId: Id }),
  sensitive: true,
  output: z.object({
    /** What the reader’s view allows here. */
    may: z.array(z.enum(registerIds)),
    purposes: z.array(z.enum(purposeIds)),
    /** How many rows they had is not said: a number that is small would tell. */
    rows: z.array(
      z.object({
        code: z.string(),
        register: z.string(),
        from: PlainDate,
        until: PlainDate,
        format: z.enum(['docx', 'xlsx']),
        purpose: z.string(),
        /** Null once somebody who stood in it is erased. */
        ground: z.nullable(z.string()),
        by: z.nullable(z.string()),
        at: Instant,
      }),
    ),
  }),
})
