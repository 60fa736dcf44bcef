// The titles of operations, in both languages, for reading an audit that keeps only their names.

import type { Operation } from '../../../platform/contract/operation.ts'
import type { Bilingual } from '../../../platform/contract/words.ts'

/** An operation of an earlier version, which no longer exists, is shown by its name. */
export type Titles = (name: string) => Bilingual

/** `operations` is asked at each use, for the audit is itself one of the modules that are listed. */
export const titlesOf =
  (operations: () => readonly Operation[]): Titles =>
  (name) =>
    operations().find((operation) => operation.name === name)?.title ?? { vi: name, en: name }
