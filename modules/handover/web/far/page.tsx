// One hand-over between two installations, from the side that is here: what is to be carried, the open pack, what became of it.

import '../hand-over.css'
import { useState } from 'react'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { unitTitle } from '../../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { LinkButton } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { Note, PageHead } from '../../../../platform/web/components/page.tsx'
import { Shown } from '../../../../platform/web/components/states.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useParam } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { ViewFar } from '../../contract.ts'
import { DueCard } from '../one/due.tsx'
import { ReadingsCard } from '../one/facts.tsx'
import { useFormName } from '../passing.tsx'
import { handOverWords } from '../words.ts'
import { CarryCard, carriedAddress } from './carry.tsx'
import { FarFacts, TheReceipt } from './facts.tsx'
import { FarPackCard } from './pack.tsx'
import { TakeDialog } from './take.tsx'
import { farWords } from './words.ts'

export type FarShown = OutputOf<typeof ViewFar>

export default function FarHandOverPage() {
  const communeId = useParam('communeId')
  const id = useParam('sendingId')
  const w = useWords(handOverWords)
  const found = useAnswer(ViewFar, { communeId, id }, { everySeconds: 60 })
  return (
    <div className="hand-over">
      {!found.answer && <h1 className="sr">{w.title}</h1>}
      <Shown from={found} lines={8}>
        {(far) => <View key={id} far={far} communeId={communeId} />}
      </Shown>
    </div>
  )
}

function View({ far, communeId }: { far: FarShown; communeId: string }) {
  const w = useWords(handOverWords)
  const f = useWords(farWords)
  const language = useLanguage()
  const [taking, setTaking] = useState(false)
  const { row, readings, fileId } = far
  const out = row.side === 'out'
  const formName = useFormName()
  const waits = row.state === 'sent' || row.state === 'asked-back'
  return (
    <>
      <PageHead
        title={w.one(row.number)}
        crumbs={[{ label: w.title, to: '/hand-overs' }, { label: row.number }]}
        facts={
          <>
            <Status kind="sealed">{w[row.state]}</Status>
            {formName(row) && <Tag>{formName(row)}</Tag>}
            <Tag icon="swap">{`${unitTitle(row.from, language)} → ${unitTitle(row.to, language)}`}</Tag>
            <Tag icon="outside">{f.viaSystem(row.system ?? '')}</Tag>
          </>
        }
        actions={
          fileId && (
            <LinkButton icon="sealed" to={`/files/${communeId}/${fileId}`}>
              {w.openFile}
            </LinkButton>
          )
        }
      />
      <div className="hand-over-cols">
        <div className="stack">
          {waits && out && <CarryCard far={far} communeId={communeId} onTake={() => setTaking(true)} />}
          {waits && !out && <FarPackCard far={far} communeId={communeId} />}
          {!waits && out && (
            <Note icon={row.state === 'accepted' ? 'lock' : 'undo'} tone="sealed">
              {row.state === 'accepted' ? f.stub(row.system ?? '') : f.back}
            </Note>
          )}
          {!waits && !out && <GiveReceipt far={far} communeId={communeId} />}
          <FarFacts far={far} />
          {far.receipt && <TheReceipt text={far.receipt} />}
        </div>
        <div className="stack">
          {waits && <DueCard row={row} />}
          {!out && <ReadingsCard readings={readings} />}
        </div>
      </div>
      {taking && <TakeDialog communeId={communeId} onClose={() => setTaking(false)} />}
    </>
  )
}

/** The sender knows nothing of a decision until this file reaches them. */
function GiveReceipt({ far: { row }, communeId }: { far: FarShown; communeId: string }) {
  const w = useWords(farWords)
  const why = {
    accepted: w.giveReceiptAccepted,
    returned: w.giveReceiptReturned,
    withdrawn: w.giveReceiptWithdrawn,
  }[row.state as 'accepted' | 'returned' | 'withdrawn']
  return (
    <Card title={w.giveReceipt} icon="stamp" padded>
      <p className="hand-over-why">{why}</p>
      <LinkButton main icon="download" href={carriedAddress(communeId, row.id, 'receipt')} download>
        {w.receipt}
      </LinkButton>
    </Card>
  )
}
