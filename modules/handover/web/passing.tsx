// How the paper is called with which a file is passed on; and why it has no number where it has none.

import type { ReactNode } from 'react'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { Note } from '../../../platform/web/components/page.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import type { SendingRow } from '../contract.ts'
import { passingOf } from '../rules/passing.ts'
import { handOverWords } from './words.ts'

/** A pack that came in from another installation does not say it before it is opened. */
export function useFormName(): ({ form, side, system }: Pick<SendingRow, 'form' | 'side' | 'system'>) => string | null {
  const w = useWords(handOverWords)
  return ({ form, side, system }) => (form ? w.form(form) : side === 'out' || system === null ? w.noNumber : null)
}

export function WithoutForm({ status, children }: { status: string | null; children?: ReactNode }) {
  const w = useWords(handOverWords)
  const language = useLanguage()
  const passing = passingOf(status)
  if (!passing || passing.form !== null) return children
  return (
    <Note icon="alert" tone="soon">
      {passing.why[language]} <Tag>{w.toCheck}</Tag> {passing.toCheck[language]} {children}
    </Note>
  )
}
