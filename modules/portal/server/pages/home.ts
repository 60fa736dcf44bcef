// The first page: how far the programme is, where help is, what is new, and how to recognise drugs.

import { html } from 'hono/html'
import { showDay } from '../../../../platform/web/format.ts'
import { type MapStatus, mapStatuses } from '../../../recognition/server/public.ts'
import type { HelpLine } from '../help-lines.ts'
import type { NewsItem } from '../news.ts'
import { kindsOf, type PortalWords, type Reader } from '../reader.ts'
import { citeVi, hexUnits, type MappedStanding, planRuns, type Standing } from '../standing.ts'
import { boundaryPicture } from './boundary-picture.ts'
import { checkBox } from './check.ts'
import { helpBand } from './help.ts'
import { hexPicture, mostOnMap, statusIcons } from './hex-picture.ts'
import { sprite, used } from './icons.ts'
import { type Html, page } from './layout.ts'
import { featured, newsRow } from './news.ts'
import { recogniseBox } from './recognise.ts'

export type HomeContent = {
  standing: MappedStanding
  help: readonly HelpLine[]
  news: readonly NewsItem[]
  relatedToFirst: readonly NewsItem[]
}

export function homePage(reader: Reader, content: HomeContent): Html {
  const { w, language } = reader
  const { standing, news } = content
  const title = w.standsAt(standing.areas.drugFree, standing.areas.total, kindsOf(standing.units, language))
  const first = news.find((item) => item.pictureId) ?? news[0]
  const rest = news.filter((item) => item !== first).slice(0, 4)
  return page(reader, {
    title,
    description: goalSentence(reader, standing),
    main: html`${sprite(mapStatuses.map((status) => statusIcons[status]))}
<section class="wrap lead" id="tien-do" aria-labelledby="h1">
<div>
<h1 id="h1">${title}</h1>
<p class="p">${goalSentence(reader, standing)}</p>
${strip(reader, standing)}
<p class="src">${sourceSentence(reader, standing)} <a href="${reader.to('/data.json', { ngay: reader.on })}">${w.getData}</a></p>
</div>
${mapCard(reader, standing)}
</section>
${helpBand(reader, content.help)}
<div class="wrap main">
<section id="tin" aria-labelledby="h-news">
<div class="sec-h"><h2 id="h-news">${w.news}</h2><a href="${reader.to('/tin')}">${w.allNews}</a></div>
${language === 'en' && news.length > 0 ? html`<p class="src">${w.vietnameseOnly}</p>` : ''}
${first ? featured(reader, first, content.relatedToFirst) : html`<p>${w.noNews}</p>`}
${rest.length > 0 ? html`<ul class="news">${rest.map((item) => newsRow(reader, item))}</ul>` : ''}
</section>
<div>${recogniseBox(reader)}${checkBox(reader)}</div>
</div>`,
  })
}

function goalSentence({ w }: Reader, standing: Standing): string {
  const { target } = standing.areas
  if (target === null) return w.noGoal
  const year = (standing.dueOn ?? standing.on).slice(0, 4)
  const standards = standing.targets.some(
    (each) => each.kind === 'bodies-standard' && each.unit === 'share' && each.value === 1,
  )
  return w.goal(year, standing.place, target, standing.keepAim, standing.convertAim, standards)
}

function sourceSentence({ w, on }: Reader, standing: Standing): string {
  return `${w.asOf(showDay(on))}${standing.plan ? w.byPlan(citeVi(standing.plan)) : ''}.`
}

const order: readonly MapStatus[] = ['kept', 'converted', 'appraising', 'working', 'again', 'lost', 'outside']
const keyWords: Record<MapStatus, keyof PortalWords> = {
  kept: 'keyKept',
  converted: 'keyConverted',
  appraising: 'keyAppraising',
  working: 'keyWorking',
  outside: 'keyOutside',
  again: 'keyAgain',
  lost: 'keyLost',
}
const mostInStrip = 40

export function strip(reader: Reader, standing: Standing): Html {
  const { w } = reader
  const counts = order
    .map((status) => ({ status, count: standing.units.filter((unit) => unit.status === status).length }))
    .filter(({ count }) => count > 0)
  const words = (status: MapStatus): string =>
    !planRuns(standing) && (status === 'outside' || status === 'working')
      ? w.keyNotRecognised
      : (w[keyWords[status]] as string)
  const said = counts.map(({ status, count }) => `${count} ${words(status)}`).join(', ')
  const cells = counts.flatMap(({ status, count }) => Array.from({ length: count }, () => status))
  return html`<div class="prog">
${
  cells.length <= mostInStrip
    ? html`<ol class="strip n${cells.length}" aria-label="${w.stripLabel}: ${said}">${cells.map((status) => html`<li class="sw-${status}">${used(statusIcons[status])}</li>`)}</ol>`
    : ''
}
<ul class="keys">${counts.map(({ status, count }) => html`<li><span class="sw sw-${status}">${used(statusIcons[status])}</span><span><b>${count}</b> ${words(status)}</span></li>`)}</ul>
</div>`
}

export function mapCard(reader: Reader, standing: MappedStanding): Html {
  const { w } = reader
  const units = hexUnits(standing, reader)
  if (units.length === 0) return html``
  const { boundaries } = standing
  if (boundaries)
    return html`<div class="mapcard">${boundaryPicture(units, boundaries.shapes, w.boundaryMapLabel(units.length, standing.place))}<p class="cap">${w.boundaryCaption(boundaries.source)}</p></div>`
  if (units.length > mostOnMap) return html`<div class="mapcard"><p class="cap">${w.tooManyForMap}</p></div>`
  return html`<div class="mapcard">${hexPicture(units, w.mapLabel(units.length, standing.place))}<p class="cap">${w.mapCaption}</p></div>`
}
