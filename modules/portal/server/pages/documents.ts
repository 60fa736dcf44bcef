// The published papers of the programme.

import { html } from 'hono/html'
import { showDay } from '../../../../platform/web/format.ts'
import type { PublicDocument } from '../news.ts'
import type { Reader } from '../reader.ts'
import { icon } from './icons.ts'
import { type Html, page } from './layout.ts'

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

export function documentsPage(reader: Reader, documents: readonly PublicDocument[]): Html {
  const { w } = reader
  return page(reader, {
    title: w.documents,
    main: html`<div class="wrap narrow"><h1>${w.documents}</h1><p class="p">${w.documentsText}</p>
${
  documents.length === 0
    ? html`<p>${w.noDocuments}</p>`
    : html`<ul class="docs">${documents.map(
        (each) =>
          html`<li>${icon('doc')}<div lang="vi"><b>${each.number || capital(each.kind)}</b>${each.issuedOn ? html`, ${showDay(each.issuedOn)}` : ''}<span>${each.title}</span><small>${each.issuer}</small></div>${
            each.fileId
              ? html`<a class="get" href="/api/files/${each.fileId}?download">${icon('download')}${w.download}<span class="sr"> ${each.number || each.title}</span></a>`
              : html`<small class="get">${w.noFile}</small>`
          }</li>`,
      )}</ul>`
}</div>`,
  })
}
