// A page whose QR was not read: its picture, the code that stands in print on the sheet, or the name found on the roster.

import { useState } from 'react'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { shownCode } from '../../commitments/contract.ts'
import { FindSheets, MatchPage, pageAddress } from '../contract.ts'
import { readingWords } from './words.ts'

type Props = { communeId: string; page: { id: string; file: string; number: number }; onClose: () => void }

export function MatchDialog({ communeId, page, onClose }: Props) {
  const w = useWords(readingWords)
  const match = useCommand(MatchPage)
  const [code, setCode] = useState('')
  const send = async () => {
    const sent = await match.send({ communeId, pageId: page.id, code })
    if (!sent.ok) return
    say(w.matched(sent.answer.name))
    onClose()
  }
  const picture = pageAddress(communeId, page.id, 'sheet')
  return (
    <Dialog open wide title={w.matchTitle} icon="qr" onClose={onClose}>
      <Form
        onSend={() => void send()}
        send={w.matchIt}
        sending={match.sending}
        {...(match.problem ? { problem: match.problem } : {})}
        others={<Button onClick={onClose}>{w.back}</Button>}
      >
        <div className="row2">
          <TextField
            label={w.code}
            reason={w.codeWhy}
            value={code}
            onChange={setCode}
            autoCapitalize="characters"
            problem={fieldProblem(match.problem, 'code')}
          />
          <SheetByName communeId={communeId} pageId={page.id} code={code} onChange={setCode} />
        </div>
        <a className="match-picture" href={picture} target="_blank" rel="noreferrer">
          <img src={picture} alt={w.pictureOf(page.file, page.number)} />
        </a>
      </Form>
    </Dialog>
  )
}

type ByName = { communeId: string; pageId: string; code: string; onChange: (code: string) => void }

/** Whoever chooses a name is shown its code, to be compared with what can still be read of the printed one. */
function SheetByName({ communeId, pageId, code, onChange }: ByName) {
  const w = useWords(readingWords)
  const language = useLanguage()
  const [typed, type] = useState('')
  const [chosen, choose] = useState<{ value: string; label: string }>()
  // What was chosen stands in the box by its name; that is not a search.
  const q = typed === chosen?.label ? '' : typed.slice(0, 120)
  const { answer } = useAnswer(FindSheets, { communeId, pageId, q }, { keep: true })
  const found = (answer?.sheets ?? []).map((sheet) => ({
    value: shownCode(sheet.code),
    label: sheet.number === null ? sheet.name : `${sheet.number}. ${sheet.name}`,
    note: [sheet.group[language], sheet.address, sheet.place].filter(Boolean).join(', '),
  }))
  const choices = chosen && !found.some(({ value }) => value === chosen.value) ? [chosen, ...found] : found
  return (
    <PickField
      label={w.byName}
      reason={w.byNameWhy}
      value={chosen?.value === code ? code : ''}
      onChange={(next) => {
        choose(choices.find(({ value }) => value === next))
        onChange(next)
      }}
      choices={choices}
      onType={type}
    />
  )
}
