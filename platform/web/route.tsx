// Addresses: links inside the application keep the day and the programme in view, and the URL holds the state of a screen.

import { useParams, useRouter, useRouterState } from '@tanstack/react-router'
import { type AnchorHTMLAttributes, type MouseEvent, type Ref, useCallback, useMemo } from 'react'

const base = '/app'
/** Kept from screen to screen. */
const keptParameters = ['on', 'programme'] as const

/** A parameter of the path, such as `areaId` of `areas/$areaId`. */
export function useParam(name: string): string {
  const parameters = useParams({ strict: false }) as Record<string, string | undefined>
  return parameters[name] ?? ''
}

/** The whole address of a path below /app, with what is kept carried over. */
export function fullAddress(to: string, search: URLSearchParams): string {
  const [beforeHash = '', hash] = to.split('#')
  const [path = '', query] = beforeHash.split('?')
  const parameters = new URLSearchParams(query)
  for (const name of keptParameters) {
    const value = search.get(name)
    if (value && !parameters.has(name)) parameters.set(name, value)
  }
  const text = parameters.toString()
  const clean = path.startsWith('/') ? path : `/${path}`
  return `${base}${clean}${text ? `?${text}` : ''}${hash ? `#${hash}` : ''}`
}

function useSearchText(): string {
  return useRouterState({ select: (state) => state.location.searchStr })
}

/** The path in view, below /app. */
export function usePath(): string {
  return useRouterState({ select: (state) => state.location.pathname })
}

export type Search = {
  get: (name: string) => string | undefined
  all: (name: string) => string[]
  /** Undefined or '' takes a parameter away. By default the step is not kept in the history (filters). */
  set: (part: Record<string, string | readonly string[] | undefined>, options?: { keepStep?: boolean }) => void
}

/** The state of the screen as it stands in the URL. */
export function useSearch(): Search {
  const router = useRouter()
  const text = useSearchText()
  return useMemo(() => {
    const parameters = new URLSearchParams(text)
    return {
      get: (name) => parameters.get(name) ?? undefined,
      all: (name) => parameters.getAll(name),
      set: (part, options) => {
        // What is in the address bar now, not what was rendered: two changes in one turn must both count.
        const next = new URLSearchParams(window.location.search)
        for (const [name, value] of Object.entries(part)) {
          next.delete(name)
          for (const one of Array.isArray(value) ? value : [value]) if (one) next.append(name, one as string)
        }
        const query = next.toString()
        const address = `${window.location.pathname}${query ? `?${query}` : ''}${window.location.hash}`
        if (options?.keepStep) router.history.push(address)
        else router.history.replace(address)
      },
    }
  }, [router, text])
}

/** Goes to a path below /app: `go('/areas/7')`. */
export function useGo(): (to: string) => void {
  const router = useRouter()
  return useCallback(
    (to) => router.history.push(fullAddress(to, new URLSearchParams(window.location.search))),
    [router],
  )
}

/** The two properties that make any anchor, also one inside an SVG picture, a link of the application. */
export function useLink(): (to: string) => { href: string; onClick: (event: MouseEvent) => void } {
  const router = useRouter()
  const text = useSearchText()
  return useCallback(
    (to) => {
      const href = fullAddress(to, new URLSearchParams(text))
      return {
        href,
        onClick: (event) => {
          const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
          if (!plain || event.defaultPrevented) return
          event.preventDefault()
          router.history.push(href)
        },
      }
    },
    [router, text],
  )
}

export type GoProps = AnchorHTMLAttributes<HTMLAnchorElement> & { to: string; ref?: Ref<HTMLAnchorElement> }

/** A link to a path below /app. Use a plain `a` for downloads and for pages outside the application. */
export function Go({ to, onClick, children, ...rest }: GoProps) {
  const link = useLink()(to)
  return (
    <a
      {...rest}
      href={link.href}
      onClick={(event) => {
        onClick?.(event)
        link.onClick(event)
      }}
    >
      {children}
    </a>
  )
}
