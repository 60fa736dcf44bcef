// Which areas are recognised on a day: the picture and the list; and the page of one area with its history.

import { html } from 'hono/html'
import { unitTitle } from '../../../../platform/contract/unit-name.ts'
import { showDay } from '../../../../platform/web/format.ts'
import type { HistoryStep, PublishedDecision } from '../../../recognition/server/public.ts'
import { type MapStatus, mapStatuses } from '../../../recognition/server/public.ts'
import type { Reader } from '../reader.ts'
import { type MappedStanding, planRuns, statusWords, unitAddress } from '../standing.ts'
import { statusIcons } from './hex-picture.ts'
import { mapCard, strip } from './home.ts'
import { type IconName, icon, sprite } from './icons.ts'
import { type Html, page } from './layout.ts'

const badge = (status: MapStatus, reader: Reader, runs: boolean): Html =>
  html`<span class="st sw-${status}">${icon(statusIcons[status])}${statusWords(status, reader, runs)}</span>`

const rank: Record<MapStatus, number> = {
  kept: 0,
  converted: 0,
  appraising: 1,
  working: 2,
  again: 3,
  lost: 4,
  outside: 5,
}

export function areasPage(
  reader: Reader,
  standing: MappedStanding,
  decisions: ReadonlyMap<string, PublishedDecision>,
): Html {
  const { w } = reader
  const units = [...standing.units].sort((one, other) => rank[one.status] - rank[other.status])
  return page(reader, {
    title: w.areasTitle,
    description: w.areasOn(standing.areas.drugFree, standing.areas.total, showDay(reader.on)),
    main: html`${sprite(mapStatuses.map((status) => statusIcons[status]))}
<section class="wrap lead areas" aria-labelledby="h1"><div><h1 id="h1">${w.areasTitle}</h1>
<p class="p">${w.areasOn(standing.areas.drugFree, standing.areas.total, showDay(reader.on))}</p>
${dayForm(reader)}
${strip(reader, standing)}
${standing.partial.length > 0 ? html`<p class="src">${w.partOf(standing.partial.map((unit) => unitTitle(unit, reader.language)).join(', '))}</p>` : ''}
</div>${mapCard(reader, standing)}</section>
<div class="wrap"><table class="list"><thead><tr><th scope="col">${w.unit}</th><th scope="col">${w.code}</th><th scope="col">${w.status}</th><th scope="col">${w.since}</th><th scope="col">${w.decision}</th></tr></thead>
<tbody>${units.map((unit) => {
      const decision = unit.decisionId ? decisions.get(unit.decisionId) : undefined
      return html`<tr><th scope="row"><a href="${unitAddress(unit, reader)}">${unitTitle(unit, reader.language)}</a></th><td data-l="${w.code}">${unit.code}</td><td data-l="${w.status}">${badge(unit.status, reader, planRuns(standing))}${unit.reason && unit.standing !== 'recognised' ? html`<small>${unit.reason[reader.language]}</small>` : ''}</td><td data-l="${w.since}">${unit.since ? showDay(unit.since) : '–'}</td><td data-l="${w.decision}">${decision ? decisionText(decision, reader) : w.noDecision}</td></tr>`
    })}</tbody></table></div>`,
  })
}

function decisionText(decision: Pick<PublishedDecision, 'number' | 'source' | 'decidedOn'>, { w }: Reader): string {
  if (decision.number) return `${decision.number}, ${showDay(decision.decidedOn)}`
  return decision.source ? `${w.unknownNumber}, ${w.statedBy(decision.source)}` : w.unknownNumber
}

const dayForm = (reader: Reader): Html => html`<form class="day" action="/dia-ban" method="get">
${reader.language === 'en' ? html`<input type="hidden" name="lang" value="en">` : ''}${reader.programme && reader.programme !== reader.programmes[0] ? html`<input type="hidden" name="ct" value="${reader.programme.slug}">` : ''}
<label for="ngay">${reader.w.onDay}</label><input id="ngay" type="text" inputmode="numeric" size="10" maxlength="10" autocomplete="off" name="ngay" value="${showDay(reader.on)}"><button type="submit">${reader.w.show}</button>
${reader.wrongDay ? html`<p class="why" role="alert">${reader.w.wrongDay}</p>` : ''}</form>`

export type AreaContent = {
  unit: {
    id: string
    code: string
    name: string
    type: string
    status: MapStatus
    validTo: string | null
    above: string
    planRuns: boolean
  }
  steps: readonly HistoryStep[]
  decisions: ReadonlyMap<string, PublishedDecision>
}

export function areaPage(reader: Reader, { unit, steps, decisions }: AreaContent): Html {
  const { w, language } = reader
  const name = unitTitle(unit, language)
  const shown = steps.filter((step) => step.cause !== 'plan' || step.unit.id === unit.id)
  return page(reader, {
    title: name,
    description: `${name}: ${statusWords(unit.status, reader, unit.planRuns)}`,
    main: html`<div class="wrap narrow"><p class="crumb"><a href="${reader.to('/dia-ban', { ngay: reader.on === reader.usualDay ? undefined : reader.on })}">${w.areasTitle}</a></p>
<h1>${name}</h1><p class="meta"><span>${w.code} ${unit.code}</span><span>${unit.above}</span>${unit.validTo ? html`<span>${w.unitUntil(showDay(dayBefore(unit.validTo)))}</span>` : ''}<span>${w.asOf(showDay(reader.on))}</span></p>
<p>${badge(unit.status, reader, unit.planRuns)}</p>
<h2>${w.history}</h2>
${
  shown.length === 0
    ? html`<p>${w.noHistory}</p>`
    : html`<ol class="steps">${shown.map((step) => {
        const decision = step.decision ? decisions.get(step.decision.id) : undefined
        return html`<li>${icon(stepIcon(step))}<div><b>${showDay(step.on)} · ${unitTitle(step.unit, language)}</b><span>${step.reason[language]}</span>${decision ? html`<small>${decisionText(decision, reader)}${decision.issuer ? html`, ${decision.issuer}` : ''}</small>` : ''}</div></li>`
      })}</ol>`
}
<p class="back"><a href="${reader.to('/dia-ban')}">${w.backToAreas}</a></p></div>`,
  })
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

function stepIcon(step: HistoryStep): IconName {
  if (step.cause === 'plan') return 'flag'
  if (step.standing === 'recognised') return step.cause === 'succession' ? 'merge' : 'kept'
  if (step.standing === 'again' || step.standing === 'expired') return 'again'
  return step.standing === 'lost' ? 'lost' : 'outside'
}
