// The mark of a copy at the foot of every page: from which file, by whom, when, under which code, in words and as a QR. It goes into
// whatever template was used; an official one cannot leave it out.

import { DOMParser, type Element, XMLSerializer } from '@xmldom/xmldom'
import type PizZip from 'pizzip'

export type Stamp = {
  /** Two short lines; nothing in them names the person of the file. */
  lines: readonly string[]
  /** The code as a picture (PNG); left out of what is not a copy. */
  qr?: Uint8Array
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const footerType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml'
const markName = 'footer-of-copy.xml'
const relationId = 'rIdOfCopy'

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)
/** Beside the QR the words keep clear of it. */
const paragraph = (text: string, before: string, clear: boolean): string =>
  `<w:p xmlns:w="${word}"><w:pPr><w:spacing w:before="0" w:after="0"/>${clear ? '<w:ind w:right="850"/>' : ''}<w:jc w:val="left"/></w:pPr>${before}<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:color w:val="555555"/><w:sz w:val="16"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`

export function stamp(zip: PizZip, { lines, qr }: Stamp): void {
  const marks = lines.map((line, at) => paragraph(line, at === 0 && qr ? picture : '', qr !== undefined)).join('')
  for (const name of Object.keys(zip.files).filter((each) => /^word\/footer[^/]*\.xml$/.test(each))) {
    change(zip, name, (root) => append(root, marks))
    if (qr) relatePicture(zip, name)
  }
  zip.file(
    `word/${markName}`,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:ftr xmlns:w="${word}">${marks}</w:ftr>`,
  )
  if (qr) addPicture(zip, qr)
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

/** 11 mm at the right of the foot, its upper edge above the words, so that it ends where printers still print. */
const side = 396_000
const picturePart = 'media/qr-of-copy.png'
const pictureId = 'rIdQrOfCopy'
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006'
const picture = `<w:r><w:drawing><wp:anchor xmlns:wp="${drawing}/wordprocessingDrawing" xmlns:a="${drawing}/main" xmlns:pic="${drawing}/picture" xmlns:r="${relations}" distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>-144000</wp:posOffset></wp:positionV><wp:extent cx="${side}" cy="${side}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="9001" name="QR" descr="Mã bản"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="${drawing}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="9001" name="QR"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${pictureId}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${side}" cy="${side}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`

function addPicture(zip: PizZip, qr: Uint8Array): void {
  zip.file(`word/${picturePart}`, qr)
  relatePicture(zip, `word/${markName}`)
  change(zip, '[Content_Types].xml', (root) => {
    const known = [...root.getElementsByTagName('Default')].some((each) => each.getAttribute('Extension') === 'png')
    if (!known)
      // Defaults stand before what is said of single parts.
      root.insertBefore(
        root.ownerDocument!.importNode(
          parse(`<Default xmlns="${root.namespaceURI}" Extension="png" ContentType="image/png"/>`),
          true,
        ),
        root.firstChild,
      )
  })
}

const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
function relatePicture(zip: PizZip, footer: string): void {
  const name = footer.replace(/^word\//, 'word/_rels/').concat('.rels')
  if (!zip.file(name)) zip.file(name, `<?xml version="1.0"?><Relationships xmlns="${packageRelations}"/>`)
  change(zip, name, (root) =>
    add(
      root,
      `<Relationship xmlns="${root.namespaceURI}" Id="${pictureId}" Type="${relations}/image" Target="${picturePart}"/>`,
    ),
  )
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
