// Who a person is, as far as a file needs it. Nothing is obligatory but a name or what stands for one: some have no papers.

import * as z from 'zod/mini'
import { OptionalText, PlainDate, Text } from '../../../platform/contract/schemas.ts'
import type { Bilingual } from '../../../platform/contract/words.ts'

export const sexes = ['male', 'female', 'other'] as const
export const paperKinds = ['cccd', 'cmnd', 'passport', 'birth-certificate', 'other'] as const

/** A day, or only the year where no more is known. */
export const Birth = z.union([PlainDate, z.string().check(z.regex(/^(19|20)\d{2}$/))])

/** What the law looks at before anything is decided about a person; each from the day it is known. */
export const circumstances = ['pregnant', 'cares-for-child', 'no-capacity', 'no-stable-residence', 'no-papers'] as const

export const circumstanceNames: Record<(typeof circumstances)[number], Bilingual> = {
  pregnant: { vi: 'Đang mang thai', en: 'Pregnant' },
  'cares-for-child': {
    vi: 'Một mình nuôi con dưới 36 tháng, hoặc là phụ nữ nuôi con dưới 36 tháng',
    en: 'Cares for a child under 36 months, alone or as a woman',
  },
  'no-capacity': { vi: 'Không có năng lực trách nhiệm hành chính', en: 'Without administrative capacity' },
  'no-stable-residence': { vi: 'Không có nơi cư trú ổn định', en: 'No stable residence' },
  'no-papers': { vi: 'Không có giấy tờ tùy thân', en: 'Without papers' },
}

const names = z.array(Text(200)).check(z.maxLength(10))
const papers = z.array(z.object({ kind: z.enum(paperKinds), number: Text(30) })).check(z.maxLength(10))
const known = z
  .array(z.object({ what: z.enum(circumstances), from: PlainDate, until: z.nullable(PlainDate) }))
  .check(z.maxLength(30))

export const Identity = z.object({
  name: Text(200),
  otherNames: z._default(names, []),
  birth: z.nullable(Birth),
  sex: z.nullable(z.enum(sexes)),
  papers: z._default(papers, []),
  residence: OptionalText(300),
  stay: OptionalText(300),
  phone: OptionalText(20),
  circumstances: z._default(known, []),
})
/** As much of it as the reader's view shows; what is not there is not for them, which is something else than empty. */
export const IdentityShown = z.partial(
  z.object({
    name: z.string(),
    otherNames: names,
    birth: z.nullable(Birth),
    sex: z.nullable(z.enum(sexes)),
    papers,
    residence: z.string(),
    stay: z.string(),
    phone: z.string(),
    circumstances: known,
  }),
)
export type Identity = z.output<typeof Identity>

export const paperDoubts = ['digits', 'century-or-sex', 'birth-year'] as const
export type PaperDoubt = (typeof paperDoubts)[number]

/**
 * Doubts about a number of 12 digits (place of birth 3, century and sex 1, year of birth 2, chance 6): a warning, never a
 * wall, for it has no check digit and clerks mistype. An old number has 9 digits.
 */
export function doubtsOf({ papers, birth, sex }: Pick<Identity, 'papers' | 'birth' | 'sex'>): PaperDoubt[] {
  const doubts = papers.flatMap(({ kind, number }): PaperDoubt[] => {
    if (kind === 'cmnd') return /^\d{9}$/.test(number) ? [] : ['digits']
    if (kind !== 'cccd') return []
    if (!/^\d{12}$/.test(number)) return ['digits']
    const digit = Number(number[3])
    const year = (19 + Math.floor(digit / 2)) * 100 + Number(number.slice(4, 6))
    const wrongSex = (sex === 'male' && digit % 2 === 1) || (sex === 'female' && digit % 2 === 0)
    const wrongYear = birth !== null && Number(birth.slice(0, 4)) !== year
    return [
      ...(wrongSex || digit > 3 ? (['century-or-sex'] as const) : []),
      ...(wrongYear ? (['birth-year'] as const) : []),
    ]
  })
  return [...new Set(doubts)]
}

/** "Nguyễn Văn An" as "N. V. A***": enough to tell two files of a list apart, too little to know somebody by. */
export const maskedName = (name: string): string => {
  // What stands in brackets is a remark ("minh họa"), no name.
  const words = name
    .replace(/\s*\([^)]*\)\s*$/, '')
    .trim()
    .split(/\s+/)
  return words.map((word, at) => `${[...word][0] ?? ''}${at === words.length - 1 ? '***' : '.'}`).join(' ')
}
