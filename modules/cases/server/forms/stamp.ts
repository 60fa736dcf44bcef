// The mark of a copy at the foot of every page: from which file, by whom, when, under which code. It goes into whatever template
// was used; an official one cannot leave it out.

import { DOMParser, type Element, XMLSerializer } from '@xmldom/xmldom'
import type PizZip from 'pizzip'

export type Stamp = {
  /** Two short lines; nothing in them names the person of the file. */
  lines: readonly string[]
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const footerType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml'
const markName = 'footer-of-copy.xml'
const relationId = 'rIdOfCopy'

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)
const paragraph = (text: string): string =>
  `<w:p xmlns:w="${word}"><w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:color w:val="555555"/><w:sz w:val="16"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`

export function stamp(zip: PizZip, { lines }: Stamp): void {
  const marks = lines.map(paragraph).join('')
  for (const name of Object.keys(zip.files).filter((each) => /^word\/footer[^/]*\.xml$/.test(each)))
    change(zip, name, (root) => append(root, marks))
  zip.file(
    `word/${markName}`,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:ftr xmlns:w="${word}">${marks}</w:ftr>`,
  )
  change(zip, '[Content_Types].xml', (root) =>
    add(root, `<Override xmlns="${root.namespaceURI}" PartName="/word/${markName}" ContentType="${footerType}"/>`),
  )
  change(zip, 'word/_rels/document.xml.rels', (root) =>
    add(
      root,
      `<Relationship xmlns="${root.namespaceURI}" Id="${relationId}" Type="${relations}/footer" Target="${markName}"/>`,
    ),
  )
  change(zip, 'word/document.xml', (root) => {
    // What the first section has, those after it take over unless they have their own, which bear the mark already.
    const [first] = [...root.getElementsByTagNameNS(word, 'sectPr')]
    const section = first ?? lastSection(root)
    const has = new Set(
      [...section.getElementsByTagNameNS(word, 'footerReference')].map((each) => each.getAttributeNS(word, 'type')),
    )
    for (const type of ['even', 'first', 'default'])
      if (!has.has(type)) {
        const made = parse(
          `<w:footerReference xmlns:w="${word}" xmlns:r="${relations}" w:type="${type}" r:id="${relationId}"/>`,
        )
        section.insertBefore(root.ownerDocument!.importNode(made, true), section.firstChild)
      }
  })
}

function lastSection(root: Element): Element {
  const body = root.getElementsByTagNameNS(word, 'body')[0]
  const made = root.ownerDocument!.createElementNS(word, 'w:sectPr')
  body?.appendChild(made)
  return made
}

const parse = (xml: string): Element => new DOMParser().parseFromString(xml, 'text/xml').documentElement as Element

function change(zip: PizZip, name: string, work: (root: Element) => void): void {
  const root = parse(zip.file(name)?.asText() ?? '')
  work(root)
  zip.file(
    name,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${new XMLSerializer().serializeToString(root)}`,
  )
}

function add(root: Element, xml: string): void {
  root.appendChild(root.ownerDocument!.importNode(parse(xml), true))
}

function append(root: Element, marks: string): void {
  const all = parse(`<all xmlns:w="${word}">${marks}</all>`)
  for (const each of [...all.childNodes]) root.appendChild(root.ownerDocument!.importNode(each, true))
}
