// The field in which a file is looked for. What is typed goes along with a command, and stands in no address, history or log.

import type { FormEvent, ReactNode } from 'react'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Field } from '../../../../platform/web/components/field.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import type { Problem } from '../../../../platform/web/problem.ts'

type Props = {
  words: { label: string; why: string; search: string }
  text: string
  onText: (text: string) => void
  finding: { sending: boolean; problem: Problem | undefined }
  /** With something typed, and not while an answer is awaited. */
  onSearch: () => Promise<void>
  /** Beside the button. */
  children?: ReactNode
}

export function SearchForm({ words, text, onText, finding, onSearch, children }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '' && !finding.sending) void onSearch()
  }
  return (
    <form className="file-find" onSubmit={submit}>
      <Field label={words.label} reason={words.why}>
        {(wiring) => (
          <input
            {...wiring}
            type="search"
            autoComplete="off"
            maxLength={200}
            value={text}
            onChange={(event) => onText(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" icon="search" busy={finding.sending}>
        {words.search}
      </Button>
      {children}
      {finding.problem && (
        <div className="file-find-p" role="alert">
          <Note icon="alert" tone="late">
            <b className="semi">{finding.problem.title}</b> {finding.problem.detail}
          </Note>
        </div>
      )}
    </form>
  )
}
