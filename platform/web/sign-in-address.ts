// Where a reader without a session goes, and where they come back to: only ever inside this application.

const base = '/app/'
export const signInPath = `${base}sign-in`

/** The sign-in address for somebody standing at `place`; nothing when they are there already. */
export function signInAddress(place: { pathname: string; search: string }): string | undefined {
  if (place.pathname === signInPath) return undefined
  return `${signInPath}?back=${encodeURIComponent(place.pathname + place.search)}`
}

/** The place to return to after signing in; anything outside the application is replaced by its home. */
export function returnAddress(back: string | undefined | null): string {
  if (!back?.startsWith(base) || back.startsWith(signInPath) || back.includes('\\')) return base
  return back
}
