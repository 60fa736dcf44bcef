// One instruction: how far each unit is, and a reminder to those that are late.

import './task.css'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Bar } from '../../../platform/web/components/bar.tsx'
import { Button, LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { AsOf, Tag } from '../../../platform/web/components/marks.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useParam } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { RemindHeads, ShowInstruction, WithdrawReminders } from '../contract.ts'
import { instructionWords } from './instruction-words.ts'
import { UnitTasks } from './subtasks-card.tsx'
import { sharedWords } from './words.ts'

export default function InstructionPage() {
  const id = useParam('instructionId')
  const { on } = useView()
  const found = useAnswer(ShowInstruction, { id, on }, { keep: true })
  return (
    <Shown from={found} lines={8}>
      {(answer) => <Page answer={answer} />}
    </Shown>
  )
}

function Page({ answer }: { answer: OutputOf<typeof ShowInstruction> }) {
  const w = useWords(instructionWords)
  const s = useWords(sharedWords)
  const remind = useCommand(RemindHeads)
  const withdraw = useCommand(WithdrawReminders)
  const { instruction, tasks, on } = answer
  const late = tasks.filter((task) => task.status.kind === 'late').map((task) => task.id)
  const send = async () => {
    const sent = await remind.send({ taskIds: late })
    if (!sent.ok) {
      say({ text: sent.problem.title, bad: true })
      return
    }
    const { batchId } = sent.answer
    say({ text: w.reminded(sent.answer.sent), undo: () => void withdraw.send({ batchId }) })
  }
  return (
    <>
      <PageHead
        title={instruction.title}
        crumbs={[
          { label: s.tasks, to: '/tasks' },
          { label: w.short, to: '/instructions' },
          { label: instruction.title },
        ]}
        facts={<AsOf>{s.asOf(showDay(on))}</AsOf>}
        actions={
          <>
            <LinkButton icon="tasks" to={`/tasks?instruction=${instruction.id}`}>
              {w.openList}
            </LinkButton>
            {answer.may.remind && late.length > 0 && (
              <Button main icon="bell" busy={remind.sending} onClick={() => void send()}>
                {w.remindLate(late.length)}
              </Button>
            )}
          </>
        }
      />
      <div className="stack">
        <Card title={w.whole} padded>
          <p className="ph-facts">
            <Tag icon="calendar">{w.issuedOn(showDay(instruction.issuedOn))}</Tag>{' '}
            {instruction.basis && <Tag icon="doc">{instruction.basis}</Tag>}{' '}
            {instruction.late > 0 && <Status kind="late">{w.lateUnits(instruction.late)}</Status>}
          </p>
          {instruction.detail && <p className="event-text">{instruction.detail}</p>}
          <p className="semi">{w.doneOf(instruction.done, instruction.units)}</p>
          <Bar
            share={instruction.units > 0 ? instruction.done / instruction.units : undefined}
            label={w.doneOf(instruction.done, instruction.units)}
          />
        </Card>
        <Card title={w.progress} beside={<Tag>{tasks.length}</Tag>}>
          <UnitTasks tasks={tasks} on={on} label={w.progress} />
        </Card>
      </div>
    </>
  )
}
