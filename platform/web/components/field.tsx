// One field of a form: label above, the reason for asking under it, and what is wrong right next to it, in plain words.

import './field.css'
import { type InputHTMLAttributes, type ReactNode, type Ref, type TextareaHTMLAttributes, useId } from 'react'
import { defineWords, useWords } from '../words.ts'
import { Icon } from './icon.tsx'

const words = defineWords({ optional: { vi: 'không bắt buộc', en: 'optional' } })

export type FieldProps = {
  label: string
  /** Why it is asked, or how to fill it in. */
  reason?: ReactNode
  /** What is wrong with what was typed: `fieldProblem(problem, 'due')`. */
  problem?: string
  optional?: boolean
}

type Wiring = { id: string; 'aria-invalid': true | undefined; 'aria-describedby': string | undefined }

/** The frame around any control; the control takes the wiring it is handed. */
export function Field({
  label,
  reason,
  problem,
  optional,
  children,
}: FieldProps & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId()
  const w = useWords(words)
  const described = [problem && `${id}-problem`, reason && `${id}-reason`].filter(Boolean).join(' ')
  return (
    <div className={problem ? 'fld bad' : 'fld'}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="opt"> ({w.optional})</span>}
      </label>
      {children({ id, 'aria-invalid': problem ? true : undefined, 'aria-describedby': described || undefined })}
      {problem && (
        <span className="err" id={`${id}-problem`} role="alert">
          <Icon name="alert" />
          {problem}
        </span>
      )}
      {reason && (
        <span className="why" id={`${id}-reason`}>
          {reason}
        </span>
      )}
    </div>
  )
}

type Typed<E> = FieldProps & Omit<E, 'value' | 'onChange'> & { value: string; onChange: (value: string) => void }

export function TextField({
  label,
  reason,
  problem,
  optional,
  value,
  onChange,
  ref,
  ...rest
}: Typed<InputHTMLAttributes<HTMLInputElement>> & { ref?: Ref<HTMLInputElement> }) {
  return (
    <Field label={label} reason={reason} problem={problem} optional={optional}>
      {(wiring) => (
        <input
          autoComplete="off"
          {...rest}
          {...wiring}
          ref={ref}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** Several lines; grows with what is typed. */
export function TextArea({
  label,
  reason,
  problem,
  optional,
  value,
  onChange,
  ...rest
}: Typed<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  return (
    <Field label={label} reason={reason} problem={problem} optional={optional}>
      {(wiring) => (
        <textarea rows={3} {...rest} {...wiring} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  )
}

export type Choice = { value: string; label: string; note?: string; disabled?: boolean }

/** One of a short list (up to about fifteen); for longer ones use PickField. */
export function SelectField({
  label,
  reason,
  problem,
  optional,
  value,
  onChange,
  choices,
  empty,
}: FieldProps & { value: string; onChange: (value: string) => void; choices: readonly Choice[]; empty?: string }) {
  return (
    <Field label={label} reason={reason} problem={problem} optional={optional}>
      {(wiring) => (
        <span className="sel">
          <select {...wiring} value={value} onChange={(event) => onChange(event.target.value)}>
            {empty !== undefined && <option value="">{empty}</option>}
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value} disabled={choice.disabled}>
                {choice.label}
              </option>
            ))}
          </select>
          <Icon name="chev-d" />
        </span>
      )}
    </Field>
  )
}
