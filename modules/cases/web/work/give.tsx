// Files go over from one officer to another, all of them or those that are chosen: to whom, on what ground; and afterwards which.

import { useState } from 'react'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { ChecksField, RadioField } from '../../../../platform/web/components/choice-field.tsx'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { Shown } from '../../../../platform/web/components/states.tsx'
import { showInstant } from '../../../../platform/web/format.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { GiveFiles, ListFilesOfOfficer, NameOfficer } from '../../contract.ts'
import { GiveForm } from './give-form.tsx'
import type { OfficerRow, Officers } from './officers.tsx'
import { workWords } from './words.ts'

type Props = { row: OfficerRow; colleagues: Officers['colleagues']; communeId: string; onClose: () => void }

export function GiveDialog({ row: { officer, files }, colleagues, communeId, onClose }: Props) {
  const w = useWords(workWords)
  const all = useCommand(NameOfficer)
  const some = useCommand(GiveFiles)
  const [which, setWhich] = useState<'all' | 'some'>('all')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const from = officer?.id ?? null
  const give = which === 'all' ? all : some
  const send = (to: string, ground: string) =>
    which === 'all'
      ? all.send({ communeId, from, to, ground })
      : some.send({ communeId, fileIds: [...chosen], from, to, ground })
  return (
    <Dialog
      open
      side
      tone="sealed"
      icon="swap"
      title={officer ? w.giveTitle(officer.name) : w.assignTitle}
      onClose={onClose}
    >
      <GiveForm
        why={w.giveWhy}
        deed={officer ? w.give : w.assign}
        colleagues={colleagues.filter(({ id }) => id !== officer?.id)}
        sending={give.sending}
        problem={give.problem}
        ready={which === 'all' || chosen.length > 0}
        send={send}
        onClose={onClose}
      >
        {(tried) => (
          <>
            <RadioField
              label={w.which}
              value={which}
              onChange={(picked) => setWhich(picked as 'all' | 'some')}
              choices={[
                { value: 'all', label: w.allFiles(files) },
                { value: 'some', label: w.someFiles },
              ]}
            />
            {which === 'some' && (
              <Choose
                communeId={communeId}
                officer={from ?? 'none'}
                chosen={chosen}
                onChoose={setChosen}
                problem={tried && chosen.length === 0 ? w.someNeeded : undefined}
              />
            )}
          </>
        )}
      </GiveForm>
    </Dialog>
  )
}

type ChooseProps = {
  communeId: string
  officer: string
  chosen: readonly string[]
  onChoose: (ids: readonly string[]) => void
  problem: string | undefined
}

/** By number and masked name, as in every list. */
function Choose({ communeId, officer, chosen, onChoose, problem }: ChooseProps) {
  const w = useWords(workWords)
  const found = useAnswer(ListFilesOfOfficer, { communeId, officer })
  return (
    <Shown from={found} lines={3}>
      {({ rows, files }) => (
        <ChecksField
          label={w.chosenFiles(chosen.length, files)}
          reason={files > rows.length ? w.firstFiles(rows.length) : undefined}
          problem={problem}
          values={chosen}
          onChange={onChoose}
          choices={rows.map(({ id, number, name, nextDue, demo }) => ({
            value: id,
            label: `${number} · ${name}`,
            note: [nextDue && w.dueAt(showInstant(nextDue)), demo && w.demo].filter(Boolean).join(' · ') || undefined,
          }))}
        />
      )}
    </Shown>
  )
}
