// What the person was told while their request waits: that it was received, or that the answer takes longer and why.

import { useState } from 'react'
import { useCommand } from '../../../../platform/web/command.ts'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { SelectField, TextArea } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { fieldProblem } from '../../../../platform/web/problem.ts'
import { useWords } from '../../../../platform/web/words.ts'
import type { Moment } from '../../../../rules/law/moment.ts'
import { type RequestWay, requestKinds, requestWays } from '../../../../rules/retention/requests.ts'
import { AcknowledgeRequest, ExtendRequest } from '../../contract.ts'
import type { At } from '../file/opened.tsx'
import { MomentFields } from '../moment-fields.tsx'
import { requestWords } from './request-words.ts'
import type { Request } from './requests-card.tsx'
import { choicesOf } from './take-dialog.tsx'
import { retentionWords } from './words.ts'

type Props = { request: Request; what: 'acknowledge' | 'extend'; at: At; now: Moment; onClose: () => void }

export function NoticeDialog({ request, what, at, now, onClose }: Props) {
  const w = useWords(requestWords)
  const common = useWords(retentionWords)
  const language = useLanguage()
  const acknowledge = useCommand(AcknowledgeRequest)
  const extend = useCommand(ExtendRequest)
  const longer = what === 'extend'
  const { sending, problem } = longer ? extend : acknowledge
  const [way, setWay] = useState<RequestWay>(request.way)
  const [told, setTold] = useState<Moment | ''>(now)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const send = async () => {
    setTried(true)
    if (!told || (longer && !reason.trim())) return
    const notice = { ...at, requestId: request.id, way, told }
    if (longer) {
      const sent = await extend.send({ ...notice, reason })
      if (!sent.ok) return
      say(w.extended(showInstant(sent.answer.dueAt)))
    } else {
      const sent = await acknowledge.send(notice)
      if (!sent.ok) return
      say(w.acknowledged)
    }
    onClose()
  }
  return (
    <Dialog
      open
      side
      tone="sealed"
      icon={longer ? 'clock' : 'check'}
      title={longer ? w.extendTitle : w.acknowledgeTitle}
      onClose={onClose}
    >
      <p>
        <b className="semi">{requestKinds[request.kind][language]}</b>: {request.words}
      </p>
      <p className="muted">
        {longer ? w.extendWhy(showInstant(request.mayExtendTo ?? request.dueAt)) : w.acknowledgeWhy}
      </p>
      <Form onSend={() => void send()} send={longer ? w.extend : w.recordTold} sending={sending} problem={problem}>
        {longer && (
          <TextArea
            label={w.reason}
            reason={w.reasonWhy}
            maxLength={1000}
            value={reason}
            onChange={setReason}
            problem={tried && !reason.trim() ? common.needed : fieldProblem(problem, 'reason')}
          />
        )}
        <SelectField
          label={w.way}
          value={way}
          onChange={(chosen) => setWay(chosen as RequestWay)}
          choices={choicesOf(requestWays, language)}
        />
        <MomentFields
          legend={w.told}
          reason={tried && !told ? common.momentNeeded : undefined}
          value={told}
          onChange={setTold}
          withTime
        />
      </Form>
    </Dialog>
  )
}
