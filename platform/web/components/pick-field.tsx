// One of many (a place, a post): type a few letters, with or without marks. The library behind it is loaded when first seen.

import { lazy, Suspense, useRef } from 'react'
import { type Choice, Field, type FieldProps } from './field.tsx'

export type PickFieldProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  choices: readonly Choice[]
  placeholder?: string
  /** For lists too long to hand over: called with what is typed, answer by changing `choices`. */
  onType?: (typed: string) => void
  disabled?: boolean
}

const PickBox = lazy(() => import('./pick-box.tsx'))

export function PickField({ label, reason, problem, optional, ...rest }: PickFieldProps) {
  const entered = useRef(false)
  const chosen = rest.choices.find((choice) => choice.value === rest.value)
  return (
    <Field label={label} reason={reason} problem={problem} optional={optional}>
      {(wiring) => (
        <Suspense
          fallback={
            <input
              {...wiring}
              readOnly
              value={chosen?.label ?? ''}
              placeholder={rest.placeholder}
              onFocus={() => {
                entered.current = true
              }}
              onBlur={() => {
                entered.current = false
              }}
            />
          }
        >
          <PickBox {...rest} wiring={wiring} entered={entered} />
        </Suspense>
      )}
    </Field>
  )
}
