// The frame around every screen that is not bare.

import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useMemo } from 'react'
import { Shell } from '../../platform/web/components/shell.tsx'
import { NoRight, Shown } from '../../platform/web/components/states.tsx'
import { MayOpenProvider, mayOpenOf, neededFor, screenOf } from '../../platform/web/may-open.tsx'
import { usePath } from '../../platform/web/route.tsx'
import { ViewProvider } from '../../platform/web/view.tsx'
import { needsTwoFactors } from '../../rules/two-factors.ts'
import { useShellFeed, useViewDefaults } from './feed.ts'
import { screens } from './screens.ts'

const FilesWithheld = lazy(() => import('../../modules/access/web/files-withheld.tsx'))

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

const neededOf = (path: string): string => {
  const screen = screenOf(screens, path)
  return (screen && neededFor(screen)) ?? ''
}

function FramedScreen() {
  const { known, filesWithheld, ...feed } = useShellFeed()
  const path = usePath().replace(/^\/app/, '')
  const mayOpen = useMemo(() => mayOpenOf(screens, feed.holds), [feed.holds])
  return (
    <MayOpenProvider value={mayOpen}>
      <Shell feed={feed} screens={screens} ofToday={screenOf(screens, path)?.ofToday ?? false}>
        {!known || mayOpen(path) ? (
          <Outlet />
        ) : filesWithheld && needsTwoFactors(neededOf(path)) ? (
          <Suspense>
            <FilesWithheld on="files" />
          </Suspense>
        ) : (
          <NoRight />
        )}
      </Shell>
    </MayOpenProvider>
  )
}
