// What waits in the signing of commitments, in words, and the screen on which it is settled: for the first screen and the bell.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { defineWords } from '../../../platform/contract/words.ts'
import type { IconName } from '../../../platform/web/icons.ts'
import { mostWaiting, type ShowWaiting } from '../contract.ts'

export type Waiting = OutputOf<typeof ShowWaiting>['rows'][number]

/** Beyond what is counted: that many and more. */
const many = (n: number): string => (n < mostWaiting ? String(n) : `${mostWaiting - 1}+`)
const one = (n: number, single: string, several: string): string => `${many(n)} ${n === 1 ? single : several}`

export const waitingKindWords = defineWords({
  held: {
    vi: (n: number) => `${many(n)} bản ký chờ quyết định`,
    en: (n: number) => one(n, 'signature to decide on', 'signatures to decide on'),
  },
  kept: {
    vi: (n: number) => `${many(n)} phiếu từ máy chờ quyết định`,
    en: (n: number) => one(n, 'item from a phone to decide on', 'items from phones to decide on'),
  },
  conflicts: {
    vi: (n: number) => `${many(n)} thông tin hai nơi ghi khác nhau`,
    en: (n: number) => one(n, 'fact said in two ways', 'facts said in two ways'),
  },
  paper: {
    vi: (n: number) => `${many(n)} chữ ký trên giấy chờ xác nhận`,
    en: (n: number) => one(n, 'signature on paper to confirm', 'signatures on paper to confirm'),
  },
  pairs: {
    vi: (n: number) => `${many(n)} cặp tên có thể trùng`,
    en: (n: number) => one(n, 'likely duplicate', 'likely duplicates'),
  },
  again: {
    vi: (n: number) => `${many(n)} nơi đã tới ngày đến lại`,
    en: (n: number) => one(n, 'visit again is due', 'visits again are due'),
  },
  breaches: {
    vi: (n: number) => `${many(n)} việc không thực hiện cam kết chưa giải quyết`,
    en: (n: number) => one(n, 'broken promise of a body to settle', 'broken promises of bodies to settle'),
  },
})

export const waitingWords = defineWords({
  title: { vi: 'Việc đang chờ', en: 'Also waiting' },
  late: { vi: (n: number) => `${n} trễ hạn`, en: (n: number) => `${n} late` },
})

export const waitingIcons: Record<Waiting['kind'], IconName> = {
  held: 'stamp',
  kept: 'device',
  conflicts: 'swap',
  paper: 'print',
  pairs: 'users',
  again: 'calendar',
  breaches: 'flag',
}

/** The screen that settles it; where it waits in several places, that of the place where most of it does. */
export function waitingAddress({ kind, at }: Waiting): string {
  if (kind === 'kept' || kind === 'conflicts' || !at) return `/field/${kind === 'kept' ? 'kept' : 'conflicts'}`
  const entries = `/commitments/${at.driveId}/areas/${at.communeId}`
  if (kind === 'held') return `${entries}/held`
  if (kind === 'again') return `${entries}?state=again${at.hamletId ? `&hamlet=${at.hamletId}` : ''}`
  if (kind === 'breaches') return `/commitments/${at.driveId}?tab=follow`
  if (kind === 'paper') return `/paper/${at.driveId}/areas/${at.communeId}/confirm`
  return `/rosters/${at.communeId}/duplicates`
}
