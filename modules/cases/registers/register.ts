// How a register of many persons is declared: which events make a row, which end it, its columns, whose page it is.

import type { Bilingual } from '../../../platform/contract/words.ts'
import type { EventGroup, EventKind } from '../events.ts'
import type { Form } from '../forms/form.ts'
import type { View } from '../views.ts'

export type RegisterColumn = NonNullable<Form['columns']>[number]
export type Register = {
  title: Bilingual
  why: Bilingual
  /** Whoever sees this part of every file may make it: `law`, or a group of events. */
  sees: 'law' | EventGroup
  /** Each event of these kinds is a row; where something ends it, a person has one row, of the latest of them. */
  begins: readonly EventKind[]
  /** After one of these the person stands in it no more. Left out: a book, in which what happened in its days is entered. */
  ends?: readonly EventKind[]
  /** What else the columns take from. */
  beside: readonly EventKind[]
  columns: readonly RegisterColumn[]
  /** The page around the rows. */
  form: Form
  /** Where the law or practice of its columns was not seen in an official print, as the administrator is told. */
  toCheck: Bilingual
}

/** A helper sees the files of their teams and no register. */
export const mayMakeRegister = ({ sees }: Register, view: View | undefined): boolean =>
  view !== undefined && (sees === 'law' ? view.law : view.identity.includes('papers') && view.groups.includes(sees))
