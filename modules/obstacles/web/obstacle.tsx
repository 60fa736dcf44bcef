// One obstacle: what it is, who is asked, the steps until it is removed, and what may be done next.

import './obstacles.css'
import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Icon, type IconName } from '../../../platform/web/components/icon.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { MenuButton, type MenuItem } from '../../../platform/web/components/menu.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { Timeline, type TimelineItem } from '../../../platform/web/components/timeline.tsx'
import { daysBetween, showDay } from '../../../platform/web/format.ts'
import { Go, useParam } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ShowObstacle } from '../contract.ts'
import { Practices } from './practice-cards.tsx'
import { ObstacleMark } from './public.tsx'
import { postName, useUnitTitle } from './shown.ts'
import { type Step, StepDialog } from './step-dialog.tsx'
import { obstacleWords } from './words.ts'

export type OneObstacle = OutputOf<typeof ShowObstacle>

export default function ObstaclePage() {
  const id = useParam('obstacleId')
  const { on } = useView()
  const found = useAnswer(ShowObstacle, { id, on }, { keep: true })
  return (
    <Shown from={found} lines={8}>
      {(answer) => <Page one={answer} />}
    </Shown>
  )
}

function Page({ one }: { one: OneObstacle }) {
  const w = useWords(obstacleWords)
  const { obstacle } = one
  return (
    <>
      <PageHead
        title={obstacle.title}
        crumbs={[{ label: w.title, to: '/obstacles' }, { label: w.one(obstacle.number) }]}
        facts={
          <>
            <ObstacleMark state={obstacle.state} />
            {obstacle.demo && <Tag>{w.demo}</Tag>}
          </>
        }
        actions={<Deeds one={one} />}
      />
      <div className="obstacle-page">
        <div className="col">
          <Card title={w.detail} padded>
            <p className="obstacle-text">{one.detail}</p>
          </Card>
          <Steps one={one} />
          {one.practices.length > 0 && (
            <Card title={w.practices} icon="heart" padded>
              <Practices rows={one.practices} />
            </Card>
          )}
        </div>
        <Facts one={one} />
      </div>
    </>
  )
}

function Facts({ one }: { one: OneObstacle }) {
  const w = useWords(obstacleWords)
  const unitTitle = useUnitTitle()
  const { obstacle } = one
  return (
    <Card title={w.about} padded>
      <dl className="obstacle-facts">
        <div>
          <dt>{w.where}</dt>
          <dd>
            <Go to={`/areas/${obstacle.area.id}`}>{unitTitle(obstacle.area)}</Go>
          </dd>
        </div>
        <div>
          <dt>{w.askedPost}</dt>
          <dd className="med">{postName(obstacle.asked)}</dd>
        </div>
        {obstacle.wantedBy && (
          <div>
            <dt>{w.wantedBy}</dt>
            <dd className="nw">{showDay(obstacle.wantedBy)}</dd>
          </div>
        )}
        {obstacle.task && (
          <div>
            <dt>{w.task}</dt>
            <dd>
              <Go to={`/tasks/${obstacle.task.id}`}>
                {String(obstacle.task.number).padStart(2, '0')} · {obstacle.task.title}
              </Go>
            </dd>
          </div>
        )}
      </dl>
    </Card>
  )
}

const icons: Record<OneObstacle['entries'][number]['kind'], IconName> = {
  answer: 'talk',
  note: 'pen',
  passed: 'arrow-r',
  removed: 'check-c',
  reopened: 'undo',
}
const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })

function Steps({ one }: { one: OneObstacle }) {
  const w = useWords(obstacleWords)
  /** Said when something was written down more than three days after the day that it claims. */
  const noteOf = (claimed: string, recordedAt: string) => {
    const recorded = dayFormat.format(new Date(recordedAt))
    return daysBetween(claimed, recorded) > 3 ? w.recordedAt(showDay(recorded)) : undefined
  }
  const titleOf = (entry: OneObstacle['entries'][number]): string => {
    if (entry.kind === 'passed') return `${w.passedEvent(entry.to ?? '')} · ${entry.by}`
    const named = {
      answer: w.answerEvent,
      note: w.noteEvent,
      removed: w.removedEvent,
      reopened: w.reopenedEvent,
    }[entry.kind]
    return named(entry.by)
  }
  const items: TimelineItem[] = [
    {
      id: 'raised',
      when: showDay(one.obstacle.raisedOn),
      whenNote: noteOf(one.obstacle.raisedOn, one.recordedAt),
      icon: 'flag',
      title: w.raisedEvent(one.raisedBy),
    },
    ...one.entries.map(
      (entry): TimelineItem => ({
        id: entry.id,
        when: showDay(entry.enteredOn),
        whenNote: noteOf(entry.enteredOn, entry.recordedAt),
        icon: icons[entry.kind],
        kind: entry.kind === 'removed' || entry.kind === 'answer' ? 'decision' : undefined,
        title: titleOf(entry),
        children: <p className="obstacle-text">{entry.text}</p>,
      }),
    ),
  ]
  return (
    <Card title={w.steps} padded>
      <Timeline items={items} label={w.steps} />
    </Card>
  )
}

function Deeds({ one }: { one: OneObstacle }) {
  const w = useWords(obstacleWords)
  const [step, setStep] = useState<Step>()
  const { may } = one
  const items: MenuItem[] = []
  if (may.pass) items.push({ key: 'pass', label: w.pass, icon: 'arrow-r', onPick: () => setStep('pass') })
  if (may.note && may.answer) items.push({ key: 'note', label: w.note, icon: 'pen', onPick: () => setStep('note') })
  if (may.share) items.push({ key: 'share', label: w.share, icon: 'heart', onPick: () => setStep('share') })
  return (
    <>
      {may.note && !may.answer && (
        <Button icon="pen" onClick={() => setStep('note')}>
          {w.note}
        </Button>
      )}
      {may.remove && (
        <Button icon="check-c" main={!may.answer} onClick={() => setStep('remove')}>
          {w.remove}
        </Button>
      )}
      {may.reopen && (
        <Button icon="undo" onClick={() => setStep('reopen')}>
          {w.reopen}
        </Button>
      )}
      {may.answer && (
        <Button main icon="talk" onClick={() => setStep('answer')}>
          {w.answer}
        </Button>
      )}
      {items.length > 0 && (
        <MenuButton className="iconbtn" label={w.more} end items={items}>
          <Icon name="more" />
        </MenuButton>
      )}
      {step && <StepDialog one={one} step={step} onClose={() => setStep(undefined)} />}
    </>
  )
}
