// The event that is being typed: its group, its kind, when it happened, and what its kind asks for.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import * as z from 'zod/mini'
import { SelectField } from '../../../../platform/web/components/field.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import type { Moment } from '../../../../rules/law/moment.ts'
import {
  type EventGroup,
  type EventKind,
  enteredByDoing,
  eventGroups,
  eventKindIds,
  eventKinds,
  type FileEvent,
} from '../../events.ts'
import { views } from '../../views.ts'
import { DetailFields } from '../events/fields.tsx'
import { detailsOf, fieldsOf, type Typed } from '../events/shape.ts'
import { kindOf } from '../events/shown.tsx'
import { eventWords } from '../events/words.ts'
import { useMemoryDraft } from '../memory-draft.ts'
import { MomentFields } from '../moment-fields.tsx'
import type { FileShown } from './opened.tsx'

export type TypedEvent = { id: string; group: EventGroup | ''; kind: EventKind | ''; at: Moment | ''; details: Typed }

/** What is typed, checked as the server will check it. `tried`: somebody pressed the button. */
export function useEventDraft(file: FileShown, now: Moment) {
  const { value, change, forget } = useMemoryDraft<TypedEvent>(`event:${file.id}`, () => ({
    id: uuidv7(),
    group: '',
    kind: '',
    at: now,
    details: {},
  }))
  const [tried, setTried] = useState(false)
  const { kind, at } = value
  const details = kind ? detailsOf(fieldsOf(kind), value.details) : {}
  const parsed = kind ? z.safeParse(eventKinds[kind].details, details) : undefined
  const faults = new Set([
    ...(value.group === '' ? ['group'] : []),
    ...(kind ? [] : ['kind']),
    ...(at ? [] : ['at']),
    ...(parsed?.error?.issues.map(({ path }) => path.join('.')) ?? []),
  ])
  const event =
    kind && at && parsed?.success ? ({ id: value.id, kind, at, details: parsed.data } as FileEvent) : undefined
  return {
    value,
    change,
    forget,
    event,
    faults: tried ? faults : new Set<string>(),
    faulty: tried && !event,
    try: () => setTried(true),
  }
}
export type EventDraft = ReturnType<typeof useEventDraft>

export function EventForm({ file, draft: { value, change, faults } }: { file: FileShown; draft: EventDraft }) {
  const w = useWords(eventWords)
  const language = useLanguage()
  const { group, kind } = value
  const paper = kind ? kindOf(kind)?.paper : undefined
  return (
    <>
      <SelectField
        label={w.group}
        value={group}
        empty={w.choose}
        problem={faults.has('group') ? w.needed : undefined}
        onChange={(chosen) => change({ group: chosen as EventGroup, kind: '', details: {} })}
        choices={views[file.view].groups.map((each) => ({ value: each, label: eventGroups[each][language] }))}
      />
      {group && (
        <SelectField
          label={w.kind}
          value={kind}
          empty={w.choose}
          reason={paper?.forms && w.forms(paper.forms)}
          problem={faults.has('kind') ? w.needed : undefined}
          onChange={(chosen) => change({ kind: chosen as EventKind, details: {} })}
          choices={eventKindIds
            .filter((each) => eventKinds[each].group === group && !enteredByDoing.includes(each))
            .map((each) => ({ value: each, label: eventKinds[each].title[language] }))}
        />
      )}
      {kind && (
        <>
          <div className="case-when">
            <MomentFields legend={w.when} value={value.at} onChange={(at) => change({ at })} withTime />
            {faults.has('at') && <p className="law-fault">{w.needed}</p>}
            <p className="muted t13">{w.whenWhy}</p>
          </div>
          {paper?.decides && <Note icon="stamp">{w.decides}</Note>}
          <DetailFields
            key={kind}
            fields={fieldsOf(kind)}
            path={[kind]}
            value={value.details}
            onChange={(details) => change({ details })}
            events={file.events}
            faults={faults}
          />
        </>
      )}
    </>
  )
}
