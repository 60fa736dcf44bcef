// News as readers see it: in a list, as the first item of a list, and as a page of its own with its corrections.

import { html, raw } from 'hono/html'
import { dayOf } from '../../../../platform/server/clock.ts'
import { showDay, showInstant, showNumber } from '../../../../platform/web/format.ts'
import { articleHtml } from '../markdown.ts'
import type { Correction, NewsItem, WholeItem } from '../news.ts'
import type { Reader } from '../reader.ts'
import { icon } from './icons.ts'
import { type Html, page } from './layout.ts'

const dayShown = (instant: Date): string => showDay(dayOf(new Date(instant)))
const address = (reader: Reader, item: { slug: string }): string => reader.to(`/tin/${item.slug}`)
// News is in its own language, whatever the language of the page around it.
const tongue = (reader: Reader, item: { language: string }): Html =>
  item.language === reader.language ? html`` : html` lang="${item.language}"`

function meta(reader: Reader, item: NewsItem, options: { source?: boolean; counts?: boolean } = {}): Html {
  const { w, language } = reader
  const corrected = item.correctedAt ? new Date(item.correctedAt) : undefined
  return html`<p class="meta"><span>${icon('calendar')}<time datetime="${new Date(item.publishedAt).toISOString()}">${dayShown(item.publishedAt)}</time></span><span>${icon('eye')}${w.views(showNumber(item.views, language))}</span>${
    options.source && item.source ? html`<span${tongue(reader, item)}>${w.sourceOf(item.source)}</span>` : ''
  }${options.counts && item.related > 0 ? html`<span>${w.relatedCount(item.related)}</span>` : ''}${
    corrected ? html`<span><a href="${reader.to(`/tin/${item.slug}#dinh-chinh`)}">${w.seeEarlier}</a></span>` : ''
  }${item.demo ? html`<span class="tag">${w.invented}</span>` : ''}</p>`
}

const picture = (item: NewsItem): Html =>
  item.pictureId
    ? html`<figure><img src="/media/${item.pictureId}" alt="${item.pictureCaption}"><figcaption>${item.pictureCaption}</figcaption></figure>`
    : html``

export const featured = (reader: Reader, item: NewsItem, related: readonly NewsItem[]): Html =>
  html`<article class="feat${item.pictureId ? '' : ' plain'}"${tongue(reader, item)}>${picture(item)}<div><h3><a href="${address(reader, item)}">${item.title}</a></h3><p>${item.summary}</p>${meta(reader, item, { source: true })}${relatedList(reader, related)}</div></article>`

export const newsRow = (reader: Reader, item: NewsItem): Html =>
  html`<li><h3${tongue(reader, item)}><a href="${address(reader, item)}">${item.title}</a></h3>${meta(reader, item, { counts: true })}</li>`

const relatedList = (reader: Reader, items: readonly NewsItem[]): Html =>
  items.length === 0
    ? html``
    : html`<div class="rel"><b>${reader.w.related}</b><ul>${items.map((item) => html`<li><a href="${address(reader, item)}"${tongue(reader, item)}>${item.title}</a></li>`)}</ul></div>`

export function newsListPage(reader: Reader, items: readonly NewsItem[], at: { page: number; more: boolean }): Html {
  const { w, to } = reader
  const turn = (number: number): string => to('/tin', { trang: number > 1 ? String(number) : undefined })
  return page(reader, {
    title: w.news,
    main: html`<div class="wrap narrow"><h1>${w.news}</h1>
${reader.language === 'en' ? html`<p class="src">${w.vietnameseOnly}</p>` : ''}
${items.length === 0 ? html`<p>${w.noNews}</p>` : html`<ul class="news full">${items.map((item) => html`<li><h2${tongue(reader, item)}><a href="${address(reader, item)}">${item.title}</a></h2><p${tongue(reader, item)}>${item.summary}</p>${meta(reader, item, { counts: true })}</li>`)}</ul>`}
<p class="pager">${at.page > 1 ? html`<a href="${turn(at.page - 1)}" rel="prev">${w.newer}</a>` : ''}${at.more ? html`<a href="${turn(at.page + 1)}" rel="next">${w.older}</a>` : ''}</p></div>`,
  })
}

export function articlePage(reader: Reader, item: WholeItem): Html {
  return page(reader, {
    title: item.title,
    description: item.summary,
    main: html`<article class="wrap narrow item"${tongue(reader, item)}>
<h1>${item.title}</h1>
${meta(reader, item, { source: true })}
<p class="sum">${item.summary}</p>
${picture(item)}
<div class="text">${raw(articleHtml(item.body))}</div>
${corrections(reader, item.corrections)}
${relatedList(reader, item.relatedItems)}
<p class="back"><a href="${reader.to('/tin')}">${reader.w.allNews}</a></p>
</article>`,
  })
}

function corrections(reader: Reader, list: readonly Correction[]): Html {
  const { w } = reader
  if (list.length === 0) return html``
  return html`<section class="fix" id="dinh-chinh" aria-labelledby="h-fix"><h2 id="h-fix">${w.corrections}</h2>
${list.map(
  (each) => html`<div class="one"><p><b>${w.corrected(showInstant(each.at))}.</b> ${w.correctedWhy(each.reason)}</p>
<details><summary>${w.earlierText}</summary><div class="was"><p class="t">${each.title}</p><p>${each.summary}</p>${raw(articleHtml(each.body))}</div></details></div>`,
)}</section>`
}

export const withdrawnPage = (reader: Reader, item: WholeItem): Html =>
  page(reader, {
    title: reader.w.withdrawn,
    hidden: true,
    main: html`<div class="wrap narrow"><h1>${reader.w.withdrawn}</h1><p class="p">${reader.w.withdrawnOn(showInstant(item.withdrawnAt as Date))} ${reader.w.correctedWhy(item.withdrawnReason)}</p><p class="back"><a href="${reader.to('/tin')}">${reader.w.allNews}</a></p></div>`,
  })
