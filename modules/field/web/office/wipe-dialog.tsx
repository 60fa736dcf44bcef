// Orders a lost phone to empty itself: what will happen to it and to what was not sent, and why it is done.

import { useState } from 'react'
import { useCommand } from '../../../../platform/web/command.ts'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { TextArea } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { fieldProblem } from '../../../../platform/web/problem.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { OrderWipe } from '../../contract/devices.ts'
import { officeWords } from './words.ts'

type Props = { device: { id: string; name: string; waiting: number }; onClose: () => void }

export function WipeDialog({ device, onClose }: Props) {
  const w = useWords(officeWords)
  const order = useCommand(OrderWipe)
  const [reason, setReason] = useState('')
  const send = async () => {
    const sent = await order.send({ deviceId: device.id, wipe: true, reason })
    if (!sent.ok) return
    say(w.ordered)
    onClose()
  }
  return (
    <Dialog open title={w.wipeOf(device.name)} icon="trash" onClose={onClose}>
      <p className="muted office-why">
        {w.wipeWhy} {device.waiting > 0 && w.wipeWaiting(device.waiting)}
      </p>
      <Form
        onSend={() => void send()}
        send={w.orderWipe}
        sending={order.sending}
        {...(order.problem ? { problem: order.problem } : {})}
      >
        <TextArea
          label={w.reason}
          reason={w.reasonWhy}
          value={reason}
          onChange={setReason}
          problem={fieldProblem(order.problem, 'reason')}
        />
      </Form>
    </Dialog>
  )
}
