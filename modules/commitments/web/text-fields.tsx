// The fields of a wording, with the sheet beside them as it will be printed.

import { TextArea, TextField } from '../../../platform/web/components/field.tsx'
import { fieldProblem, type Problem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { linesOf, type TextDraft } from './drive-draft.ts'
import { makingWords } from './making-words.ts'
import { Sheet } from './sheet.tsx'

type Props = { text: TextDraft; onChange: (text: TextDraft) => void; problem: Problem | undefined; at?: string }

export function TextFields({ text, onChange, problem, at = '' }: Props) {
  const w = useWords(makingWords)
  const set = (part: Partial<TextDraft>) => onChange({ ...text, ...part })
  const wrong = (name: string) => fieldProblem(problem, `${at}${name}`)
  return (
    <div className="wording">
      <div>
        <TextField
          label={w.textTitle}
          value={text.title}
          onChange={(title) => set({ title })}
          problem={wrong('title')}
        />
        <TextField
          label={w.opening}
          value={text.opening}
          onChange={(opening) => set({ opening })}
          problem={wrong('opening')}
        />
        <TextArea
          label={w.promises}
          reason={w.promisesWhy}
          rows={6}
          value={text.promises}
          onChange={(promises) => set({ promises })}
          problem={wrong('promises') ?? wrong('promises.0')}
        />
        <TextArea
          optional
          label={w.closing}
          value={text.closing}
          onChange={(closing) => set({ closing })}
          problem={wrong('closing')}
        />
      </div>
      <section aria-label={w.preview}>
        <p className="muted">{w.preview}</p>
        <Sheet text={{ ...text, promises: linesOf(text.promises) }} />
      </section>
    </div>
  )
}
