// What happened, the newest first: with folio numbers, what each entry says, who entered it and when.

import { Fragment, useState } from 'react'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Chip } from '../../../../platform/web/components/chip.tsx'
import { Icon, type IconName } from '../../../../platform/web/components/icon.tsx'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { Empty } from '../../../../platform/web/components/states.tsx'
import { Timeline, type TimelineItem } from '../../../../platform/web/components/timeline.tsx'
import { showDay, showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { dayOf } from '../../../../rules/law/moment.ts'
import type { EventShown, LifeShown } from '../../contract.ts'
import { type EventGroup, type EventKind, eventGroups } from '../../events.ts'
import { besideByStatus, formsBeside, stoodAt } from '../../forms/beside.ts'
import { type FormId, hasNumber } from '../../forms.ts'
import { commitmentPapers } from '../../rules/papers-needed.ts'
import { kindOf, kindTitle, useLines } from '../events/shown.tsx'
import { eventWords } from '../events/words.ts'
import type { FileShown } from './opened.tsx'
import { MakeButtons } from './paper/making.tsx'
import { fileWords } from './words.ts'

const icons: Record<EventGroup, IconName> = {
  finding: 'beaker',
  decision: 'stamp',
  determination: 'doc',
  dossier: 'clip',
  treatment: 'pill',
  residence: 'home',
  interruption: 'pause',
  support: 'users',
  move: 'swap',
  end: 'flag',
  correction: 'pen',
}
/** What this very event is on, for where the person stood then; of four commitments the one that was signed. */
function formsOf(event: EventShown, events: readonly EventShown[], life: LifeShown | null): FormId[] {
  const { kind, details } = event
  if (kind === 'commitment-signed') return [commitmentPapers[details.which as keyof typeof commitmentPapers]]
  const standings = life ? [...life.history, ...(life.status ? [life.status] : [])] : undefined
  return formsBeside(kind as EventKind, stoodAt(event, standings, events))
}
/** The number on which it stands; of several the one that is for where the person stood. */
function numbersOf(event: EventShown, made: readonly FormId[]): string | undefined {
  const numbers = kindOf(event.kind)?.paper?.forms
  return besideByStatus[event.kind as EventKind] ? made.filter(hasNumber).join(', ') || undefined : numbers
}
const groupOf = ({ kind }: EventShown): EventGroup => kindOf(kind)?.group ?? 'finding'

export function EventsCard({ file: { events, hidden, life } }: { file: FileShown }) {
  const w = useWords(fileWords)
  const language = useLanguage()
  const [only, setOnly] = useState<EventGroup>()
  const newestFirst = events.toReversed()
  const shown = only ? newestFirst.filter((event) => groupOf(event) === only) : newestFirst
  const counts = new Map<EventGroup, number>()
  for (const event of events) counts.set(groupOf(event), 1 + (counts.get(groupOf(event)) ?? 0))
  const itemOf = useItem(events, life)
  return (
    <Card title={w.events}>
      {events.length > 0 && (
        <div className="case-chips noprint">
          <Chip on={only === undefined} count={events.length} onPress={() => setOnly(undefined)}>
            {w.all}
          </Chip>
          {[...counts].map(([group, count]) => (
            <Chip key={group} on={only === group} count={count} onPress={() => setOnly(group)}>
              {eventGroups[group][language]}
            </Chip>
          ))}
        </div>
      )}
      {events.length === 0 ? (
        <Empty icon="timeline" title={w.noEvents}>
          {hidden === 0 ? w.noEventsWhy : w.hidden(hidden)}
        </Empty>
      ) : (
        <Timeline label={w.events} items={shown.map(itemOf)} />
      )}
      {events.length > 0 && hidden > 0 && (
        <p className="case-hidden">
          <Icon name="eye-off" />
          {w.hidden(hidden)}
        </p>
      )}
    </Card>
  )
}

function useItem(events: readonly EventShown[], life: LifeShown | null): (event: EventShown) => TimelineItem {
  const language = useLanguage()
  const linesOf = useLines()
  const w = useWords(eventWords)
  return (event) => {
    const group = groupOf(event)
    const paper = kindOf(event.kind)?.paper
    const forms = formsOf(event, events, life)
    const numbers = numbersOf(event, forms)
    const kind =
      event.id === life?.next[0]?.because
        ? 'now'
        : paper?.decides
          ? 'decision'
          : group === 'interruption'
            ? 'pause'
            : undefined
    const time = event.at.slice(11)
    return {
      id: event.id,
      when: showDay(dayOf(event.at)),
      ...(time !== '23:59' && time !== '00:00' && { whenNote: time }),
      icon: icons[group],
      ...(kind && { kind }),
      title: (
        <>
          {kindTitle(event.kind)[language]} <Fate event={event} events={events} />
        </>
      ),
      children: (
        <div className="case-entry" id={`event-${event.id}`}>
          <span>
            {linesOf(event, events).map(({ name, label, text }, place) => (
              <Fragment key={name}>
                {place > 0 && ' · '}
                <span className="faint">{label}:</span> {text}
              </Fragment>
            ))}
          </span>
          <Origin event={event} forms={numbers && w.forms(numbers)} />
          {!isWithdrawn(event, events) && <MakeButtons forms={forms} eventId={event.id} />}
        </div>
      ),
    }
  }
}

function Origin({ event, forms }: { event: EventShown; forms: string | undefined }) {
  const w = useWords(fileWords)
  const { folio } = useWords(eventWords)
  return (
    <span className="faint">
      <span className="case-folio">
        <Icon name="clip" />
        {folio(event.folio)}
      </span>
      {event.from && ` · ${w.cameFrom(event.from.number, event.from.folio)}`}
      {forms && ` · ${forms}`} · {w.enteredBy(event.recordedBy ?? w.somebody, showInstant(event.recordedAt))}
    </span>
  )
}

const isWithdrawn = ({ id }: EventShown, events: readonly EventShown[]): boolean =>
  events.some((other) => other.kind === 'withdrawn' && other.details.of === id)

/** What became of an entry later: it is never overwritten, but withdrawn or corrected by another. */
function Fate({ event, events }: { event: EventShown; events: readonly EventShown[] }) {
  const w = useWords(fileWords)
  if (isWithdrawn(event, events)) return <Tag icon="x">{w.withdrawn}</Tag>
  return events.some((other) => other.kind === 'corrected' && other.details.of === event.id) ? (
    <Tag icon="pen">{w.corrected}</Tag>
  ) : null
}
