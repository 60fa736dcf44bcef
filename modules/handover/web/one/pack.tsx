// The pack at the receiver: sealed until somebody opens it; then what the form says, and the two answers. What was read stays
// in the memory of this page for half an hour and nowhere else.

import { type ReactNode, useEffect, useState } from 'react'
import type { InputOf } from '../../../../platform/contract/operation.ts'
import { unitTitle } from '../../../../platform/contract/unit-name.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { useConfirm } from '../../../../platform/web/components/confirm.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import type { Problem } from '../../../../platform/web/problem.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { Watermark } from '../../../cases/web/public.tsx'
import { AcceptPack, handOverRefusals, type PackShown, ReadPack, ReturnPack, type SendingRow } from '../../contract.ts'
import { WithoutForm } from '../passing.tsx'
import { handOverWords } from '../words.ts'
import { PackLines } from './pack-lines.tsx'
import type { SendingShown } from './page.tsx'
import { ReturnDialog, type ReturnWords } from './return.tsx'

const openFor = 30 * 60_000

type BoxProps = {
  row: SendingRow
  read: () => Promise<PackShown | undefined>
  reading: boolean
  problem: Problem | undefined
  /** What can be done with the open pack; `close` takes it out of view again. */
  answers: (pack: PackShown, close: () => void) => ReactNode
}

/** Sealed until somebody opens it, whichever way it came. */
export function PackBox({ row, read, reading, problem, answers }: BoxProps) {
  const w = useWords(handOverWords)
  const language = useLanguage()
  const [pack, setPack] = useState<{ shown: PackShown; at: Date }>()
  useEffect(() => {
    if (!pack) return undefined
    const timer = setTimeout(() => setPack(undefined), openFor)
    return () => clearTimeout(timer)
  }, [pack])
  const open = async () => {
    const shown = await read()
    if (shown) setPack({ shown, at: new Date() })
  }
  if (!pack)
    return (
      <Card title={w.packTitle} icon="sealed" padded>
        <p className="hand-over-why">{w.packClosed}</p>
        <Trouble problem={problem} />
        <Button main icon="lock" busy={reading} onClick={() => void open()}>
          {w.openPack}
        </Button>
      </Card>
    )
  return (
    <div className="hand-over-pack">
      <Watermark reader={pack.shown.reader} at={showInstant(pack.at)} />
      <Card
        title={pack.shown.form ? w.printedAs(pack.shown.form) : w.printedWithout}
        icon="doc"
        end={
          <Button small quiet icon="print" onClick={() => window.print()}>
            {w.print}
          </Button>
        }
      >
        <p className="hand-over-head">
          {unitTitle(row.from, language)} → {unitTitle(row.to, language)}
        </p>
        {pack.shown.alike.length > 0 && (
          <Note icon="users" tone="soon">
            {w.alike(pack.shown.alike.join(', '))}
          </Note>
        )}
        {pack.shown.form === null && <WithoutForm status={pack.shown.status} />}
        <PackLines pack={pack.shown} />
        {answers(pack.shown, () => setPack(undefined))}
      </Card>
    </div>
  )
}

export function PackCard({ sending: { row }, communeId }: { sending: SendingShown; communeId: string }) {
  const read = useCommand(ReadPack)
  const one: InputOf<typeof ReadPack> = { communeId, id: row.id }
  return (
    <PackBox
      row={row}
      read={async () => {
        const sent = await read.send(one)
        return sent.ok ? sent.answer : undefined
      }}
      reading={read.sending}
      problem={read.problem}
      answers={({ digest }, close) => <Answers one={{ ...one, digest }} onStale={close} />}
    />
  )
}

export const Trouble = ({ problem }: { problem: Problem | undefined }) =>
  problem ? (
    <div role="alert" className="hand-over-trouble">
      <Note icon="alert" tone="late">
        <b className="semi">{problem.title}</b> {problem.detail}
      </Note>
    </div>
  ) : null

function Answers({ one, onStale }: { one: InputOf<typeof AcceptPack>; onStale: () => void }) {
  const accept = useCommand(AcceptPack)
  const back = useCommand(ReturnPack)
  const take = async () => {
    const sent = await accept.send(one)
    if (!sent.ok && sent.problem.code === handOverRefusals.pack_changed.code) {
      say(sent.problem.title)
      onStale()
    }
    return sent.ok ? sent.answer.number : undefined
  }
  const { digest: _, ...which } = one
  return (
    <AcceptOrReturn accept={accept} take={take} back={back} giveBack={(reason) => back.send({ ...which, ...reason })} />
  )
}

type Work = { sending: boolean; problem: Problem | undefined }
type DecisionProps = {
  accept: Work
  /** Answers the number of the file that was accepted. */
  take: () => Promise<string | undefined>
  back: Work
  giveBack: (reason: ReturnWords) => Promise<{ ok: boolean }>
}

/** The two answers to an open pack. */
export function AcceptOrReturn({ accept, take, back, giveBack }: DecisionProps) {
  const w = useWords(handOverWords)
  const confirm = useConfirm()
  const [returning, setReturning] = useState(false)
  const sure = async () => {
    if (!(await confirm({ title: w.accept, text: w.acceptSure, yes: w.accept }))) return
    const number = await take()
    if (number) say(w.acceptedAs(number))
  }
  return (
    <div className="hand-over-answers noprint">
      <Trouble problem={accept.problem} />
      <Button main icon="check" busy={accept.sending} onClick={() => void sure()}>
        {w.accept}
      </Button>
      <Button icon="undo" onClick={() => setReturning(true)}>
        {w.return}
      </Button>
      {returning && <ReturnDialog work={back} send={giveBack} onClose={() => setReturning(false)} />}
    </div>
  )
}
