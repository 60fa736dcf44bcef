// Real .docx files in tests: opened and read as whoever receives them would, or made with something wrong inside.

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { qrOn } from './qr.ts'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

export type ReadDocx = {
  /** The paragraphs of the page, one a line. */
  text: string
  /** What stands at the foot of pages. */
  foot: string
  xml: string
  parts: string[]
}

export function readDocx(content: string | Uint8Array): ReadDocx {
  const parts = unzipSync(typeof content === 'string' ? new Uint8Array(Buffer.from(content, 'base64')) : content)
  const xml = strFromU8(parts['word/document.xml']!)
  const foot = Object.keys(parts)
    .filter((name) => /^word\/footer/.test(name))
    .map((name) => textOf(strFromU8(parts[name]!)))
    .join('\n')
  return { text: textOf(xml), foot, xml, parts: Object.keys(parts) }
}

/** What the QR codes among its pictures say, as whoever scans them reads it. */
export async function qrIn(content: string): Promise<string[]> {
  const parts = unzipSync(new Uint8Array(Buffer.from(content, 'base64')))
  const pictures = Object.keys(parts).filter((name) => /^word\/media\/.*\.png$/.test(name))
  return (await Promise.all(pictures.map((name) => qrOn(parts[name]!)))).flat()
}

const textOf = (xml: string): string =>
  xml
    .replace(/<w:drawing>.*?<\/w:drawing>/gs, '')
    .replace(/<w:br[^>]*\/>/g, '\n')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')

export type Given = {
  /** Each is one paragraph; a list is one that is cut into runs as Word does. */
  paragraphs: readonly (string | readonly string[])[]
  /** Elements put in after them. */
  inside?: string
  links?: string
  extra?: Record<string, string>
  type?: string
  header?: string
}

const paragraph = (runs: string | readonly string[]): string =>
  `<w:p>${(typeof runs === 'string' ? [runs] : runs)
    .map(
      (text) => `<w:r><w:t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r>`,
    )
    .join('')}</w:p>`

export function docx({ paragraphs, inside = '', links = '', extra = {}, type = main, header }: Given): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${relations}"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="${relations}">${links}</Relationships>`,
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${word}"><w:body>${paragraphs.map(paragraph).join('')}${inside}<w:sectPr><w:titlePg/></w:sectPr></w:body></w:document>`,
    ...(header && { 'word/header1.xml': `<?xml version="1.0"?><w:hdr xmlns:w="${word}">${paragraph(header)}</w:hdr>` }),
    ...extra,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}
