// The pack at the receiver: sealed until somebody opens it; then what the form says, and the two answers. What was read stays
// in the memory of this page for half an hour and nowhere else.

import { useEffect, useState } from 'react'
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
import { AcceptPack, handOverRefusals, type PackShown, ReadPack } from '../../contract.ts'
import { handOverWords } from '../words.ts'
import { PackLines } from './pack-lines.tsx'
import type { SendingShown } from './page.tsx'
import { ReturnDialog } from './return.tsx'

const openFor = 30 * 60_000

export function PackCard({ sending: { row }, communeId }: { sending: SendingShown; communeId: string }) {
  const w = useWords(handOverWords)
  const language = useLanguage()
  const read = useCommand(ReadPack)
  const [pack, setPack] = useState<{ shown: PackShown; at: Date }>()
  useEffect(() => {
    if (!pack) return undefined
    const timer = setTimeout(() => setPack(undefined), openFor)
    return () => clearTimeout(timer)
  }, [pack])
  const one: InputOf<typeof ReadPack> = { communeId, id: row.id }
  const open = async () => {
    const sent = await read.send(one)
    if (sent.ok) setPack({ shown: sent.answer, at: new Date() })
  }
  if (!pack)
    return (
      <Card title={w.packTitle} icon="sealed" padded>
        <p className="hand-over-why">{w.packClosed}</p>
        <Trouble problem={read.problem} />
        <Button main icon="lock" busy={read.sending} onClick={() => void open()}>
          {w.openPack}
        </Button>
      </Card>
    )
  return (
    <div className="hand-over-pack">
      <Watermark reader={pack.shown.reader} at={showInstant(pack.at)} />
      <Card
        title={w.printedAs(row.form)}
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
        <PackLines pack={pack.shown} />
        <Answers one={{ ...one, digest: pack.shown.digest }} onStale={() => setPack(undefined)} />
      </Card>
    </div>
  )
}

const Trouble = ({ problem }: { problem: Problem | undefined }) =>
  problem ? (
    <div role="alert" className="hand-over-trouble">
      <Note icon="alert" tone="late">
        <b className="semi">{problem.title}</b> {problem.detail}
      </Note>
    </div>
  ) : null

function Answers({ one, onStale }: { one: InputOf<typeof AcceptPack>; onStale: () => void }) {
  const w = useWords(handOverWords)
  const accept = useCommand(AcceptPack)
  const confirm = useConfirm()
  const [returning, setReturning] = useState(false)
  const take = async () => {
    if (!(await confirm({ title: w.accept, text: w.acceptSure, yes: w.accept }))) return
    const sent = await accept.send(one)
    if (sent.ok) say(w.acceptedAs(sent.answer.number))
    else if (sent.problem.code === handOverRefusals.pack_changed.code) {
      say(sent.problem.title)
      onStale()
    }
  }
  return (
    <div className="hand-over-answers noprint">
      <Trouble problem={accept.problem} />
      <Button main icon="check" busy={accept.sending} onClick={() => void take()}>
        {w.accept}
      </Button>
      <Button icon="undo" onClick={() => setReturning(true)}>
        {w.return}
      </Button>
      {returning && <ReturnDialog communeId={one.communeId} id={one.id} onClose={() => setReturning(false)} />}
    </div>
  )
}
