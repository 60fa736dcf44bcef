// What can be done with a task, as the server says: one main deed, the others beside it or in the menu.

import { useState } from 'react'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { MenuButton, type MenuItem } from '../../../platform/web/components/menu.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { RemindHeads, WithdrawReminders } from '../contract.ts'
import { GiveTime } from './bulk-deeds.tsx'
import { AskTime, CancelDialog, ReopenDialog } from './deed-dialogs.tsx'
import { ReportDialog } from './report-dialog.tsx'
import type { OneTask } from './task.tsx'
import { deedWords, taskWords } from './task-words.ts'

type Open = 'report' | 'ask' | 'give' | 'cancel' | 'reopen'

export function TaskDeeds({ one }: { one: OneTask }) {
  const w = useWords(taskWords)
  const [open, setOpen] = useState<Open>()
  const remind = useReminding(one)
  const { may, task } = one
  const close = () => setOpen(undefined)
  const items: MenuItem[] = []
  if (may.giveMoreTime) items.push({ key: 'give', label: w.giveTime, icon: 'calendar', onPick: () => setOpen('give') })
  if (may.remind) items.push({ key: 'remind', label: w.remind, icon: 'bell', onPick: remind })
  if (may.edit) items.push({ key: 'edit', label: w.edit, icon: 'pen', to: `/tasks/${task.id}/edit` })
  if (may.addSubtask && one.subtasks.length === 0)
    items.push({ key: 'subtask', label: w.addSubtask, icon: 'plus', to: `/tasks/new?parent=${task.id}` })
  if (may.reopen) items.push({ key: 'reopen', label: w.reopen, icon: 'history', onPick: () => setOpen('reopen') })
  if (may.cancel)
    items.push({ key: 'cancel', label: w.cancel, icon: 'x', danger: true, onPick: () => setOpen('cancel') })
  return (
    <>
      {may.askMoreTime && (
        <Button icon="soon" onClick={() => setOpen('ask')}>
          {w.askTime}
        </Button>
      )}
      {may.report && (
        <Button main icon="pen" onClick={() => setOpen('report')}>
          {w.report}
        </Button>
      )}
      {items.length > 0 && (
        <MenuButton className="iconbtn" label={w.more} end items={items}>
          <Icon name="more" />
        </MenuButton>
      )}
      {open === 'report' && <ReportDialog one={one} onClose={close} />}
      {open === 'ask' && <AskTime one={one} onClose={close} />}
      {open === 'give' && <GiveTime ids={[task.id]} onClose={close} />}
      {open === 'reopen' && <ReopenDialog one={one} onClose={close} />}
      {open === 'cancel' && <CancelDialog one={one} onClose={close} />}
    </>
  )
}

function useReminding(one: OneTask): () => void {
  const w = useWords(deedWords)
  const remind = useCommand(RemindHeads)
  const withdraw = useCommand(WithdrawReminders)
  const send = async () => {
    const sent = await remind.send({ taskIds: [one.task.id] })
    if (!sent.ok) {
      say({ text: sent.problem.title, bad: true })
      return
    }
    const { batchId } = sent.answer
    say({ text: w.reminded, undo: () => void withdraw.send({ batchId }) })
  }
  return () => void send()
}
