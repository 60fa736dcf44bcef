// One lot: its plan in words, the draw, who visits, the result and what follows. Printed as it stands.

import './verification.css'
import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button, LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { ReasonDialog } from '../../../platform/web/components/reason-dialog.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useParam } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { FollowUpLot, ShowLot, WithdrawLot } from '../contract.ts'
import { DrawCard } from './draw-card.tsx'
import { LotStatus } from './lot-status.tsx'
import { oneLotWords } from './lot-words.ts'
import { placeTitle } from './place-title.ts'
import { PlanWords } from './plan-words.tsx'
import { ResultCard } from './result-card.tsx'
import { VerifierCard } from './verifier-card.tsx'
import { lotWords } from './words.ts'

export type Lot = OutputOf<typeof ShowLot>

export default function LotPage() {
  const [w, words] = [useWords(oneLotWords), useWords(lotWords)]
  const language = useLanguage()
  const { on } = useView()
  const id = useParam('lotId')
  const shown = useAnswer(ShowLot, { id, on })
  const lot = shown.answer
  const title = lot ? words.lotOf(placeTitle(lot.place, language), lot.group.name[language]) : words.lot
  return (
    <>
      <PageHead
        title={title}
        crumbs={[
          { label: words.drives, to: '/commitments' },
          ...(lot
            ? [{ label: lot.drive.name[language], to: `/commitments/${lot.drive.id}?tab=verification` }]
            : [{ label: words.drive }]),
          { label: title },
        ]}
        facts={
          lot && (
            <>
              <LotStatus state={lot.state} />
              <span>
                {lot.place.name !== lot.place.commune && `${lot.place.commune} · `}
                {w.closedOn(showDay(lot.closedOn))}
                {lot.demo && ` · ${words.demo}`}
              </span>
            </>
          )
        }
        actions={lot && <Deeds lot={lot} />}
      />
      <Shown from={shown} lines={10}>
        {(answer) => (
          <div className="stack">
            {answer.now !== undefined && (
              <Note icon="merge">
                {answer.now === null
                  ? w.nowUnknown(placeTitle(answer.place, language))
                  : w.now(placeTitle(answer.place, language), answer.now)}
              </Note>
            )}
            {answer.withdrawn && (
              <Note icon="x-sq">{w.withdrawnOn(showDay(answer.withdrawn.on), answer.withdrawn.reason)}</Note>
            )}
            {answer.result && <ResultCard lot={answer} result={answer.result} />}
            <Card title={words.planTitle} padded>
              <PlanWords plan={answer} risks={answer.risks} />
            </Card>
            {!answer.withdrawn && <VerifierCard lot={answer} />}
            <DrawCard lot={answer} />
          </div>
        )}
      </Shown>
    </>
  )
}

function Deeds({ lot }: { lot: Lot }) {
  const [w, words] = [useWords(oneLotWords), useWords(lotWords)]
  const [open, setOpen] = useState<'withdraw' | 'follow'>()
  const withdraw = useCommand(WithdrawLot)
  const follow = useCommand(FollowUpLot)
  const given = { id: lot.id, version: lot.version }
  const close = () => setOpen(undefined)
  return (
    <>
      {lot.may.follow && (
        <Button main icon="flag" onClick={() => setOpen('follow')}>
          {w.follow}
        </Button>
      )}
      {lot.may.visit && (
        <LinkButton main icon="users" to={`/verification/visits/${lot.id}`}>
          {words.visit}
        </LinkButton>
      )}
      <Button icon="print" onClick={() => window.print()}>
        {w.print}
      </Button>
      {lot.may.withdraw && (
        <Button danger icon="x" onClick={() => setOpen('withdraw')}>
          {w.withdraw}
        </Button>
      )}
      {open === 'withdraw' && (
        <ReasonDialog
          title={w.withdraw}
          why={w.withdrawWhy}
          label={w.reason}
          field="reason"
          deed={w.withdraw}
          done={w.withdrawDone}
          sending={withdraw}
          send={(reason) => withdraw.send({ ...given, reason })}
          onClose={close}
        />
      )}
      {open === 'follow' && (
        <ReasonDialog
          title={w.followTitle}
          why={w.followWhy}
          label={w.followWhat}
          field="what"
          deed={w.follow}
          done={w.followDone}
          sending={follow}
          send={(what) => follow.send({ ...given, what })}
          onClose={close}
        />
      )}
    </>
  )
}
