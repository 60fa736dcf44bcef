// The frame around every screen that is not bare.

import { Outlet } from '@tanstack/react-router'
import { Shell } from '../../platform/web/components/shell.tsx'
import { Shown } from '../../platform/web/components/states.tsx'
import { ViewProvider } from '../../platform/web/view.tsx'
import { useShellFeed, useViewDefaults } from './feed.ts'
import { screens } from './screens.ts'

export function Frame() {
  const defaults = useViewDefaults()
  // Without the programme's day every screen would first ask for the wrong one.
  return (
    <Shown from={defaults} lines={8}>
      {(answer) => (
        <ViewProvider {...answer}>
          <FramedScreen />
        </ViewProvider>
      )}
    </Shown>
  )
}

function FramedScreen() {
  const feed = useShellFeed()
  return (
    <Shell feed={feed} screens={screens}>
      <Outlet />
    </Shell>
  )
}
