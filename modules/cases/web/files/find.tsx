// Finding a file by name or number. It is a command: what is typed stands in no address, no history and no log.

import { useState } from 'react'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { FindFiles } from '../../contract.ts'
import { SearchForm } from './search-form.tsx'
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
  const search = async () => {
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
    <SearchForm
      words={{ label: w.findLabel, why: w.findWhy, search: w.find }}
      text={text}
      onText={setText}
      finding={find}
      onSearch={search}
    >
      {searched && (
        <Button quiet icon="arrow-l" onClick={back}>
          {w.backToList}
        </Button>
      )}
    </SearchForm>
  )
}
