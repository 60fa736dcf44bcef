// Everything that screens stand on: answers, Mantine, messages and confirmations. One provider around the application.

import '@mantine/core/styles/default-css-variables.layer.css'
import './fonts.css'
import './tokens.css'
import './base.css'
import './mantine.css'
import './print.css'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ConfirmProvider } from './components/confirm.tsx'
import { Messages } from './components/messages.tsx'
import { mayTryAgain, ProblemError } from './problem.ts'
import { theme } from './theme.ts'
import { useThemeMode } from './theme-mode.ts'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // Without a signal the request is still made and fails, so that the screen can say so.
      networkMode: 'always',
      retry: (count, error) => count < 1 && error instanceof ProblemError && mayTryAgain(error.problem),
      retryDelay: 600,
    },
    mutations: { networkMode: 'always' },
  },
})

export function Kit({ children }: { children: ReactNode }) {
  const mode = useThemeMode()
  return (
    <QueryClientProvider client={queries}>
      <MantineProvider theme={theme} forceColorScheme={mode} withCssVariables={false} withGlobalClasses={false}>
        <ConfirmProvider>{children}</ConfirmProvider>
        <Messages />
      </MantineProvider>
    </QueryClientProvider>
  )
}
