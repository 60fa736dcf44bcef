// May this link be used now? And how somebody recognises their own entry without the page telling it to anybody else.

import { linkDays, mostWrongCodes } from '../contract.ts'

export type LinkFacts = {
  expiresAt: Date
  usedAt: Date | null
  outcome: string | null
  withdrawnAt: Date | null
  wrongCodes: number
}
export type LinkState = 'open' | 'used' | 'held' | 'expired' | 'locked' | 'withdrawn'

/** What was used stays used, whatever came later. */
export function stateOfLink(link: LinkFacts, now: Date): LinkState {
  if (link.usedAt) return link.outcome === 'held' ? 'held' : 'used'
  if (link.withdrawnAt) return 'withdrawn'
  if (link.wrongCodes >= mostWrongCodes) return 'locked'
  return link.expiresAt <= now ? 'expired' : 'open'
}

/** "Nguyễn V. A.": the family name, then first letters: enough to know oneself, too little for a stranger. */
export function maskedName(name: string): string {
  const [family = '', ...others] = name.trim().split(/\s+/)
  return [family, ...others.map((word) => `${Array.from(word)[0] ?? ''}.`)].join(' ')
}

/** Days from now, never beyond what a link may be good for. */
export const expiryOf = (now: Date, days: number): Date =>
  new Date(now.getTime() + Math.min(days, linkDays.most) * 86_400_000)

/** Digits as people type them, with spaces between. */
export const plainCode = (typed: string): string => typed.replace(/\D/g, '')
