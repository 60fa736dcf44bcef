// A button with a short menu under it.

import { lazy, type ReactNode } from 'react'
import { BoxButton } from './box-button.tsx'
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
  const { className, label, children } = props
  return (
    <BoxButton kind="menu" load={loadBox} box={<MenuBox {...props} />} className={className} label={label}>
      {children}
    </BoxButton>
  )
}
