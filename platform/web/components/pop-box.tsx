// The panel itself, opened when it is first loaded.

import '@mantine/core/styles/Paper.layer.css'
import '@mantine/core/styles/Popover.layer.css'
import { Popover } from '@mantine/core'
import { Suspense, useState } from 'react'
import type { PopButtonProps } from './pop.tsx'

export default function PopBox({ className, label, panelLabel, end, children, panel }: PopButtonProps) {
  const [opened, setOpened] = useState(true)
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position={end ? 'bottom-end' : 'bottom-start'}
      offset={4}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <button type="button" className={className} aria-label={label} onClick={() => setOpened(!opened)}>
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={panelLabel}>
        <Suspense fallback={null}>{panel(() => setOpened(false))}</Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
