// Where a reader without a session goes, and where they come back to: only ever inside this product.

const base = '/app/'
export const signInPath = `${base}sign-in`

/** The sign-in address for somebody standing at `place`; nothing when they are there already. */
export function signInAddress(place: { pathname: string; search: string }): string | undefined {
  if (place.pathname === signInPath) return undefined
  return `${signInPath}?back=${encodeURIComponent(place.pathname + place.search)}`
}

/** The place to return to after signing in: a screen of the staff application, or the phone application; else the home. */
export function returnAddress(back: string | undefined | null): string {
  if (back === '/field/') return back
  if (!back?.startsWith(base) || back.startsWith(signInPath) || back.includes('\\')) return base
  return back
}
