// Anybody holding a recognition decision can see whether its number stands in the public register.

import { html } from 'hono/html'
import { unitTitle } from '../../../../platform/contract/unit-name.ts'
import { showDay } from '../../../../platform/web/format.ts'
import type { PublishedDecision } from '../../../recognition/server/public.ts'
import type { Reader } from '../reader.ts'
import { icon } from './icons.ts'
import { type Html, page } from './layout.ts'

export const checkBox = (reader: Reader, number = ''): Html => html`<section class="check" aria-labelledby="h-check">
<h2 id="h-check">${icon('search')}${reader.w.check}</h2><p>${reader.w.checkText}</p>
<form action="/kiem-tra" method="get">${reader.language === 'en' ? html`<input type="hidden" name="lang" value="en">` : ''}<input type="text" name="so" value="${number}" maxlength="60" required aria-label="${reader.w.checkField}" placeholder="${reader.w.checkHint}"><button type="submit">${reader.w.checkDo}</button></form></section>`

export function checkPage(reader: Reader, number: string, found: readonly PublishedDecision[]): Html {
  const { w } = reader
  return page(reader, {
    title: w.check,
    hidden: true,
    main: html`<div class="wrap narrow"><h1>${w.check}</h1>
${number === '' ? '' : html`<p class="p" role="status">${found.length === 0 ? w.checkNone(number) : w.checkFound(found.length)}</p>`}
${found.length === 0 ? '' : html`<ul class="plainlist">${found.map((each) => html`<li><b>${unitTitle(each.unit, reader.language)}</b>: ${w[`outcome_${each.outcome}`]}, ${showDay(each.decidedOn)}, ${each.issuer}</li>`)}</ul>`}
${checkBox(reader, number)}</div>`,
  })
}
