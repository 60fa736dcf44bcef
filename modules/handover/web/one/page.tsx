// One hand-over: how long the answer may take, who is told, what the form says once the pack is open, the receipt once decided.

import '../hand-over.css'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { unitName, unitTitle } from '../../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button, LinkButton } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { useConfirm } from '../../../../platform/web/components/confirm.tsx'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { Note, PageHead } from '../../../../platform/web/components/page.tsx'
import { Shown } from '../../../../platform/web/components/states.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useParam } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { TakeBack, ViewSending } from '../../contract.ts'
import { useFormName } from '../passing.tsx'
import { handOverWords } from '../words.ts'
import { DueCard } from './due.tsx'
import { FactsCard, ReadingsCard, ToldCard } from './facts.tsx'
import { PackCard } from './pack.tsx'
import { ReceiptCard } from './receipt.tsx'

export type SendingShown = OutputOf<typeof ViewSending>

export default function HandOverPage() {
  const communeId = useParam('communeId')
  const id = useParam('sendingId')
  const w = useWords(handOverWords)
  const found = useAnswer(ViewSending, { communeId, id }, { everySeconds: 60 })
  return (
    <div className="hand-over">
      {!found.answer && <h1 className="sr">{w.title}</h1>}
      <Shown from={found} lines={8}>
        {(sending) => <View key={id} sending={sending} communeId={communeId} />}
      </Shown>
    </div>
  )
}

function View({ sending, communeId }: { sending: SendingShown; communeId: string }) {
  const w = useWords(handOverWords)
  const language = useLanguage()
  const { row, receipt, readings, fileId, lost } = sending
  const formName = useFormName()
  const waits = row.state === 'sent'
  const file = fileId && (
    <LinkButton icon="sealed" to={`/files/${communeId}/${fileId}`}>
      {w.openFile}
    </LinkButton>
  )
  return (
    <>
      <PageHead
        title={w.one(row.number)}
        crumbs={[{ label: w.title, to: '/hand-overs' }, { label: row.number }]}
        facts={
          <>
            <Status kind="sealed">{waits ? w.sent : w[row.state]}</Status>
            <Tag>{formName(row)}</Tag>
            <Tag icon="swap">{`${unitTitle(row.from, language)} → ${unitTitle(row.to, language)}`}</Tag>
            {row.demo && <Tag>{w.demo}</Tag>}
          </>
        }
        actions={file}
      />
      <div className="hand-over-cols">
        <div className="stack">
          {lost && (
            <Note icon="alert" tone="late">
              {lost.why === 'gone'
                ? w.lostGone
                : w.lostDivided(lost.heirs.map((unit) => unitName(unit, language)).join(', '))}
            </Note>
          )}
          {waits && row.side === 'in' && <PackCard sending={sending} communeId={communeId} />}
          {waits && row.side === 'out' && <WaitingCard communeId={communeId} id={row.id} />}
          {row.state === 'accepted' && row.side === 'out' && (
            <Note icon="lock" tone="sealed">
              {w.stub}
            </Note>
          )}
          {receipt && <ReceiptCard receipt={receipt} communeId={communeId} id={row.id} number={row.number} />}
          <FactsCard sending={sending} />
        </div>
        <div className="stack">
          {waits && <DueCard row={row} />}
          <ToldCard sending={sending} />
          <ReadingsCard readings={readings} />
        </div>
      </div>
    </>
  )
}

function WaitingCard({ communeId, id }: { communeId: string; id: string }) {
  const w = useWords(handOverWords)
  const takeBack = useCommand(TakeBack)
  const confirm = useConfirm()
  const back = async () => {
    if (!(await confirm({ title: w.takeBack, text: w.takeBackSure, yes: w.takeBack, danger: true }))) return
    const sent = await takeBack.send({ communeId, id })
    if (sent.ok) say(w.takenBack)
  }
  return (
    <Card title={w.waiting} icon="clock" padded>
      <p className="hand-over-why">{w.waitingWhy}</p>
      {takeBack.problem && (
        <Note icon="alert" tone="late">
          {takeBack.problem.title}
        </Note>
      )}
      <Button icon="undo" busy={takeBack.sending} onClick={() => void back()}>
        {w.takeBack}
      </Button>
    </Card>
  )
}
