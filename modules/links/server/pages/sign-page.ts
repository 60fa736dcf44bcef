// The page that a link opens: whose it is, the words, a box for ink, or a name with a code.

import { html } from 'hono/html'
import { type InLanguage, inLanguage } from '../../../../platform/contract/words.ts'
import { shownCode } from '../../../commitments/contract.ts'
import type { Html, Reader } from '../../../portal/server/public.ts'
import type { FoundLink } from '../find.ts'
import { linkWords } from '../words.ts'
import { linkPage, qrOf } from './frame.ts'

type Words = InLanguage<typeof linkWords>
export const wordsFor = (reader: Reader): Words => inLanguage(linkWords, reader.language)

/** A link may be older than the ways that its drive allows now. */
const takesCode = ({ codeHash, ways }: FoundLink): boolean => codeHash !== null && ways.includes('phone-code')

/** What is missing, in the words of the ways that the page offers. */
export function tooLittleOf(reader: Reader, link: FoundLink): string {
  const w = wordsFor(reader)
  if (!takesCode(link)) return w.tooLittleInk
  return link.ways.includes('phone-ink') ? w.tooLittle : w.nameAndCode
}

export function signPage(reader: Reader, link: FoundLink, token: string, wrong = '', typedName = ''): Html {
  const w = wordsFor(reader)
  const { text } = link
  const who = link.number === null ? link.masked : `${w.householdNo(link.number)}, ${link.masked}`
  const ink = link.ways.includes('phone-ink')
  const code = takesCode(link)
  return linkPage(
    reader,
    w.sign,
    html`<h1>${link.drive[reader.language]}</h1>
<p class="p"><b>${w.forWhom(who, link.place)}</b><br>${w.notYou}</p>
${link.drive.demo ? html`<p class="p">${w.demo}</p>` : ''}
${wrong ? html`<p class="wrong" role="alert">${wrong}</p>` : ''}
${text ? html`<section class="words" lang="vi"><h2>${text.title}</h2><p>${text.opening}</p><ul>${text.promises.map((promise) => html`<li>${promise}</li>`)}</ul><p>${text.closing}</p></section>` : ''}
<form method="post" action="/k/${token}${reader.language === 'en' ? '?lang=en' : ''}" id="sign">
<input type="hidden" name="text" value="${text?.number ?? 0}"><input type="hidden" name="strokes" value="">
${ink ? html`<fieldset class="pad" hidden><legend>${w.inkHere}</legend><canvas width="600" height="360" role="img" aria-label="${w.inkHere}"></canvas><button type="button" class="redo">${w.redo}</button></fieldset><noscript><p class="p">${w.scriptNeeded}</p></noscript>` : ''}
${code ? html`<fieldset class="typed"><legend>${ink ? w.orName : w.nameAndCode}</legend><label>${w.name}<input name="name" maxlength="120" autocomplete="name" value="${typedName}"></label><label>${w.code}<input name="code" inputmode="numeric" maxlength="12" autocomplete="one-time-code"></label></fieldset>` : ''}
<button type="submit" class="do">${w.send}</button></form>
<p class="p">${w.voluntary}</p>
${ink ? html`<script src="/k/pad.js" defer></script>` : ''}`,
  )
}

export function thanksPage(reader: Reader, code: string, checkAddress: string): Html {
  const w = wordsFor(reader)
  return linkPage(
    reader,
    w.thanks,
    html`<h1>${w.thanks}</h1><p class="p">${w.keep}</p>${qrOf(checkAddress, w.checkCode)}<p class="code">${shownCode(code)}</p><p class="back"><a href="/v/${code}">${w.checkDo}</a></p>`,
  )
}

export function saidPage(reader: Reader, title: string, text: string): Html {
  return linkPage(reader, title, html`<h1>${title}</h1><p class="p">${text}</p>`)
}
