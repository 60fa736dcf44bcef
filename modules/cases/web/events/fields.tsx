// The fields of an event, drawn from what its kind asks for.

import { Fragment, useState } from 'react'
import { Button } from '../../../../platform/web/components/button.tsx'
import { RadioField } from '../../../../platform/web/components/choice-field.tsx'
import { DateField } from '../../../../platform/web/components/date-field.tsx'
import { SelectField, TextArea, TextField } from '../../../../platform/web/components/field.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import type { EventShown } from '../../contract.ts'
import { choiceName } from '../../events/choice-names.ts'
import { type EventKind, eventKinds } from '../../events.ts'
import { MomentFields } from '../moment-fields.tsx'
import { ColleagueField, RoleField } from './circle-fields.tsx'
import { fieldName } from './field-words.ts'
import { type FieldShape, fieldsOf, type Typed } from './shape.ts'
import { useEventName } from './shown.tsx'
import { eventWords } from './words.ts'

export type Around = {
  /** Those of the file, for fields that name one. */
  events: readonly EventShown[]
  /** Paths of fields that are missing or wrong, once somebody tried to send. */
  faults: ReadonlySet<string>
}
type Props = Around & {
  fields: readonly FieldShape[]
  /** The kind, and the names down to here. */
  path: readonly string[]
  value: Typed
  onChange: (value: Typed) => void
}

export function DetailFields({ fields, path, value, onChange, ...around }: Props) {
  return fields.map((field) => (
    <OneField
      key={field.name}
      field={field}
      path={[...path, field.name]}
      value={value[field.name]}
      all={value}
      onChange={(typed) => onChange({ ...value, [field.name]: typed })}
      {...around}
    />
  ))
}

type OneProps = Around & {
  field: FieldShape
  path: readonly string[]
  value: unknown
  all: Typed
  onChange: (value: unknown) => void
}

function OneField({ field: { optional, shape }, path, value, all, onChange, events, faults }: OneProps) {
  const w = useWords(eventWords)
  const language = useLanguage()
  const label = fieldName(path)?.[language] ?? path.at(-1) ?? ''
  const text = typeof value === 'string' ? value : ''
  const faulty = faults.has(path.slice(1).join('.'))
  const problem = faulty ? (value === undefined || value === '' ? w.needed : w.wrong) : undefined
  const usual = { label, optional, problem }
  switch (shape.type) {
    case 'choice':
      return (
        <SelectField
          {...usual}
          value={text}
          onChange={onChange}
          empty={optional ? w.notRecorded : w.choose}
          choices={shape.of.map((each) => ({ value: each, label: choiceName(path, each)?.[language] ?? each }))}
        />
      )
    case 'flag':
      return (
        <RadioField
          {...usual}
          value={value === undefined ? '' : String(value)}
          onChange={(chosen) => onChange(chosen === '' ? undefined : chosen === 'true')}
          choices={[
            { value: 'true', label: w.yes },
            { value: 'false', label: w.no },
            ...(optional ? [{ value: '', label: w.notRecorded }] : []),
          ]}
        />
      )
    case 'day':
      return <DateField {...usual} value={text} onChange={onChange} />
    case 'moment':
      return (
        <MomentFields
          legend={label}
          reason={optional ? (path[0] === 'corrected' ? w.emptyStays : w.emptyUnknown) : undefined}
          value={text}
          onChange={onChange}
          withTime
        />
      )
    case 'number':
      return (
        <TextField
          {...usual}
          inputMode="numeric"
          value={value === undefined ? '' : String(value)}
          onChange={onChange}
        />
      )
    case 'event':
      return <EventField {...usual} path={path} value={text} onChange={onChange} events={events} />
    case 'role':
      return <RoleField {...usual} value={text} onChange={onChange} />
    case 'colleague':
      return <ColleagueField {...usual} value={text} onChange={onChange} />
    case 'group':
      return (
        <fieldset className="rows-of">
          <legend>{label}</legend>
          <div className="group-of">
            <DetailFields
              fields={shape.fields}
              path={path}
              value={(value ?? {}) as Typed}
              onChange={onChange}
              events={events}
              faults={faults}
            />
          </div>
        </fieldset>
      )
    case 'list':
      return (
        <ListField
          label={label}
          fields={shape.fields}
          path={path}
          value={value}
          onChange={onChange}
          events={events}
          faults={faults}
        />
      )
    case 'any': {
      const corrected = events.find(({ id }) => id === all.of)
      if (!corrected) return null
      return (
        <fieldset className="rows-of">
          <legend>{label}</legend>
          <div className="group-of">
            <DetailFields
              key={corrected.id}
              fields={fieldsOf(corrected.kind as EventKind)}
              path={[corrected.kind]}
              value={(value ?? corrected.details) as Typed}
              onChange={onChange}
              events={events}
              faults={faults}
            />
          </div>
        </fieldset>
      )
    }
    default:
      return shape.most >= 300 ? (
        <TextArea {...usual} maxLength={shape.most} value={text} onChange={onChange} />
      ) : (
        <TextField {...usual} maxLength={shape.most} value={text} onChange={onChange} />
      )
  }
}

type Rows = readonly Typed[]

function ListField({
  label,
  fields,
  path,
  value,
  onChange,
  ...around
}: Around & {
  label: string
  fields: readonly FieldShape[]
  path: readonly string[]
  value: unknown
  onChange: (value: unknown) => void
}) {
  const w = useWords(eventWords)
  const rows = (value ?? []) as Rows
  // A row goes by the number it was given, not by its place: what is half typed in one never goes to its neighbour.
  const [numbers, setNumbers] = useState(() => rows.map((_, at) => at))
  const add = () => {
    setNumbers([...numbers.slice(0, rows.length), Math.max(-1, ...numbers) + 1])
    onChange([...rows, {}])
  }
  const takeAway = (at: number) => {
    setNumbers(numbers.filter((_, index) => index !== at))
    onChange(rows.filter((_, index) => index !== at))
  }
  return (
    <fieldset className="rows-of">
      <legend>{label}</legend>
      {rows.map((row, at) => (
        <Fragment key={numbers[at]}>
          <div className="group-of">
            <DetailFields
              fields={fields}
              path={path}
              value={row}
              onChange={(changed) => onChange(rows.map((each, index) => (index === at ? changed : each)))}
              {...around}
            />
            <Button quiet small icon="x" onClick={() => takeAway(at)}>
              {w.takeAway}
            </Button>
          </div>
        </Fragment>
      ))}
      <Button small icon="plus" onClick={add}>
        {w.add}
      </Button>
    </fieldset>
  )
}

/** Of which kinds an event may name another; those that are not here may name any. */
const named: Partial<Record<EventKind, (other: EventKind) => boolean>> = {
  'decision-sent': (other) => eventKinds[other].paper?.decides === true,
  'interruption-over': (other) => eventKinds[other].group === 'interruption' && other !== 'interruption-over',
  'court-answered': (other) => other === 'court-asked',
  'verification-closed': (other) => other === 'verification-opened',
}

function EventField({
  label,
  optional,
  problem,
  path,
  value,
  onChange,
  events,
}: {
  label: string
  optional: boolean
  problem: string | undefined
  path: readonly string[]
  value: string
  onChange: (id: string) => void
  events: readonly EventShown[]
}) {
  const w = useWords(eventWords)
  const nameOf = useEventName()
  const fits = named[path[0] as EventKind]
  const choices = events
    .filter(({ kind }) => !fits || fits(kind as EventKind))
    .map((event) => ({ value: event.id, label: nameOf(event) }))
  return (
    <SelectField
      label={label}
      optional={optional}
      problem={problem}
      reason={choices.length === 0 ? w.noEvents : undefined}
      value={value}
      onChange={onChange}
      empty={optional ? w.notRecorded : w.choose}
      choices={choices}
    />
  )
}
