// One signed promise as an administrative form, with its check code as a QR; printed as it stands. Voided or broken from here.

import { lazy, Suspense, useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { ReasonDialog } from '../../../platform/web/components/reason-dialog.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { showDay, showInstant } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useParam } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { Countersign, counterpartOnPaper, ShowPromise, shownCode, VoidPromise } from '../contract.ts'
import { BreachDialog } from './breach-dialog.tsx'
import { followingWords } from './following-words.ts'
import { InkImage } from './ink-image.tsx'
import { Sheet } from './sheet.tsx'
import { commitmentWords } from './words.ts'

const Qr = lazy(() => import('../../../platform/web/components/qr.tsx'))
type Promised = OutputOf<typeof ShowPromise>

export default function PromisePage() {
  const [w, words] = [useWords(followingWords), useWords(commitmentWords)]
  const language = useLanguage()
  const [driveId, communeId, id] = [useParam('driveId'), useParam('communeId'), useParam('promiseId')]
  const shown = useAnswer(ShowPromise, { communeId, id })
  const promise = shown.answer
  return (
    <>
      <PageHead
        title={promise ? `${w.promise}: ${promise.signer.name}` : w.promise}
        crumbs={[
          { label: words.title, to: '/commitments' },
          { label: promise?.drive.name[language] ?? words.drive, to: `/commitments/${driveId}` },
          { label: promise?.commune ?? words.area, to: `/commitments/${driveId}/areas/${communeId}` },
          { label: w.promise },
        ]}
        actions={promise && <Deeds promise={promise} communeId={communeId} />}
      />
      <Shown from={shown} lines={10}>
        {(answer) => (
          <>
            {answer.voided && (
              <Note tone="late" icon="alert">
                {w.voided(showDay(answer.voided.on), answer.voided.reason)}
              </Note>
            )}
            {answer.waits?.notYou && <Note icon="stamp">{w[answer.waits.notYou]}</Note>}
            <Card padded className="promise-card">
              <Certificate promise={answer} />
            </Card>
          </>
        )}
      </Shown>
    </>
  )
}

/** On paper the form is Vietnamese, whoever prints it. */
function Certificate({ promise }: { promise: Promised }) {
  const { signer } = promise
  const place = [signer.address, promise.hamlet, promise.body, promise.commune].filter(Boolean).join(', ')
  const code = shownCode(promise.code)
  return (
    <Sheet
      text={promise.text}
      head={
        <p className="whom">
          {promise.drive.name.vi}
          {promise.drive.demo && ` · ${commitmentWords.demo.vi}`}
          <br />
          {signer.group.vi}: <b>{signer.name}</b>
          <br />
          {place}
        </p>
      }
      signer={
        <>
          {promise.typedName && <span>{followingWords.typedName.vi(promise.typedName)}</span>}
          {promise.ink && <InkImage ink={promise.ink} label={`${followingWords.pad.vi}: ${signer.name}`} />}
          <span>
            {showDay(promise.signedOn)} ({commitmentWords[promise.way].vi})
          </span>
          <b>{signer.name}</b>
        </>
      }
      counterpart={
        <>
          <span>{counterpartOnPaper[promise.counterpart]}</span>
          {promise.countersigned ? (
            <>
              <span>{showDay(promise.countersigned.on)}</span>
              <b>{promise.countersigned.by}</b>
            </>
          ) : (
            promise.countersign && <span>{followingWords.notCountersigned.vi}</span>
          )}
        </>
      }
      foot={
        <footer>
          <Suspense fallback={null}>
            <Qr text={`${window.location.origin}/v/${promise.code}`} label={followingWords.checkCode.vi(code)} />
          </Suspense>
          <p>
            {followingWords.checkCode.vi(code)}
            <br />
            {followingWords.recorded.vi}: {showInstant(promise.recordedAt)}
            {promise.recordedBy && `, ${promise.recordedBy}`}
            {promise.witness && (
              <>
                <br />
                {commitmentWords.witness.vi}: {promise.witness}
              </>
            )}
            {promise.meeting && (
              <>
                <br />
                {followingWords.meeting.vi}: {promise.meeting.title}, {showDay(promise.meeting.heldOn)}
              </>
            )}
          </p>
        </footer>
      }
    />
  )
}

function Deeds({ promise, communeId }: { promise: Promised; communeId: string }) {
  const w = useWords(followingWords)
  const [open, setOpen] = useState<'void' | 'breach'>()
  const voiding = useCommand(VoidPromise)
  const countersign = useCommand(Countersign)
  const close = () => setOpen(undefined)
  const waits = promise.waits && !promise.waits.notYou
  return (
    <>
      {waits && (
        <Button
          main
          icon="stamp"
          busy={countersign.sending}
          onClick={() => void countersign.send({ driveId: promise.drive.id, communeId, ids: [promise.id] })}
        >
          {w.countersign}
        </Button>
      )}
      <Button icon="print" onClick={() => window.print()}>
        {w.print}
      </Button>
      {promise.may.breach && (
        <Button icon="flag" onClick={() => setOpen('breach')}>
          {w.recordBreach}
        </Button>
      )}
      {promise.may.decide && (
        <Button danger icon="x" onClick={() => setOpen('void')}>
          {w.void}
        </Button>
      )}
      {open === 'void' && (
        <ReasonDialog
          title={`${w.void}: ${promise.signer.name}`}
          why={w.voidWhy}
          label={w.reason}
          field="reason"
          deed={w.void}
          done={w.voidDone}
          sending={voiding}
          send={(reason) => voiding.send({ communeId, id: promise.id, reason })}
          onClose={close}
        />
      )}
      {open === 'breach' && (
        <BreachDialog communeId={communeId} promiseId={promise.id} signer={promise.signer.name} onClose={close} />
      )}
    </>
  )
}
