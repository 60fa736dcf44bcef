// The list under a pick field.

import '@mantine/core/styles/UnstyledButton.layer.css'
import '@mantine/core/styles/ScrollArea.layer.css'
import '@mantine/core/styles/Paper.layer.css'
import '@mantine/core/styles/Popover.layer.css'
import '@mantine/core/styles/CloseButton.layer.css'
import '@mantine/core/styles/Input.layer.css'
import '@mantine/core/styles/Combobox.layer.css'
import './pick-box.css'
import { type ComboboxItem, type OptionsFilter, Select } from '@mantine/core'
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { finds } from '../fold.ts'
import { defineWords, useWords } from '../words.ts'
import type { PickFieldProps } from './pick-field.tsx'

const words = defineWords({
  type: { vi: 'Gõ vài chữ để tìm', en: 'Type a few letters' },
  none: { vi: 'Không thấy', en: 'Nothing found' },
  clear: { vi: 'Bỏ chọn', en: 'Clear' },
})

type Wiring = { id: string; 'aria-invalid': true | undefined; 'aria-describedby': string | undefined }

const filter: OptionsFilter = ({ options, search }) =>
  options.filter((option) => finds(search, (option as ComboboxItem).label))

/** Escape closes an open list, and not the dialog around it as well. */
function closeListAlone(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key === 'Escape' && event.currentTarget.getAttribute('aria-expanded') === 'true') event.preventDefault()
}

export default function PickBox({
  value,
  onChange,
  choices,
  placeholder,
  onType,
  disabled,
  wiring,
  entered,
}: Omit<PickFieldProps, 'label'> & { wiring: Wiring; entered: RefObject<boolean> }) {
  const w = useWords(words)
  const input = useRef<HTMLInputElement>(null)
  // Whoever was in the field before the list behind it came is in it still.
  useEffect(() => {
    if (entered.current) input.current?.focus()
  }, [entered])
  const notes = new Map(choices.map((choice) => [choice.value, choice.note]))
  return (
    <Select
      {...wiring}
      ref={input}
      openOnFocus={false}
      onKeyDown={closeListAlone}
      classNames={{ input: 'pick-in' }}
      searchable
      comboboxProps={{ withinPortal: false }}
      clearable
      disabled={disabled}
      data={choices.map((choice) => ({ value: choice.value, label: choice.label, disabled: choice.disabled }))}
      value={value || null}
      onChange={(next) => onChange(next ?? '')}
      onSearchChange={onType}
      filter={onType ? ({ options }) => options : filter}
      limit={60}
      placeholder={placeholder ?? w.type}
      nothingFoundMessage={w.none}
      maxDropdownHeight={280}
      clearButtonProps={{ 'aria-label': w.clear }}
      renderOption={({ option }) => (
        <span className="pick-o">
          {option.label}
          {notes.get(option.value) && <small>{notes.get(option.value)}</small>}
        </span>
      )}
    />
  )
}
