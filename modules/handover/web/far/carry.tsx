// What the sender carries and waits for: the pack, the receipt that comes back, and the request where it should not have gone.

import { useCommand } from '../../../../platform/web/command.ts'
import { Button, LinkButton } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { useConfirm } from '../../../../platform/web/components/confirm.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { AskBack } from '../../contract.ts'
import { handOverWords } from '../words.ts'
import type { FarShown } from './page.tsx'
import { farWords } from './words.ts'

export const carriedAddress = (communeId: string, id: string, kind: FarShown['carries'][number]): string =>
  `/api/handover/carried?communeId=${communeId}&id=${id}&kind=${kind}`

type Props = { far: FarShown; communeId: string; onTake: () => void }

export function CarryCard({ far: { row, askedBackAt }, communeId, onTake }: Props) {
  const w = useWords(farWords)
  const h = useWords(handOverWords)
  const ask = useCommand(AskBack)
  const confirm = useConfirm()
  const askBack = async () => {
    if (!(await confirm({ title: w.askBack, text: w.askBackSure, yes: w.askBack, danger: true }))) return
    const sent = await ask.send({ communeId, id: row.id })
    if (sent.ok) say(w.askedBack)
  }
  return (
    <Card title={w.carry} icon="out" padded>
      <Note icon="lock" tone="soon">
        {askedBackAt ? w.askedWaits : w.frozen}
      </Note>
      <p className="hand-over-why">{w.carryWhy}</p>
      <ol className="hand-over-steps">
        <li>{w.step1}</li>
        <li>{w.step2}</li>
        <li>{w.step3}</li>
      </ol>
      {ask.problem && (
        <Note icon="alert" tone="late">
          {ask.problem.title}
        </Note>
      )}
      <div className="hand-over-buttons">
        {askedBackAt ? (
          <LinkButton main icon="download" href={carriedAddress(communeId, row.id, 'request')} download>
            {w.request}
          </LinkButton>
        ) : (
          <LinkButton main icon="download" href={carriedAddress(communeId, row.id, 'pack')} download>
            {w.pack}
          </LinkButton>
        )}
        <Button icon="upload" onClick={onTake}>
          {h.takeReceipt}
        </Button>
        {!askedBackAt && (
          <Button icon="undo" busy={ask.sending} onClick={() => void askBack()}>
            {w.askBack}
          </Button>
        )}
      </div>
    </Card>
  )
}
