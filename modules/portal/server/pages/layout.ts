// What stands around every page of the portal. No script, no style inside the page, nothing from elsewhere.

import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { showInstant } from '../../../../platform/web/format.ts'
import { stylesheet } from '../assets.ts'
import { addressOf, type Reader } from '../reader.ts'
import { icon } from './icons.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>
export type PageParts = {
  title: string
  /** For search engines and shared links. */
  description?: string
  main: Html
  /** The page is the same in every language or not to be found by search engines. */
  hidden?: boolean
}

export const page = (reader: Reader, parts: PageParts): Html => html`<!doctype html>
<html lang="${reader.language}">
${head(reader, parts)}
<body>
<a class="skip" href="#noi-dung">${reader.w.skip}</a>
${reader.programme?.demo ? demoStrip(reader) : ''}
${banner(reader)}
<main id="noi-dung" tabindex="-1">
${parts.main}
</main>
${foot(reader)}
</body>
</html>
`

const head = (reader: Reader, parts: PageParts): Html => html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${parts.title} · ${reader.w.site}</title>
${parts.description ? html`<meta name="description" content="${parts.description}">` : ''}
${parts.hidden ? html`<meta name="robots" content="noindex">` : ''}
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/portal/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${stylesheet.address}">
<link rel="alternate" type="application/rss+xml" title="${reader.w.news}" href="/rss.xml">
<link rel="alternate" hreflang="vi" href="${inLanguage(reader, 'vi')}">
<link rel="alternate" hreflang="en" href="${inLanguage(reader, 'en')}">
</head>`

/** This page in a language: the same day, the same programme. */
const inLanguage = (reader: Reader, language: 'vi' | 'en'): string =>
  addressOf(reader.path, {
    ngay: reader.on === reader.usualDay ? undefined : reader.on,
    ct: reader.programme && reader.programme !== reader.programmes[0] ? reader.programme.slug : undefined,
    lang: language === 'en' ? 'en' : undefined,
  })

const demoStrip = ({ w }: Reader): Html =>
  html`<aside class="demo" aria-label="${w.demoAbout}"><div class="wrap"><b>${w.demo}</b> ${w.demoText}</div></aside>`

function banner(reader: Reader): Html {
  const { w, to } = reader
  const links: [string, string][] = [
    ['/#tien-do', w.navProgress],
    ['/dia-ban', w.navAreas],
    ['/tin', w.navNews],
    ['/nhan-biet', w.navRecognise],
    ['/van-ban', w.navDocuments],
  ]
  const other = reader.language === 'vi' ? 'en' : 'vi'
  return html`<header class="site"><div class="wrap">
<a class="mark" href="${to('/')}"><span>${icon('logo')}</span><span><b>${w.site}</b>${reader.programme ? html`<small>${w.programmeOf(reader.programme.name[reader.language])}</small>` : ''}</span></a>
<nav aria-label="${w.main}">${links.map(([path, text]) => html`<a href="${to(path)}"${reader.path === path ? html` aria-current="page"` : ''}>${text}</a>`)}<a href="${inLanguage(reader, other)}" lang="${other}" hreflang="${other}">${w.otherLanguage}</a></nav>
<a class="helpbtn" href="${to('/giup-do')}">${icon('heart')}${w.needHelp}</a>
</div></header>`
}

function foot(reader: Reader): Html {
  const { w, to } = reader
  const others = reader.programmes.filter((programme) => programme !== reader.programme)
  const { nameVi, nameEn, address } = reader.organisation
  const organisation = [reader.language === 'vi' ? nameVi : nameEn, address].filter(Boolean).join(', ')
  return html`<footer><div class="wrap"><span>${organisation}. ${w.footer}</span><a href="/rss.xml">RSS</a><a href="${to('/data.json')}">${w.json}</a><a href="/api/docs">${w.api}</a><a href="${to('/tiep-can')}">${w.accessibility}</a><a href="/app/">${w.staff}</a>
${others.length > 0 ? html`<span>${w.programmes}: ${others.map((programme) => html`<a href="${addressOf('/', { ct: programme === reader.programmes[0] ? undefined : programme.slug, lang: reader.language === 'en' ? 'en' : undefined })}">${programme.name[reader.language]}</a> `)}</span>` : ''}
<span class="sp">${w.updated(showInstant(reader.now))}</span></div></footer>`
}
