// Finds the fields of a template in the order of its paragraphs, and what is wrong with them, each with its place.

import type { Document, Element } from '@xmldom/xmldom'
import type { Bilingual } from '../../../../platform/contract/words.ts'
import { fieldNamed, type ListId, listNamed, rowTagsOf, tagKey } from '../../forms/fields.ts'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

export type Fault = { kind: 'broken' | 'unknown' | 'list'; where: Bilingual }
export type Scanned = { asked: Set<string>; faults: Fault[] }

type Part = { name: string; root: Document }

export function scan(parts: readonly Part[]): Scanned {
  const asked = new Set<string>()
  const faults: Fault[] = []
  for (const { name, root } of parts) {
    let list: { id: ListId; place: Bilingual } | undefined
    for (const [at, text] of paragraphsOf(root).entries()) {
      const place = (quoted: string): Bilingual => placeIn(name, at + 1, quoted)
      const { tags, broken } = tagsIn(text)
      for (const piece of broken) faults.push({ kind: 'broken', where: place(piece) })
      for (const tag of tags) {
        const where = place(`{${tag}}`)
        const named = tag.slice(1)
        if (tag.startsWith('#')) {
          const id = listNamed(named)
          if (!id) faults.push({ kind: 'unknown', where })
          else if (list) faults.push({ kind: 'list', where })
          else {
            list = { id, place: where }
            asked.add(id)
          }
        } else if (tag.startsWith('/')) {
          if (!list || listNamed(named) !== list.id) faults.push({ kind: 'list', where })
          list = undefined
        } else {
          const field = /^\p{L}/u.test(tag) ? fieldNamed(tag) : undefined
          const column = list && rowTagsOf(list.id).has(tagKey(tag))
          if (field) asked.add(field)
          else if (!column) faults.push({ kind: 'unknown', where })
        }
      }
    }
    if (list) faults.push({ kind: 'list', where: list.place })
  }
  return { asked, faults }
}

/** The text of each paragraph, whatever runs it is cut into; one within another (a text box) is a paragraph of its own. */
function paragraphsOf(root: Document): string[] {
  const texts = new Map<Element, string>()
  for (const paragraph of root.getElementsByTagNameNS(word, 'p')) texts.set(paragraph, '')
  for (const text of root.getElementsByTagNameNS(word, 't')) {
    let above = text.parentNode as Element | null
    while (above && !texts.has(above)) above = above.parentNode as Element | null
    if (above) texts.set(above, `${texts.get(above)}${text.textContent ?? ''}`)
  }
  return [...texts.values()]
}

/** Names between braces; a brace that opens twice, or closes or opens alone, is a fault with the words around it. */
function tagsIn(text: string): { tags: string[]; broken: string[] } {
  const tags: string[] = []
  const broken: string[] = []
  let open: number | undefined
  for (const [at, sign] of [...text].entries()) {
    if (sign === '{') {
      if (open !== undefined) broken.push(around(text, open))
      open = at
    } else if (sign === '}') {
      if (open === undefined) broken.push(around(text, at))
      else
        tags.push(
          [...text]
            .slice(open + 1, at)
            .join('')
            .trim(),
        )
      open = undefined
    }
  }
  if (open !== undefined) broken.push(around(text, open))
  return { tags, broken }
}
const around = (text: string, at: number): string => {
  const signs = [...text]
  const from = Math.max(0, at - 15)
  const piece = signs.slice(from, at + 25).join('')
  return `${from > 0 ? '…' : ''}${piece}${at + 25 < signs.length ? '…' : ''}`
}

function placeIn(part: string, paragraph: number, quoted: string): Bilingual {
  const [vi, en] = /header/.test(part)
    ? ['đầu trang, đoạn', 'header, paragraph']
    : /footer/.test(part)
      ? ['chân trang, đoạn', 'footer, paragraph']
      : ['đoạn', 'paragraph']
  return { vi: `${vi} ${paragraph} “${quoted}”`, en: `${en} ${paragraph} “${quoted}”` }
}
