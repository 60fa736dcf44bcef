// A dialog over the page, on the browser's own dialog element: it keeps the focus inside, closes with Escape, gives the focus back.

import './dialog.css'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { defineWords, useWords } from '../words.ts'
import { IconButton } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'
import { useScrollByKeys } from './scroll-by-keys.ts'
import { WayOut } from './way-out.ts'

const words = defineWords({ close: { vi: 'Đóng', en: 'Close' } })

export type DialogProps = {
  open: boolean
  title: string
  onClose: () => void
  icon?: IconName
  /** `sealed` frames the world of person files. */
  tone?: 'sealed'
  wide?: boolean
  /** From the right edge, full height: details beside a list. */
  side?: boolean
  /** Buttons at the foot. */
  actions?: ReactNode
  children: ReactNode
}

/** Where the focus was last: for an item of a menu the button of that menu, for the item is gone once it was chosen. */
let lastFocus: HTMLElement | null = null
document.addEventListener('focusin', ({ target }) => {
  if (!(target instanceof HTMLElement)) return
  const button = target.closest('[role=menu]')?.getAttribute('aria-labelledby')
  lastFocus = button ? document.getElementById(button) : target
})

/** A menu without motion is gone before its dialog opens, and nothing has the focus by then. */
const whereFocusCameFrom = (): HTMLElement | null => lastFocus

/** Of several radio buttons the chosen one, as Tab would have it. */
function firstField(dialog: HTMLElement): HTMLElement | null {
  const field = dialog.querySelector('.dlg-b .fld')
  return field?.querySelector<HTMLElement>('input:checked') ?? field?.querySelector('input, textarea, select') ?? null
}

export function Dialog({ open, title, onClose, icon, tone, wide, side, actions, children }: DialogProps) {
  const w = useWords(words)
  const box = useRef<HTMLDialogElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const id = useId()
  useEffect(() => {
    const element = box.current
    if (!open || !element) return undefined
    const before = whereFocusCameFrom()
    element.showModal()
    // A form begins in its first field; on a phone that would bring up the keyboard over the words one has to read first.
    if (window.matchMedia('(pointer: fine)').matches) firstField(element)?.focus()
    // Screens take a dialog away rather than close it, and the browser then forgets where the focus came from.
    return () => {
      element.close()
      if (before?.isConnected) before.focus()
    }
  }, [open])
  useScrollByKeys(body, open)
  if (!open) return null
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog by itself; the click is for the backdrop
    <dialog
      ref={box}
      className={['dlg', tone && `dlg-${tone}`, wide && 'dlg-wide', side && 'dlg-side'].filter(Boolean).join(' ')}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === box.current) onClose()
      }}
    >
      <div className="dlg-in">
        <div className="dlg-h">
          {icon && <Icon name={icon} />}
          <h2 id={id}>{title}</h2>
          <IconButton small icon="x" label={w.close} onClick={onClose} />
        </div>
        <WayOut.Provider value={onClose}>
          <div ref={body} className="dlg-b">
            {children}
          </div>
          {actions && <div className="dlg-f">{actions}</div>}
        </WayOut.Provider>
      </div>
    </dialog>
  )
}
