// A form: one column, sent with Enter, the draft kept by itself, the problem next to the button and next to its field.

import './field.css'
import { type FormEvent, type ReactNode, useContext } from 'react'
import { showTime } from '../format.ts'
import type { Problem } from '../problem.ts'
import { defineWords, useWords } from '../words.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { AsOf } from './marks.tsx'
import { Note } from './page.tsx'
import { WayOut } from './way-out.ts'

const words = defineWords({
  draft: { vi: (at: string) => `Nháp tự lưu ${at}`, en: (at: string) => `Draft kept ${at}` },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  startOver: { vi: 'Bỏ nháp', en: 'Drop the draft' },
})

/** "Nháp tự lưu 10:32", for the head of the card around a form. */
export function DraftKept({ at }: { at: Date | undefined }) {
  const w = useWords(words)
  return at ? <AsOf icon="check">{w.draft(showTime(at))}</AsOf> : null
}

export type FormProps = {
  onSend: () => void
  sending?: boolean
  problem?: Problem
  /** The button names the deed: "Giao việc". */
  send: string
  /** The deed takes something away. */
  danger?: boolean
  /** Other buttons: cancel, save as draft. Inside a dialog the way out is there without being asked for. */
  others?: ReactNode
  keptAt?: Date
  onForget?: () => void
  children: ReactNode
}

export function Form({ onSend, sending, problem, send, danger, others, keptAt, onForget, children }: FormProps) {
  const w = useWords(words)
  const leave = useContext(WayOut)
  const submitted = (event: FormEvent) => {
    event.preventDefault()
    if (!sending) onSend()
  }
  return (
    <form className="form" noValidate onSubmit={submitted}>
      {children}
      {problem && (
        <div className="form-p" role="alert">
          <Note icon={problem.status === 0 ? 'wifi-off' : 'alert'} tone="late">
            <b className="semi">{problem.title}</b> {problem.detail}
          </Note>
        </div>
      )}
      <div className="form-f">
        <Button type="submit" main={!danger} danger={danger} busy={sending}>
          {send}
        </Button>
        {others ?? (leave && <Button onClick={leave}>{w.cancel}</Button>)}
        <span className="grow" />
        {keptAt && (
          <span className="asof">
            <Icon name="check" />
            {w.draft(showTime(keptAt))}
            {onForget && (
              <Button small quiet onClick={onForget}>
                {w.startOver}
              </Button>
            )}
          </span>
        )}
      </div>
    </form>
  )
}
