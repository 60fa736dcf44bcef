// Sends an open file: where to, since when, the new address; where the person stays, if that is elsewhere. What is typed of an
// address stays in the memory of this dialog.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { unitName } from '../../../../platform/contract/unit-name.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { CheckField } from '../../../../platform/web/components/choice-field.tsx'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useGo } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import type { Moment } from '../../../../rules/law/moment.ts'
import { type FileSectionProps, MomentFields } from '../../../cases/web/public.tsx'
import { SendFar, SendFile } from '../../contract.ts'
import { farWords } from '../far/words.ts'
import { handOverWords } from '../words.ts'
import { farPlaceOf, PlaceField } from './place.tsx'

type Props = {
  at: FileSectionProps['at']
  form: string | null
  moved: { at: string; dueAt: string | null } | null
  /** Whether the person has a stable residence. */
  stable: boolean
  onClose: () => void
}

export function SendDialog({ at, form, moved, stable, onClose }: Props) {
  const w = useWords(handOverWords)
  const language = useLanguage()
  const f = useWords(farWords)
  const open = useGo()
  const send = useCommand(SendFile)
  const sendFar = useCommand(SendFar)
  const [id] = useState(() => uuidv7())
  const [toId, setToId] = useState('')
  const [movedAt, setMovedAt] = useState<Moment | ''>('')
  const [residence, setResidence] = useState('')
  const [elsewhere, setElsewhere] = useState(false)
  const [stay, setStay] = useState('')
  const [stayId, setStayId] = useState('')
  const [tried, setTried] = useState(false)
  const far = farPlaceOf(toId)
  const work = far ? sendFar : send
  const missing = toId === '' || (!moved && movedAt === '')
  const go = async () => {
    setTried(true)
    if (missing) return
    const common = { ...at, ...{ id, residence }, ...(!moved && movedAt && { movedAt }), ...(elsewhere && { stay }) }
    if (far) {
      const sent = await sendFar.send({ ...common, ...far })
      if (!sent.ok) return
      say(f.packMade(sent.answer.number))
      open(`/hand-overs/far/${at.communeId}/${id}`)
      return
    }
    const sent = await send.send({ ...common, toId, ...(elsewhere && stayId && { stayId }) })
    if (!sent.ok) return
    say(w.sentTo(sent.answer.number, unitName(sent.answer.to, language)))
    onClose()
  }
  return (
    <Dialog open side tone="sealed" icon="swap" title={w.send} onClose={onClose}>
      <Form
        onSend={() => void go()}
        send={w.send}
        sending={work.sending}
        problem={
          tried && missing ? { status: 422, code: 'here', title: w.checkFields, fields: [], extra: {} } : work.problem
        }
      >
        <PlaceField
          label={w.place}
          reason={w.placeWhy}
          communeId={at.communeId}
          value={toId}
          onChange={setToId}
          problem={tried && toId === '' ? w.placeNeeded : undefined}
          without={at.communeId}
          far
        />
        {moved ? (
          <p className="hand-over-why semi num">{w.movedWaits(showInstant(moved.at))}</p>
        ) : (
          <div className="hand-over-when">
            <MomentFields legend={w.moved} reason={w.movedWhy} value={movedAt} onChange={setMovedAt} withTime />
            {tried && movedAt === '' && <p className="law-fault">{w.needed}</p>}
          </div>
        )}
        <TextField label={w.residence} optional maxLength={300} value={residence} onChange={setResidence} />
        <CheckField label={w.staysElsewhere} value={elsewhere} onChange={setElsewhere} />
        {elsewhere && (
          <>
            <TextField label={w.stayAddress} optional maxLength={300} value={stay} onChange={setStay} />
            {/* Whom a sister system has to tell is told by its police, from the form. */}
            {!far && (
              <PlaceField
                label={w.stayPlace}
                reason={w.stayPlaceWhy}
                optional
                communeId={at.communeId}
                value={stayId}
                onChange={setStayId}
              />
            )}
          </>
        )}
        {!stable && (
          <Note icon="bell" tone="soon">
            <b className="semi">{w.told}</b>: {w.toldNoStable}
          </Note>
        )}
        <Note icon="sealed" tone="sealed">
          {form ? w.form(form) : w.noNumber}. {far ? f.willFreeze : w.waitingWhy}
        </Note>
      </Form>
    </Dialog>
  )
}
