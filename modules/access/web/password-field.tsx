// A password, hidden while it is typed; one press shows it, for a wrong letter nobody can see is nobody's fault.

import './password-field.css'
import { type Ref, useState } from 'react'
import { IconButton } from '../../../platform/web/components/button.tsx'
import { Field, type FieldProps } from '../../../platform/web/components/field.tsx'
import { defineWords, useWords } from '../../../platform/web/words.ts'

const words = defineWords({
  show: { vi: 'Hiện mật khẩu', en: 'Show the password' },
  hide: { vi: 'Ẩn mật khẩu', en: 'Hide the password' },
})

export function PasswordField({
  value,
  onChange,
  made,
  focus,
  ...frame
}: FieldProps & {
  value: string
  onChange: (value: string) => void
  /** A new password, which the browser may offer to make and keep. */
  made?: boolean
  focus?: Ref<HTMLInputElement>
}) {
  const w = useWords(words)
  const [shown, setShown] = useState(false)
  return (
    <Field {...frame}>
      {(wiring) => (
        <span className="secret">
          <input
            {...wiring}
            ref={focus}
            type={shown ? 'text' : 'password'}
            autoComplete={made ? 'new-password' : 'current-password'}
            autoCapitalize="none"
            spellCheck={false}
            maxLength={300}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <IconButton
            small
            icon={shown ? 'eye-off' : 'eye'}
            label={shown ? w.hide : w.show}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          />
        </span>
      )}
    </Field>
  )
}
