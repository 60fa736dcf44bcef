// A button with a short menu under it. The menu's code comes with the first hover or press, so the first load stays light.

import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { IconName } from './icon.tsx'

export type MenuItem = {
  key: string
  label: ReactNode
  note?: ReactNode
  icon?: IconName
  /** Marks the one in force. */
  checked?: boolean
  danger?: boolean
  /** A heading above this item. */
  heading?: string
  /** One of: a path of the application, another address, or something to do. */
  to?: string
  href?: string
  onPick?: () => void
}

export type MenuButtonProps = {
  items: readonly MenuItem[]
  className: string
  /** When the content alone does not say what the button is for. */
  label?: string
  end?: boolean
  /** Called when the menu has been looked at and closes. */
  onClose?: () => void
  children: ReactNode
}

const loadBox = () => import('./menu-box.tsx')
const MenuBox = lazy(loadBox)

export function MenuButton(props: MenuButtonProps) {
  const [wanted, setWanted] = useState(false)
  const plain = (
    <button
      type="button"
      className={props.className}
      aria-label={props.label}
      aria-haspopup="menu"
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
      <MenuBox {...props} />
    </Suspense>
  )
}
