// The frame around every screen that is not bare.

import { Outlet } from '@tanstack/react-router'
import { Shell } from '../../platform/web/components/shell.tsx'
import { useShellFeed } from './feed.ts'
import { screens } from './screens.ts'

export function Frame() {
  const feed = useShellFeed()
  return (
    <Shell feed={feed} screens={screens}>
      <Outlet />
    </Shell>
  )
}
