// Who a person is as it is typed, and as it is sent.

import type * as z from 'zod/mini'
import { readTypedDay, showDay } from '../../../../platform/web/day.ts'
import type { Identity, IdentityShown } from '../../contract.ts'

/** As much of somebody as the reader's view shows. */
export type Person = z.output<typeof IdentityShown>

/** `key` names a row, so that the others keep what is typed in them when one is taken away. */
export type TypedPaper = { key: number; kind: Identity['papers'][number]['kind']; number: string }
export type TypedCircumstance = {
  key: number
  what: Identity['circumstances'][number]['what']
  from: string
  until: string
}
export type TypedIdentity = {
  name: string
  otherNames: string
  birth: string
  sex: '' | NonNullable<Identity['sex']>
  papers: readonly TypedPaper[]
  residence: string
  stay: string
  phone: string
  circumstances: readonly TypedCircumstance[]
}

export const nobody = (): TypedIdentity => ({
  name: '',
  otherNames: '',
  birth: '',
  sex: '',
  papers: [{ key: 1, kind: 'cccd', number: '' }],
  residence: '',
  stay: '',
  phone: '',
  circumstances: [],
})

export const typedOf = (known: Person): TypedIdentity => ({
  name: known.name ?? '',
  otherNames: (known.otherNames ?? []).join('\n'),
  birth: known.birth ? showBirth(known.birth) : '',
  sex: known.sex ?? '',
  papers: (known.papers ?? []).map((paper, at) => ({ key: at + 1, ...paper })),
  residence: known.residence ?? '',
  stay: known.stay ?? '',
  phone: known.phone ?? '',
  circumstances: (known.circumstances ?? []).map(({ what, from, until }, at) => ({
    key: at + 1,
    what,
    from,
    until: until ?? '',
  })),
})

export const showBirth = (birth: string): string => (birth.length === 4 ? birth : showDay(birth))

/** A day, a year alone, null where nothing was typed; undefined for what is neither. */
export function birthOf(typed: string): string | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  if (/^(19|20)\d{2}$/.test(text)) return text
  return readTypedDay(text, 'vi').day
}

export type IdentityFault = 'name' | 'birth' | `circumstance:${number}`

/** What is sent, or which fields stand in the way. */
export function identityOf(typed: TypedIdentity): { identity: Identity; faults: readonly IdentityFault[] } {
  const birth = birthOf(typed.birth)
  const faults: IdentityFault[] = [
    ...(typed.name.trim() === '' ? (['name'] as const) : []),
    ...(birth === undefined ? (['birth'] as const) : []),
    ...typed.circumstances.flatMap(({ key, from }) => (from === '' ? [`circumstance:${key}` as const] : [])),
  ]
  return {
    faults,
    identity: {
      name: typed.name.trim(),
      otherNames: linesOf(typed.otherNames),
      birth: birth ?? null,
      sex: typed.sex || null,
      papers: typed.papers.flatMap(({ kind, number }) =>
        number.trim() === '' ? [] : [{ kind, number: tidy(number) }],
      ),
      residence: typed.residence,
      stay: typed.stay,
      phone: typed.phone,
      circumstances: typed.circumstances.map(({ what, from, until }) => ({ what, from, until: until || null })),
    },
  }
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
/** Digits are typed in groups. */
const tidy = (number: string): string => number.trim().replace(/(?<=\d)[ .-](?=\d)/g, '')
