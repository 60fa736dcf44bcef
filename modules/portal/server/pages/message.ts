// A page that only says something: not found, broken, nothing published yet.

import { html } from 'hono/html'
import type { Reader } from '../reader.ts'
import { type Html, page } from './layout.ts'

export const messagePage = (reader: Reader, title: string, text: string): Html =>
  page(reader, {
    title,
    hidden: true,
    main: html`<div class="wrap narrow"><h1>${title}</h1><p class="p">${text}</p><p class="back"><a href="${reader.to('/')}">${reader.w.home}</a></p></div>`,
  })
