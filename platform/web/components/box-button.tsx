// A button with a box of its own code: fetched with the first hover or focus, drawn with the first press, so the first
// load stays light. The box draws the button again and opens at once.

import { type ReactNode, Suspense, useState } from 'react'

type BoxButtonProps = {
  kind: 'menu' | 'dialog'
  load: () => Promise<unknown>
  box: ReactNode
  className: string
  label?: string
  children: ReactNode
}

export function BoxButton({ kind, load, box, className, label, children }: BoxButtonProps) {
  const [wanted, setWanted] = useState(false)
  const plain = (
    <button
      type="button"
      className={className}
      aria-label={label}
      aria-haspopup={kind}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setWanted(true)}
    >
      {children}
    </button>
  )
  return wanted ? <Suspense fallback={plain}>{box}</Suspense> : plain
}
