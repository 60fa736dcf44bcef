// A button that opens a small panel under it.

import { lazy, type ReactNode } from 'react'
import { BoxButton } from './box-button.tsx'

export type PopButtonProps = {
  className: string
  label?: string
  /** What the panel is, for a screen reader. */
  panelLabel: string
  end?: boolean
  children: ReactNode
  panel: (close: () => void) => ReactNode
}

const loadBox = () => import('./pop-box.tsx')
const PopBox = lazy(loadBox)

export function PopButton(props: PopButtonProps) {
  const { className, label, children } = props
  return (
    <BoxButton kind="dialog" load={loadBox} box={<PopBox {...props} />} className={className} label={label}>
      {children}
    </BoxButton>
  )
}
