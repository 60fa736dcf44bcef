// Addresses to screens. Search parameters stay flat text; every screen is loaded when it is first opened.

import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { Broken, Loading, NotFound } from '../../platform/web/components/states.tsx'
import type { Screen } from '../../platform/web/screen.ts'
import { Frame } from './frame.tsx'
import { screens } from './screens.ts'

const root = createRootRoute()
const framed = createRoute({ getParentRoute: () => root, id: 'framed', component: Frame, notFoundComponent: NotFound })
const outside = createRoute({ getParentRoute: () => framed, path: '$', component: NotFound })

function routeOf(screen: Screen) {
  const parent = screen.bare ? root : framed
  return createRoute({
    getParentRoute: () => parent,
    path: screen.path === '' ? '/' : screen.path,
    component: lazyRouteComponent(screen.load),
  })
}

const bare = screens.filter((screen) => screen.bare).map(routeOf)
const inFrame = screens.filter((screen) => !screen.bare).map(routeOf)

type Flat = Record<string, string | string[]>

function parseSearch(text: string): Flat {
  const flat: Flat = {}
  const parameters = new URLSearchParams(text)
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name)
    flat[name] = values.length > 1 ? values : (values[0] ?? '')
  }
  return flat
}

function stringifySearch(search: Record<string, unknown>): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) parameters.append(name, String(one))
  }
  const text = parameters.toString()
  return text ? `?${text}` : ''
}

export const router = createRouter({
  routeTree: root.addChildren([framed.addChildren([...inFrame, outside]), ...bare]),
  basepath: '/app',
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPendingMs: 300,
  defaultPendingComponent: () => <Loading />,
  defaultErrorComponent: Broken,
})
