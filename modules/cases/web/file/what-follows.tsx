// What would follow from an event: the status, the time limits and the steps, each beside what stands now.

import type { Bilingual } from '../../../../platform/contract/words.ts'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import type { Moment } from '../../../../rules/law/moment.ts'
import type { FileEvent } from '../../events.ts'
import { factsOf } from '../../rules/person-facts.ts'
import { eventFaults, judgeEvent, type Life, lawChoicesOf, readLife } from '../../rules.ts'
import { kindTitle, showMoment } from '../events/shown.tsx'
import { statusName } from '../status-name.ts'
import { Doubts, eventsIn } from './doubts.tsx'
import type { FileShown } from './opened.tsx'
import { fileWords } from './words.ts'

type Row = { id: string; what: Bilingual; due?: Moment; by?: Bilingual; isNew: boolean }

export function WhatFollows({ file, extra, now }: { file: FileShown; extra: FileEvent; now: Moment }) {
  const w = useWords(fileWords)
  const language = useLanguage()
  const facts = factsOf(file.identity)
  const events = eventsIn(file)
  const at = extra.at > now ? extra.at : now
  const law = lawChoicesOf(file.law ?? {}, file.holidays)
  const verdict = judgeEvent(facts, events, extra, at, law)
  const before = readLife(facts, events, now, law)
  const after = readLife(facts, [...events, extra].sort(inOrder), at, law)
  const [was, would] = [nameOf(before, w.noStatus), nameOf(after, w.noStatus)]
  return (
    <section className="case-follows" aria-label={w.notEntered}>
      <p>
        <b className="semi">{w.ifThis(`${kindTitle(extra.kind)[language]}, ${showMoment(extra.at)}`)}</b>
      </p>
      {!verdict.ok && (
        <Note icon="alert" tone="late">
          <b className="semi">{w.wouldRefuse}.</b> {eventFaults[verdict.fault][language]} {verdict.article?.[language]}
        </Note>
      )}
      <Doubts file={file} event={extra} now={at} />
      <p className="muted">{w.asOf(showMoment(at))}</p>
      <h3>{w.wouldBe}</h3>
      <p>
        <b className="semi">{would[language]}</b>{' '}
        <span className="muted">({would.vi === was.vi ? w.unchanged : w.was(was[language])})</span>
      </p>
      <Rows title={w.newClocks} rows={clocksOf(after, before)} />
      <Rows title={w.newNext} rows={stepsOf(after, before)} />
    </section>
  )
}

const inOrder = (one: FileEvent, other: FileEvent): number => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)
function nameOf({ status, awaits }: Life, none: string): Bilingual {
  const kind = status?.kind ?? awaits?.kind
  return kind ? statusName(kind) : { vi: none, en: none }
}

const clocksOf = (after: Life, before: Life): Row[] =>
  after.clocks
    .filter(({ state }) => state !== 'done' && state !== 'expired')
    .map(({ id, what, due }) => ({
      id,
      what,
      ...(due && { due }),
      isNew: !before.clocks.some((clock) => clock.id === id),
    }))

const stepsOf = (after: Life, before: Life): Row[] =>
  after.next.map(({ id, because, what, due, by }) => ({
    id: `${id}:${because}`,
    what,
    by,
    ...(due && { due }),
    isNew: !before.next.some((step) => step.id === id && step.because === because),
  }))

function Rows({ title, rows }: { title: string; rows: readonly Row[] }) {
  const w = useWords(fileWords)
  const language = useLanguage()
  return (
    <>
      <h3>{title}</h3>
      {rows.length === 0 && <p className="muted">{w.nothing}</p>}
      <ul>
        {rows.map(({ id, what, due, by, isNew }) => (
          <li key={id}>
            {what[language]} {isNew && <Tag>{w.isNew}</Tag>}
            <small>{[due && w.before(showMoment(due)), by?.[language]].filter(Boolean).join(' · ')}</small>
          </li>
        ))}
      </ul>
    </>
  )
}
