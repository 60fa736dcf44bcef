// The way to a form from wherever it is named: beside a step, a missing paper, an entry of the timeline.

import { createContext, useContext } from 'react'
import { Button } from '../../../../../platform/web/components/button.tsx'
import { useLanguage } from '../../../../../platform/web/language.ts'
import { useWords } from '../../../../../platform/web/words.ts'
import { type FormId, formOf, hasNumber } from '../../../forms.ts'
import { paperWords } from './words.ts'

/** `eventId`: what the paper is about; left out when it is made before that has happened. */
export type Made = { form: FormId; eventId?: string }
/** Undefined where nothing may be made: a file that was opened in an emergency is there to be read. */
export const Making = createContext<((made: Made) => void) | undefined>(undefined)

/** "III-04", or the name of a paper that has no number. */
export function useFormName(): (form: FormId) => string {
  const language = useLanguage()
  return (form) => (hasNumber(form) ? form : formOf(form).title[language])
}

/** `main`: it is what the step is about. */
export function MakeButton({ form, eventId, label, main }: Made & { label?: string; main?: boolean }) {
  const w = useWords(paperWords)
  const language = useLanguage()
  const make = useContext(Making)
  const { title } = formOf(form)
  if (!make) return null
  const name = hasNumber(form) ? w.make(form) : w.makeNamed(inSentence(title[language]))
  return (
    <Button
      {...(main ? { main } : { small: true, quiet: true })}
      icon="doc"
      className="noprint"
      title={title[language]}
      aria-label={`${label ?? name} (.docx): ${title[language]}`}
      onClick={() => make({ form, ...(eventId && { eventId }) })}
    >
      {label ?? name}
    </Button>
  )
}
const inSentence = (words: string): string => words.charAt(0).toLocaleLowerCase('vi') + words.slice(1)

/** Nothing where there is no form. */
export function MakeButtons({ forms, eventId }: { forms: readonly FormId[]; eventId?: string }) {
  if (forms.length === 0) return null
  return (
    <span className="paper-makes noprint">
      {forms.map((form) => (
        <MakeButton key={form} form={form} {...(eventId && { eventId })} />
      ))}
    </span>
  )
}
