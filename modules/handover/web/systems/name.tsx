// Names this installation and says which unit it serves; the first time its keys are made.

import { useState } from 'react'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { unitTitle } from '../../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { RadioField } from '../../../../platform/web/components/choice-field.tsx'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { ListAreas } from '../../../areas/contract.ts'
import { type ListCorrespondents, NameInstallation } from '../../contract.ts'
import { systemWords } from './words.ts'

type Props = { ours: OutputOf<typeof ListCorrespondents>['ours']; onClose: () => void }

const most = 12

export function NameDialog({ ours, onClose }: Props) {
  const w = useWords(systemWords)
  const language = useLanguage()
  const save = useCommand(NameInstallation)
  const [name, setName] = useState(ours?.name ?? '')
  const [text, setText] = useState(ours?.serves.name ?? '')
  const [servesId, setServesId] = useState(ours?.serves.id ?? '')
  const [tried, setTried] = useState(false)
  const asked = text.trim()
  const found = useAnswer(ListAreas, { text: asked, limit: most }, { when: asked.length >= 2, keep: true })
  const rows = (asked.length >= 2 ? (found.answer?.rows ?? []) : []).filter(
    ({ level }) => level === 'province' || level === 'commune',
  )
  const send = async () => {
    setTried(true)
    if (name.trim() === '' || servesId === '') return
    const sent = await save.send({ name, servesId })
    if (!sent.ok) return
    say(w.saved)
    onClose()
  }
  return (
    <Dialog open icon="lock" title={ours ? w.change : w.make} onClose={onClose}>
      <Form onSend={() => void send()} send={ours ? w.change : w.make} sending={save.sending} problem={save.problem}>
        <TextField
          label={w.name}
          reason={w.nameWhy}
          value={name}
          maxLength={200}
          onChange={setName}
          problem={tried && name.trim() === '' ? w.needed : undefined}
        />
        <TextField
          label={w.servesField}
          reason={w.servesWhy}
          value={text}
          maxLength={100}
          onChange={(typed) => {
            setText(typed)
            setServesId('')
          }}
          problem={tried && servesId === '' && rows.length === 0 ? w.needed : undefined}
        />
        {rows.length > 0 && (
          <RadioField
            label={w.choose}
            value={servesId}
            onChange={setServesId}
            problem={tried && servesId === '' ? w.needed : undefined}
            choices={rows.map((unit) => ({
              value: unit.id,
              label: unitTitle(unit, language),
              note: unit.parent ? unitTitle(unit.parent, language) : '',
            }))}
          />
        )}
        {asked.length >= 2 && found.answer && rows.length === 0 && <p className="hand-over-why">{w.noUnit}</p>}
      </Form>
    </Dialog>
  )
}
