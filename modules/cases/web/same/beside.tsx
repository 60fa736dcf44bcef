// The two files side by side: which is kept, which part of who the person is comes from which, one timeline, what the law makes of it.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { RadioField } from '../../../../platform/web/components/choice-field.tsx'
import { useConfirm } from '../../../../platform/web/components/confirm.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { Shown } from '../../../../platform/web/components/states.tsx'
import { useGo } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { DecidePair, LookAtMerge, MergeFiles, type MergeTake } from '../../contract.ts'
import type { FileShown } from '../file/opened.tsx'
import { PartsTable } from './parts.tsx'
import { Union } from './union.tsx'
import { sameWords } from './words.ts'

type Open = { file: FileShown; openingId: string }
type Props = { communeId: string; files: readonly [Open, Open]; onMerged: (goneId: string) => void }

const fromKept: MergeTake = {
  ...{ name: 'kept', birth: 'kept', sex: 'kept', residence: 'kept', stay: 'kept', phone: 'kept' },
  ...{ otherNames: 'both', papers: 'both', circumstances: 'both' },
}

/** What the file that is kept does not say is taken from the other one. */
function takeOf(kept: FileShown, gone: FileShown): MergeTake {
  const take = { ...fromKept }
  for (const part of ['birth', 'sex', 'residence', 'stay', 'phone'] as const)
    if (!kept.identity[part] && gone.identity[part]) take[part] = 'gone'
  return take
}

export function Beside({ communeId, files, onMerged }: Props) {
  const w = useWords(sameWords)
  const go = useGo()
  const ask = useConfirm()
  const [keptId, keep] = useState(files[0].file.id)
  const [kept, gone] = keptId === files[0].file.id ? files : [files[1], files[0]]
  const [chosen, choose] = useState<Partial<MergeTake>>({})
  const take = { ...takeOf(kept.file, gone.file), ...chosen }
  const both = {
    ...{ communeId, keptId: kept.file.id, goneId: gone.file.id },
    ...{ keptOpening: kept.openingId, goneOpening: gone.openingId },
  }
  const look = useAnswer(LookAtMerge, { ...both, ...take }, { keep: true })
  const merge = useCommand(MergeFiles)
  const decide = useCommand(DecidePair)
  const problem = merge.problem ?? decide.problem
  const mergeNow = async () => {
    const question = { title: w.mergeTitle(kept.file.number), text: w.mergeText(gone.file.number), yes: w.merge }
    if (!(await ask(question))) return
    const versions = { keptVersion: kept.file.version, goneVersion: gone.file.version }
    const sent = await merge.send({ ...both, ...versions, id: uuidv7(), take })
    if (!sent.ok) return
    say(w.merged(kept.file.number))
    onMerged(gone.file.id)
    go(`/files/${communeId}/${kept.file.id}`)
  }
  const sayApart = async () => {
    const [oneId, otherId] = [kept.file.id, gone.file.id]
    if (!(await decide.send({ communeId, oneId, otherId, apart: true })).ok) return
    say(w.saidApart)
    go(`/files/pairs?commune=${communeId}`)
  }
  return (
    <div className="stack">
      <Card title={w.identity} padded>
        <RadioField
          label={w.keep}
          reason={w.keepWhy}
          value={keptId}
          onChange={(id) => {
            keep(id)
            choose({})
          }}
          choices={files.map(({ file }) => ({ value: file.id, label: file.number }))}
        />
        <PartsTable kept={kept.file} gone={gone.file} take={take} onTake={(part) => choose({ ...chosen, ...part })} />
      </Card>
      <Shown from={look} lines={8}>
        {(answer) => <Union look={answer} kept={kept.file.number} gone={gone.file.number} />}
      </Shown>
      {problem && (
        <div role="alert">
          <Note tone="late">{problem.title}</Note>
        </div>
      )}
      <div className="same-do">
        <Button main icon="merge" busy={merge.sending} onClick={() => void mergeNow()}>
          {w.merge}
        </Button>
        <Button busy={decide.sending} onClick={() => void sayApart()}>
          {w.twoPeople}
        </Button>
      </div>
    </div>
  )
}
