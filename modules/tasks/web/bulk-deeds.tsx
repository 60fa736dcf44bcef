// What can be done with the chosen tasks: remind their heads and take it back, give more time, export.

import { useState } from 'react'
import { useCommand } from '../../../platform/web/command.ts'
import { Button, LinkButton } from '../../../platform/web/components/button.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextArea } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { BulkBar } from '../../../platform/web/components/list-bar.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Note } from '../../../platform/web/components/page.tsx'
import { showTime } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { GiveMoreTime, RemindHeads, WithdrawReminders } from '../contract.ts'
import { exportAddress } from './export-address.ts'
import type { TaskFilters } from './filters.ts'
import { listWords } from './list-words.ts'

type May = { assign: boolean; extend: boolean }
type Sent = { batchId: string; text: string }

export function BulkDeeds({
  selected,
  onNone,
  filters,
  may,
}: {
  selected: ReadonlySet<string>
  onNone: () => void
  filters: TaskFilters
  may: May
}) {
  const w = useWords(listWords)
  const remind = useCommand(RemindHeads)
  const withdraw = useCommand(WithdrawReminders)
  const [sent, setSent] = useState<Sent>()
  const [extending, setExtending] = useState(false)
  const language = useLanguage()
  const ids = [...selected]

  const send = async () => {
    const result = await remind.send({ taskIds: ids })
    if (!result.ok) {
      say({ text: result.problem.title, bad: true })
      return
    }
    const { batchId, sent: count, skipped, sentAt } = result.answer
    setSent({ batchId, text: w.reminded(count, showTime(sentAt)) })
    if (skipped.length > 0) say(w.skipped(skipped.length))
    onNone()
  }
  const takeBack = async (batchId: string) => {
    const result = await withdraw.send({ batchId })
    say(result.ok ? w.withdrawn(result.answer.withdrawn) : { text: result.problem.title, bad: true })
    setSent(undefined)
  }
  return (
    <>
      <BulkBar
        count={selected.size}
        onNone={onNone}
        done={sent && { text: sent.text, onUndo: () => void takeBack(sent.batchId) }}
      >
        {may.assign && (
          <Button small icon="bell" busy={remind.sending} onClick={() => void send()}>
            {w.remind}
          </Button>
        )}
        {may.extend && (
          <Button small icon="calendar" onClick={() => setExtending(true)}>
            {w.extend}
          </Button>
        )}
        <LinkButton small icon="download" href={exportAddress({ ...filters.input, ids, language })} download="">
          {w.exportChosen}
        </LinkButton>
      </BulkBar>
      {extending && (
        <GiveTime
          ids={ids}
          onClose={(done) => {
            setExtending(false)
            if (done) onNone()
          }}
        />
      )}
    </>
  )
}

export function GiveTime({ ids, onClose }: { ids: readonly string[]; onClose: (done: boolean) => void }) {
  const w = useWords(listWords)
  const give = useCommand(GiveMoreTime)
  const [newDueOn, setNewDueOn] = useState('')
  const [reason, setReason] = useState('')
  const title = give.problem?.extra.title
  const done = async () => {
    const result = await give.send({ taskIds: [...ids], newDueOn, reason })
    if (!result.ok) return
    say(w.extended(result.answer.tasks))
    onClose(true)
  }
  return (
    <Dialog open icon="calendar" title={w.extendTitle(ids.length)} onClose={() => onClose(false)}>
      <Form onSend={() => void done()} send={w.extendDo} sending={give.sending} problem={give.problem}>
        <DateField
          label={w.newDue}
          reason={w.extendWhy}
          value={newDueOn}
          onChange={setNewDueOn}
          problem={fieldProblem(give.problem, 'newDueOn')}
        />
        <TextArea label={w.reason} value={reason} onChange={setReason} problem={fieldProblem(give.problem, 'reason')} />
        {typeof title === 'string' && <Note icon="tasks">{w.notExtended(title)}</Note>}
      </Form>
    </Dialog>
  )
}
