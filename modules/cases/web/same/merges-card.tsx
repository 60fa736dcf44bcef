// Files that were merged into this one, and the way back; what was entered since goes where somebody says.

import { useState } from 'react'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { CheckField } from '../../../../platform/web/components/choice-field.tsx'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { ListMerges, UnmergeFiles } from '../../contract.ts'
import { kindTitle, showMoment } from '../events/shown.tsx'
import type { At } from '../file/opened.tsx'
import { sameWords } from './words.ts'

type Merge = OutputOf<typeof ListMerges>['rows'][number]

export function MergesCard({ at, version }: { at: At; version: number }) {
  const w = useWords(sameWords)
  const merges = useAnswer(ListMerges, at)
  const [undoing, undo] = useState<Merge>()
  const rows = merges.answer?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Card title={w.mergedHere} icon="merge" padded>
      <ul className="same-events">
        {rows.map((merge) => (
          <li key={merge.id}>
            <b className="semi num">{merge.number}</b>{' '}
            <span className="muted">{w.mergedOn(showInstant(merge.at), merge.by ?? w.somebody)}</span>
            {merge.last && (
              <div>
                <Button small icon="split" onClick={() => undo(merge)}>
                  {w.unmerge}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {undoing && <UnmergeDialog at={at} version={version} merge={undoing} onClose={() => undo(undefined)} />}
    </Card>
  )
}

type DialogProps = { at: At; version: number; merge: Merge; onClose: () => void }

function UnmergeDialog({ at, version, merge, onClose }: DialogProps) {
  const w = useWords(sameWords)
  const language = useLanguage()
  const unmerge = useCommand(UnmergeFiles)
  const [goes, setGoes] = useState<readonly string[]>([])
  // What is about another event goes with it, wherever that one goes.
  const own = merge.since.filter((event) => event.with === null)
  const send = async () => {
    const sent = await unmerge.send({ ...at, mergeId: merge.id, version, toGone: [...goes] })
    if (!sent.ok) return
    say(w.unmerged(sent.answer.number))
    onClose()
  }
  return (
    <Dialog open icon="split" title={w.unmergeTitle(merge.number)} onClose={onClose}>
      <p className="muted">{w.unmergeWhy}</p>
      <Form onSend={() => void send()} send={w.unmerge} sending={unmerge.sending} problem={unmerge.problem}>
        {own.length > 0 && (
          <fieldset className="fld opts">
            <legend>{w.since(merge.number)}</legend>
            <span className="why">{w.sinceWhy}</span>
            {own.map(({ id, folio, kind, at: when }) => (
              <CheckField
                key={id}
                label={`${w.folio(String(folio))} · ${kindTitle(kind)[language]} · ${showMoment(when)}`}
                value={goes.includes(id)}
                onChange={(on) => setGoes(on ? [...goes, id] : goes.filter((each) => each !== id))}
              />
            ))}
          </fieldset>
        )}
      </Form>
    </Dialog>
  )
}
