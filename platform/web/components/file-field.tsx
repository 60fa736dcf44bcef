// A file by dragging it here or by choosing it; the reason for a refusal (kind, size) stands next to the field at once.

import './file-field.css'
import { type DragEvent, useRef, useState } from 'react'
import { showNumber, showSize } from '../format.ts'
import { useLanguage } from '../language.ts'
import { defineWords, useWords } from '../words.ts'
import { Button, IconButton } from './button.tsx'
import { Field, type FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'

const words = defineWords({
  drop: { vi: 'Kéo tệp vào đây, hoặc', en: 'Drag a file here, or' },
  choose: { vi: 'Chọn tệp', en: 'choose a file' },
  remove: { vi: (name: string) => `Bỏ tệp ${name}`, en: (name: string) => `Remove the file ${name}` },
  tooLarge: {
    vi: (name: string, most: string) =>
      `Tệp ${name} lớn hơn ${most} MB. Chọn tệp nhỏ hơn, hoặc quét lại ở độ nét thấp hơn.`,
    en: (name: string, most: string) =>
      `${name} is larger than ${most} MB. Choose a smaller one, or scan at a lower resolution.`,
  },
  wrongKind: {
    vi: (name: string, kinds: string) => `Tệp ${name} không thuộc loại nhận được: ${kinds}.`,
    en: (name: string, kinds: string) => `${name} is not of a kind taken here: ${kinds}.`,
  },
})

export type FileFieldProps = FieldProps & {
  files: readonly File[]
  onChange: (files: File[]) => void
  /** Endings: ['.pdf', '.docx']. */
  kinds?: readonly string[]
  megabytes?: number
  several?: boolean
}

export function FileField({
  label,
  reason,
  problem,
  optional,
  files,
  onChange,
  kinds,
  megabytes = 25,
  several,
}: FileFieldProps) {
  const w = useWords(words)
  const language = useLanguage()
  const chooser = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [own, setOwn] = useState<string>()

  const take = (given: readonly File[]) => {
    const wrong = given.find((file) => kinds && !kinds.some((kind) => file.name.toLowerCase().endsWith(kind)))
    const large = given.find((file) => file.size > megabytes * 1_048_576)
    if (wrong && kinds) return setOwn(w.wrongKind(wrong.name, kinds.join(', ')))
    if (large) return setOwn(w.tooLarge(large.name, showNumber(megabytes, language)))
    setOwn(undefined)
    onChange(several ? [...files, ...given] : given.slice(0, 1))
  }
  const dropped = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take([...event.dataTransfer.files])
  }
  return (
    <Field label={label} reason={reason} problem={own ?? problem} optional={optional}>
      {(wiring) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: dragging is a second way; the button below does the same by keyboard
        <div
          className={over ? 'drop over' : 'drop'}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={dropped}
        >
          {files.map((file) => (
            <p key={`${file.name}${file.size}`} className="drop-f">
              <Icon name="doc" />
              <span>{file.name}</span>
              <small className="num">{showSize(file.size, language)}</small>
              <IconButton
                small
                icon="x"
                label={w.remove(file.name)}
                onClick={() => onChange(files.filter((one) => one !== file))}
              />
            </p>
          ))}
          {(several || files.length === 0) && (
            <p className="drop-c">
              <Icon name="upload" />
              <span>{w.drop}</span>
              <Button small onClick={() => chooser.current?.click()}>
                {w.choose}
              </Button>
            </p>
          )}
          <input
            {...wiring}
            ref={chooser}
            className="sr"
            type="file"
            tabIndex={-1}
            multiple={several}
            accept={kinds?.join(',')}
            onChange={(event) => {
              take([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
        </div>
      )}
    </Field>
  )
}
