// Finding a file by name or number. It is a command: what is typed stands in no address, no history and no log.

import { type FormEvent, useState } from 'react'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Field } from '../../../../platform/web/components/field.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { FindFiles } from '../../contract.ts'
import { filesWords } from './words.ts'

export type Found = OutputOf<typeof FindFiles>

export function FindForm({
  communeId,
  among,
  onFound,
}: {
  communeId: string
  among?: 'restricted'
  /** Undefined: the search was given up, the list stands again. */
  onFound: (found: Found | undefined) => void
}) {
  const w = useWords(filesWords)
  const find = useCommand(FindFiles)
  const [text, setText] = useState('')
  const [searched, setSearched] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '' || find.sending) return
    const sent = await find.send({ communeId, text, ...(among && { among }) })
    if (!sent.ok) return
    setSearched(true)
    onFound(sent.answer)
  }
  const back = () => {
    setText('')
    setSearched(false)
    find.clear()
    onFound(undefined)
  }
  return (
    <form className="file-find" onSubmit={(event) => void submit(event)}>
      <Field label={w.findLabel} reason={w.findWhy}>
        {(wiring) => (
          <input
            {...wiring}
            type="search"
            autoComplete="off"
            maxLength={200}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" icon="search" busy={find.sending}>
        {w.find}
      </Button>
      {searched && (
        <Button quiet icon="arrow-l" onClick={back}>
          {w.backToList}
        </Button>
      )}
      {find.problem && (
        <div className="file-find-p" role="alert">
          <Note icon="alert" tone="late">
            <b className="semi">{find.problem.title}</b> {find.problem.detail}
          </Note>
        </div>
      )}
    </form>
  )
}
