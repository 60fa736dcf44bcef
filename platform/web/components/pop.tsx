// A button that opens a small panel under it; the panel's code comes with the first hover or press.

import { lazy, type ReactNode, Suspense, useState } from 'react'

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
  const [wanted, setWanted] = useState(false)
  const plain = (
    <button
      type="button"
      className={props.className}
      aria-label={props.label}
      aria-haspopup="dialog"
      onPointerEnter={() => void loadBox()}
      onFocus={() => void loadBox()}
      onClick={() => setWanted(true)}
    >
      {props.children}
    </button>
  )
  if (!wanted) return plain
  return (
    <Suspense fallback={plain}>
      <PopBox {...props} />
    </Suspense>
  )
}
