// Takes over files of a commune of before: all of them where it was merged, those of one's own residents where it was divided.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { unitName } from '../../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { ChecksField } from '../../../../platform/web/components/choice-field.tsx'
import { useConfirm } from '../../../../platform/web/components/confirm.tsx'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { Shown } from '../../../../platform/web/components/states.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { fieldProblem } from '../../../../platform/web/problem.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { ListFilesBefore, TakeOverFiles } from '../../contract.ts'
import type { CommuneBefore } from './list.tsx'
import { beforeWords } from './words.ts'

type Taken = OutputOf<typeof TakeOverFiles>
type Props = { before: CommuneBefore; communeId: string; onClose: () => void }

export function TakeOverDialog({ before, communeId, onClose }: Props) {
  const w = useWords(beforeWords)
  const language = useLanguage()
  const [taken, setTaken] = useState<Taken>()
  const found = useAnswer(ListFilesBefore, { communeId, fromId: before.unit.id }, { when: !taken, keep: true })
  return (
    <Dialog open side tone="sealed" icon="swap" title={w.title(unitName(before.unit, language))} onClose={onClose}>
      {taken ? (
        <TakenOver taken={taken} onClose={onClose} />
      ) : (
        <Shown from={found} lines={5}>
          {(files) => <Choose files={files} before={before} communeId={communeId} onTaken={setTaken} />}
        </Shown>
      )}
    </Dialog>
  )
}

type ChooseProps = {
  files: OutputOf<typeof ListFilesBefore>
  before: CommuneBefore
  communeId: string
  onTaken: (taken: Taken) => void
}

function Choose({ files: { rows, files, divided }, before, communeId, onTaken }: ChooseProps) {
  const w = useWords(beforeWords)
  const language = useLanguage()
  const take = useCommand(TakeOverFiles)
  const confirm = useConfirm()
  const [id] = useState(() => uuidv7())
  // Of a commune that was divided a person chooses each.
  const [chosen, setChosen] = useState<readonly string[]>(divided ? [] : rows.map((row) => row.id))
  const [ground, setGround] = useState('')
  const [tried, setTried] = useState(false)
  const send = async () => {
    setTried(true)
    if (chosen.length === 0 || ground.trim() === '') return
    if (!(await confirm({ title: w.take, text: w.sure(chosen.length), yes: w.take }))) return
    const sent = await take.send({ communeId, id, fromId: before.unit.id, fileIds: [...chosen], ground })
    if (sent.ok) onTaken(sent.answer)
  }
  return (
    <Form onSend={() => void send()} send={w.take} sending={take.sending} problem={take.problem}>
      {divided && (
        <p className="muted">{w.dividedAmong(before.heirs.map((heir) => unitName(heir, language)).join(', '))}</p>
      )}
      <ChecksField
        label={w.chosen(chosen.length, files)}
        reason={files > rows.length ? w.first(rows.length) : undefined}
        problem={tried && chosen.length === 0 ? w.someNeeded : undefined}
        values={chosen}
        onChange={setChosen}
        choices={rows.map((row) => ({
          value: row.id,
          label: `${row.number} · ${row.name}`,
          note: divided ? row.residence || w.noResidence : undefined,
        }))}
      />
      <TextField
        label={w.ground}
        reason={w.groundWhy}
        maxLength={300}
        value={ground}
        onChange={setGround}
        problem={tried && ground.trim() === '' ? w.groundNeeded : fieldProblem(take.problem, 'ground')}
      />
    </Form>
  )
}

function TakenOver({ taken, onClose }: { taken: Taken; onClose: () => void }) {
  const w = useWords(beforeWords)
  return (
    <>
      <div role="status">
        <Note icon="check-c">{w.taken(taken.files)}</Note>
      </div>
      <h3>{w.numbers}</h3>
      <ul className="num">
        {taken.numbers.map(({ before, now }) => (
          <li key={now}>
            {before} → {now}
          </li>
        ))}
      </ul>
      <Button main onClick={onClose}>
        {w.done}
      </Button>
    </>
  )
}
