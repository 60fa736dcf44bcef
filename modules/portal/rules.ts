// What may happen to an item of news, and what counts as a reader. Pure decisions with their reason.

import { type Refusal, refuse } from '../../platform/contract/refusal.ts'
import { portalRefusals as refusals } from './refusals.ts'

export const articleStates = ['draft', 'scheduled', 'published', 'withdrawn'] as const
export type ArticleState = (typeof articleStates)[number]
/** Instants as ISO text or dates. */
export type ArticleTimes = { publishAt: Date | string | null; withdrawnAt: Date | string | null }

const time = (instant: Date | string): number => new Date(instant).getTime()
const dayInVietnam = (instant: Date | string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(instant))

export function stateOf(article: ArticleTimes, now: Date): ArticleState {
  if (article.withdrawnAt) return 'withdrawn'
  if (!article.publishAt) return 'draft'
  return time(article.publishAt) <= now.getTime() ? 'published' : 'scheduled'
}

/** Drafts and scheduled items are simply changed; what readers have seen is corrected openly. */
export function whyNotChange(article: ArticleTimes, now: Date): Refusal | undefined {
  const state = stateOf(article, now)
  if (state === 'withdrawn') return withdrawn(article)
  if (state === 'published') return refuse(refusals.published_already, { day: dayInVietnam(article.publishAt!) })
  return undefined
}

export function whyNotPublish(article: ArticleTimes, publishAt: Date | undefined, now: Date): Refusal | undefined {
  const refusal = whyNotChange(article, now)
  if (refusal) return refusal
  // A minute of grace: the clock of the writer's machine may be behind.
  if (publishAt && publishAt.getTime() < now.getTime() - 60_000)
    return refuse(refusals.publish_in_the_past, {}, 'publishAt')
  return undefined
}

export function whyNotCorrect(article: ArticleTimes, now: Date): Refusal | undefined {
  const state = stateOf(article, now)
  if (state === 'withdrawn') return withdrawn(article)
  return state === 'published' ? undefined : refuse(refusals.not_published)
}

const withdrawn = (article: ArticleTimes): Refusal =>
  refuse(refusals.withdrawn_already, { day: dayInVietnam(article.withdrawnAt!) })

/** The readable part of an address: "Hội nghị phát động" gives `hoi-nghi-phat-dong`. */
export function slugOf(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 70)
    .replace(/-+$/, '')
}

const machine =
  /bot|crawl|spider|slurp|preview|fetch|monitor|curl|wget|python|java\/|go-http|headless|lighthouse|facebookexternalhit/i

/** A person opened the page: not a robot, not a page fetched ahead of time, not merely asked whether it exists. */
export function countsAsView(method: string, header: (name: string) => string | undefined): boolean {
  if (method !== 'GET') return false
  const agent = header('user-agent') ?? ''
  if (agent === '' || machine.test(agent)) return false
  const purpose = `${header('sec-purpose') ?? ''} ${header('purpose') ?? ''} ${header('x-moz') ?? ''}`
  return !/prefetch|prerender|preview/i.test(purpose)
}
