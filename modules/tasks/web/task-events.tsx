// What happened to a task, newest first: given out, reported with evidence, extended, reminded, decided.

import { Card } from '../../../platform/web/components/card.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { Timeline, type TimelineItem } from '../../../platform/web/components/timeline.tsx'
import { daysBetween, showDay, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { fileAddress } from '../../documents/contract.ts'
import type { OneTask } from './task.tsx'
import { eventWords, taskWords } from './task-words.ts'

type Event = TimelineItem & { day: string; order: number }
type Words = ReturnType<typeof useWords<typeof eventWords>>
type Report = OneTask['reports'][number]

const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })
/** Said when something was written down more than three days after the day that it claims. */
const noteOf = (claimed: string, recordedAt: string, w: Words): string | undefined => {
  const recorded = dayFormat.format(new Date(recordedAt))
  return daysBetween(claimed, recorded) > 3 ? w.recordedAt(showDay(recorded)) : undefined
}

function ReportBody({ report, unit }: { report: Report; unit: string }) {
  const w = useWords(eventWords)
  const language = useLanguage()
  return (
    <>
      <p className="event-text">
        {report.doneCount !== null && (
          <b className="num">
            {report.totalCount === null
              ? showNumber(report.doneCount, language)
              : w.counted(showNumber(report.doneCount, language), showNumber(report.totalCount, language))}{' '}
            {unit}
            {'. '}
          </b>
        )}
        {report.text}
      </p>
      {report.noEvidence && (
        <Status kind="nodata" icon="help">
          {w.noEvidence}
        </Status>
      )}
      {report.files.length > 0 && (
        <span className="event-files">
          {report.files.map((file) => (
            <a key={file.id} href={fileAddress(file.id)}>
              <Icon name="clip" />
              {file.name}
            </a>
          ))}
        </span>
      )}
    </>
  )
}

function reportEvents(one: OneTask, w: Words): Event[] {
  const needsDecision = one.authorityPost !== null
  return one.reports.flatMap((report): Event[] => {
    const title = report.done ? (needsDecision ? w.handedIn : w.finished) : w.reported
    const own: Event = {
      id: report.id,
      day: report.reportedOn,
      order: 2,
      when: showDay(report.reportedOn),
      whenNote: noteOf(report.reportedOn, report.recordedAt, w),
      icon: report.done ? 'check-c' : 'pen',
      title: `${title} · ${report.by}`,
      children: <ReportBody report={report} unit={one.resultUnit} />,
    }
    if (!report.decision) return [own]
    const { accepted, on, by, reason } = report.decision
    return [
      own,
      {
        id: `${report.id}-decision`,
        day: on,
        order: 4,
        when: showDay(on),
        icon: 'stamp',
        kind: 'decision',
        title: `${accepted ? w.accepted : w.returned} · ${by}`,
        children: reason && <p className="event-text">{reason}</p>,
      },
    ]
  })
}

function extensionEvents(one: OneTask, w: Words): Event[] {
  return one.extensions.flatMap((each): Event[] => {
    const asked: Event = {
      id: each.id,
      day: each.askedOn,
      order: 3,
      when: showDay(each.askedOn),
      whenNote: noteOf(each.askedOn, each.recordedAt, w),
      icon: 'soon',
      title: `${w.asked(showDay(each.newDueOn))} · ${each.askedBy}`,
      children: <p className="event-text">{each.reason}</p>,
    }
    if (each.withdrawnOn)
      return [
        asked,
        {
          id: `${each.id}-withdrawn`,
          day: each.withdrawnOn,
          order: 4,
          when: showDay(each.withdrawnOn),
          icon: 'undo',
          title: `${w.tookBack} · ${each.askedBy}`,
        },
      ]
    if (!each.decision) return [asked]
    const decided: Event = {
      id: `${each.id}-decision`,
      day: each.decision.on,
      order: 4,
      when: showDay(each.decision.on),
      icon: 'stamp',
      kind: 'decision',
      title: `${each.decision.approved ? w.granted(showDay(each.newDueOn)) : w.refused} · ${each.decision.by}`,
      children: each.decision.reason && <p className="event-text">{each.decision.reason}</p>,
    }
    // More time that was given unasked is one event.
    const unasked = each.decision.by === each.askedBy
    return unasked ? [{ ...decided, children: asked.children }] : [asked, decided]
  })
}

const reopenedEvents = (one: OneTask, w: Words): Event[] =>
  one.reopenings.map((each) => ({
    id: each.id,
    day: each.on,
    order: 5,
    when: showDay(each.on),
    whenNote: noteOf(each.on, each.recordedAt, w),
    icon: 'history',
    kind: 'decision',
    title: `${w.reopened} · ${each.by}`,
    children: (
      <p className="event-text">
        {each.reason} <span className="muted">({w.wasDone(showDay(each.doneOn))})</span>
      </p>
    ),
  }))

function otherEvents(one: OneTask, w: Words): Event[] {
  const reminders = one.reminders.map(
    (each): Event => ({
      id: each.id,
      day: each.sentOn,
      order: 1,
      when: showDay(each.sentOn),
      icon: 'bell',
      title: `${w[each.kind]}${each.withdrawn ? ` (${w.withdrawn})` : ''}`,
      children: <p className="event-text">{w.to(each.to)}</p>,
    }),
  )
  const holders = one.holders.slice(1).map(
    (each): Event => ({
      id: `holder-${each.from}`,
      day: each.from,
      order: 0,
      when: showDay(each.from),
      icon: 'swap',
      title: w.newHolder,
    }),
  )
  const assigned: Event = {
    id: 'assigned',
    day: one.assignedOn,
    order: 0,
    when: showDay(one.assignedOn),
    whenNote: noteOf(one.assignedOn, one.recordedAt, w),
    icon: 'flag',
    title: one.assignedBy ? `${w.assigned} ${w.assignedBy(one.assignedBy)}` : w.assigned,
  }
  const cancelled: Event[] = one.cancelled
    ? [
        {
          id: 'cancelled',
          day: one.cancelled.on,
          order: 5,
          when: showDay(one.cancelled.on),
          icon: 'x',
          kind: 'decision',
          title: w.cancelled,
          children: <p className="event-text">{one.cancelled.reason}</p>,
        },
      ]
    : []
  return [...reminders, ...holders, assigned, ...cancelled]
}

export function TaskEvents({ one }: { one: OneTask }) {
  const w = useWords(eventWords)
  const t = useWords(taskWords)
  const { on } = useView()
  const open = one.task.lane !== 'done' && one.task.lane !== 'cancelled'
  const due: Event[] =
    open && one.task.dueOn <= on
      ? [
          {
            id: 'due',
            day: one.task.dueOn,
            order: 0,
            when: showDay(one.task.dueOn),
            icon: 'late',
            kind: 'now',
            title: w.due,
          },
        ]
      : []
  const events = [
    ...reportEvents(one, w),
    ...extensionEvents(one, w),
    ...reopenedEvents(one, w),
    ...otherEvents(one, w),
    ...due,
  ]
  events.sort((first, second) => second.day.localeCompare(first.day) || second.order - first.order)
  return (
    <Card title={t.events} padded>
      <Timeline items={events} label={t.events} />
    </Card>
  )
}
