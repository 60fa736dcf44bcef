// Whoever holds a signed promise sees that it is genuine, when and for which drive it was signed; never by whom. A sheet whose
// signature is not recorded is told to be one of ours, and no more.

import { html } from 'hono/html'
import { showDay } from '../../../../platform/web/format.ts'
import { shownCode } from '../../../commitments/contract.ts'
import type { Html, Reader } from '../../../portal/server/public.ts'
import type { Checked, Checking } from '../check.ts'
import { linkPage } from './frame.ts'
import { wordsFor } from './sign-page.ts'

const box = (reader: Reader, typed: string): Html => {
  const w = wordsFor(reader)
  return html`<form action="/v" method="get" class="typed">${reader.language === 'en' ? html`<input type="hidden" name="lang" value="en">` : ''}<label>${w.checkCode}<input name="ma" value="${typed}" maxlength="40" autocapitalize="characters" autocomplete="off" placeholder="XXXX-XXXX-XXXX-XXXX"></label><button type="submit" class="do">${w.checkDo}</button></form>`
}

export function checkPage(reader: Reader, typed: string, checking: Checking): Html {
  const w = wordsFor(reader)
  switch (checking.state) {
    case 'signed':
      return signedPage(reader, checking.code, checking.promise)
    case 'not-recorded':
      return linkPage(
        reader,
        w.notRecorded,
        html`<h1>${w.notRecorded}</h1><p class="code">${shownCode(checking.code)}</p><p class="p">${w.notRecordedText}</p>
${checking.sheet.demo ? html`<p class="p">${w.demo}</p>` : ''}
<dl class="facts"><dt>${w.drive}</dt><dd>${checking.sheet.drive[reader.language]}</dd></dl><p class="p">${w.noNameOfSheet}</p>${box(reader, '')}`,
      )
    case 'forged':
      return saidOf(reader, '', w.forged, w.forgedText)
    case 'unknown':
      return saidOf(reader, typed, w.notKnown, w.notKnownText)
    default:
      return linkPage(reader, w.check, html`<h1>${w.check}</h1>${box(reader, typed)}`)
  }
}

const saidOf = (reader: Reader, typed: string, title: string, text: string): Html => {
  const w = wordsFor(reader)
  return linkPage(
    reader,
    w.check,
    html`<h1>${w.check}</h1><p class="p" role="status"><b>${title}.</b> ${text}</p>${box(reader, typed)}`,
  )
}

function signedPage(reader: Reader, code: string, found: Checked): Html {
  const w = wordsFor(reader)
  const { language } = reader
  const title = found.voidedOn ? w.voided(showDay(found.voidedOn)) : w.genuine
  return linkPage(
    reader,
    title,
    html`<h1 class="${found.voidedOn ? 'voided' : 'genuine'}">${title}</h1><p class="code">${shownCode(code)}</p>
${found.demo ? html`<p class="p">${w.demo}</p>` : ''}
<dl class="facts"><dt>${w.drive}</dt><dd>${found.drive[language]}</dd><dt>${w.group}</dt><dd>${found.group[language]}</dd><dt>${w.commune}</dt><dd>${found.commune}</dd>
<dt>${w.signedOn}</dt><dd>${showDay(found.signedOn)}</dd><dt>${w.wording}</dt><dd lang="vi">${found.title} (${w.version(found.textNumber)}): ${found.promises.join(', ')}</dd>
<dt>${w.countersigned}</dt><dd>${found.countersigned ? w.yes : w.notYet}</dd></dl><p class="p">${w.noName}</p>${box(reader, '')}`,
  )
}
