// Few things to choose from, all in view: one of several (radio), some of several (boxes), or one yes.

import './choice-field.css'
import { useId } from 'react'
import type { Choice, FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'

function Frame({ label, reason, problem, children }: FieldProps & { children: React.ReactNode }) {
  const id = useId()
  return (
    <fieldset className={problem ? 'fld opts bad' : 'fld opts'} aria-describedby={problem ? id : undefined}>
      <legend>{label}</legend>
      {reason && <span className="why">{reason}</span>}
      {children}
      {problem && (
        <span className="err" id={id} role="alert">
          <Icon name="alert" />
          {problem}
        </span>
      )}
    </fieldset>
  )
}

function Words({ choice }: { choice: Choice }) {
  return (
    <span>
      {choice.label}
      {choice.note && <small>{choice.note}</small>}
    </span>
  )
}

export function RadioField({
  choices,
  value,
  onChange,
  ...frame
}: FieldProps & { choices: readonly Choice[]; value: string; onChange: (value: string) => void }) {
  const name = useId()
  return (
    <Frame {...frame}>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            disabled={choice.disabled}
            onChange={() => onChange(choice.value)}
          />
          <Words choice={choice} />
        </label>
      ))}
    </Frame>
  )
}

export function ChecksField({
  choices,
  values,
  onChange,
  ...frame
}: FieldProps & { choices: readonly Choice[]; values: readonly string[]; onChange: (values: string[]) => void }) {
  return (
    <Frame {...frame}>
      {choices.map((choice) => {
        const on = values.includes(choice.value)
        return (
          <label key={choice.value}>
            <input
              type="checkbox"
              checked={on}
              disabled={choice.disabled}
              onChange={() => onChange(on ? values.filter((one) => one !== choice.value) : [...values, choice.value])}
            />
            <Words choice={choice} />
          </label>
        )
      })}
    </Frame>
  )
}

export function CheckField({
  label,
  note,
  value,
  onChange,
}: {
  label: string
  note?: string
  value: boolean
  onChange: (value: boolean) => void
}) {
  return (
    <div className="fld opts">
      <label>
        <input type="checkbox" checked={value} onChange={() => onChange(!value)} />
        <Words choice={{ value: '', label, note }} />
      </label>
    </div>
  )
}
