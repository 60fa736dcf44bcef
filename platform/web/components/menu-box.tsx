// The menu itself, opened when it is first loaded.

import '@mantine/core/styles/UnstyledButton.layer.css'
import '@mantine/core/styles/ScrollArea.layer.css'
import '@mantine/core/styles/Paper.layer.css'
import '@mantine/core/styles/Popover.layer.css'
import '@mantine/core/styles/Menu.layer.css'
import './menu-box.css'
import { Menu } from '@mantine/core'
import { Fragment } from 'react'
import { useLink } from '../route.tsx'
import { Icon } from './icon.tsx'
import type { MenuButtonProps, MenuItem } from './menu.tsx'

function Item({ item }: { item: MenuItem }) {
  const link = useLink()
  const inside = (
    <span className="mi">
      <span className="mi-t">
        {item.label}
        {item.note && <small>{item.note}</small>}
      </span>
      {item.checked && <Icon name="check" />}
    </span>
  )
  const looks = {
    className: item.danger ? 'mi-danger' : undefined,
    leftSection: item.icon && <Icon name={item.icon} />,
    'aria-current': item.checked || undefined,
  }
  if (item.to !== undefined) {
    return (
      <Menu.Item component="a" {...link(item.to)} {...looks}>
        {inside}
      </Menu.Item>
    )
  }
  if (item.href !== undefined) {
    return (
      <Menu.Item component="a" href={item.href} {...looks}>
        {inside}
      </Menu.Item>
    )
  }
  return (
    <Menu.Item onClick={item.onPick} {...looks}>
      {inside}
    </Menu.Item>
  )
}

export default function MenuBox({ items, className, label, end, onClose, children }: MenuButtonProps) {
  return (
    <Menu
      defaultOpened
      onClose={onClose}
      withInitialFocusPlaceholder={false}
      position={end ? 'bottom-end' : 'bottom-start'}
      offset={4}
      width="max-content"
    >
      <Menu.Target>
        <button type="button" className={className} aria-label={label}>
          {children}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map((item) => (
          <Fragment key={item.key}>
            {item.heading && <Menu.Label>{item.heading}</Menu.Label>}
            <Item item={item} />
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
