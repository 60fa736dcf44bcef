// Judges a template before it is kept: a Word document that holds words and fields and nothing that runs, reaches out or hides.
// What is kept is packed anew from the parts that were looked at.

import { DOMParser, type Document } from '@xmldom/xmldom'
import { type Unzipped, unzipSync, zipSync } from 'fflate'
import { type Refusal, type RefusalKind, refuse } from '../../../../platform/contract/refusal.ts'
import type { Bilingual } from '../../../../platform/contract/words.ts'
import { formRefusals as no } from '../../contract.ts'
import type { Form } from '../../forms/form.ts'
import { fillTemplate } from './fill.ts'
import { sampleValues } from './sample.ts'
import { type Fault, scan } from './scan.ts'

const unpackedLimit = 20 * 1024 * 1024
const mostParts = 300

export type Checked = { content: Uint8Array; fields: string[] }

export function checkTemplate(bytes: Uint8Array, name: string, form: Form): Checked {
  const parts = unpacked(bytes, name)
  const texts = new Map(
    Object.entries(parts)
      .filter(([part]) => /\.(xml|rels)$/.test(part))
      .map(([part, content]) => [part, documentOf(content, name)]),
  )
  refuseMacros(parts, texts)
  refuseOutside(texts)
  refuseActive(parts, texts)
  const pages = [...texts]
    .filter(([part]) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(part))
    .map(([part, root]) => ({ name: part, root }))
  const { asked, faults } = scan(pages)
  refuseFaults(faults)
  if (asked.size === 0) throw refuse(no.template_no_fields)
  const content = zipSync(parts)
  refuseUnfillable(content, form)
  return { content, fields: [...asked] }
}

/** Sizes are read before anything is unpacked, and nothing unpacks to more than it said. */
function unpacked(bytes: Uint8Array, name: string): Unzipped {
  let size = 0
  let count = 0
  let parts: Unzipped
  try {
    parts = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize
        count += 1
        if (size > unpackedLimit || count > mostParts)
          throw refuse(no.template_too_large, { limit: unpackedLimit / 1024 ** 2 })
        return true
      },
    })
  } catch (fault) {
    if (fault instanceof Error && 'kind' in fault) throw fault
    throw refuse(no.template_not_docx, { name })
  }
  if (!parts['[Content_Types].xml'] || !parts['word/document.xml'] || !parts['word/_rels/document.xml.rels'])
    throw refuse(no.template_not_docx, { name })
  return Object.fromEntries(Object.entries(parts).filter(([part]) => !part.endsWith('/')))
}

function documentOf(content: Uint8Array, name: string): Document {
  const text = new TextDecoder().decode(content)
  // Word writes no declarations of types; a file that has them wants something else.
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw refuse(no.template_not_docx, { name })
  try {
    return new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new Error(message)
      },
    }).parseFromString(text, 'text/xml')
  } catch {
    throw refuse(no.template_not_docx, { name })
  }
}

function refuseMacros(parts: Unzipped, texts: ReadonlyMap<string, Document>): void {
  const inside = Object.keys(parts).find((part) => /vba(Project|Data)/i.test(part))
  if (inside) throw refuse(no.template_macros, { where: inside })
  const kinds = [...(texts.get('[Content_Types].xml')?.getElementsByTagName('*') ?? [])]
  const macro = kinds.find((each) => /macroEnabled|vbaProject/i.test(each.getAttribute('ContentType') ?? ''))
  if (macro) throw refuse(no.template_macros, { where: macro.getAttribute('PartName') ?? '' })
}

function refuseOutside(texts: ReadonlyMap<string, Document>): void {
  for (const [part, root] of texts) {
    if (!part.endsWith('.rels')) continue
    for (const each of root.getElementsByTagName('Relationship')) {
      const target = each.getAttribute('Target') ?? ''
      if (each.getAttribute('TargetMode') === 'External' || /^[a-z]+:|^\\\\|^\/\//i.test(target))
        throw refuse(no.template_external, { where: target.slice(0, 80) })
    }
  }
}

/** Instructions of fields that fetch or start something; dates, page numbers and the like are let be. */
const starting = /\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|MACROBUTTON|HYPERLINK\s+"|DATABASE|RD)/i
const living = new Set(['altChunk', 'object', 'control', 'subDoc', 'OLEObject'])

function refuseActive(parts: Unzipped, texts: ReadonlyMap<string, Document>): void {
  const held = Object.keys(parts).find((part) => /(embeddings|activeX|ctrlProps|attachedToolbars)\/|\.bin$/i.test(part))
  if (held) throw refuse(no.template_active, { where: held })
  for (const root of texts.values())
    for (const each of root.getElementsByTagName('*')) {
      const local = each.localName ?? ''
      const said = local === 'instrText' ? (each.textContent ?? '') : local === 'fldSimple' ? instructionOf(each) : ''
      if (living.has(local) || starting.test(said))
        throw refuse(no.template_active, { where: said.trim().slice(0, 80) || local })
    }
}
const instructionOf = (each: { attributes: Iterable<{ localName: string | null; value: string }> }): string =>
  [...each.attributes].find(({ localName }) => localName === 'instr')?.value ?? ''

const kinds: Record<Fault['kind'], RefusalKind> = {
  broken: no.template_field_broken,
  unknown: no.template_field_unknown,
  list: no.template_list_broken,
}
const atMost = 5

/** One kind of fault at a time, the plainest first; each with its places. */
function refuseFaults(faults: readonly Fault[]): void {
  for (const kind of ['broken', 'unknown', 'list'] as const) {
    const found = faults.filter((fault) => fault.kind === kind)
    if (found.length > 0) throw refuse(kinds[kind], { where: joined(found.map(({ where }) => where)) })
  }
}
function joined(places: readonly Bilingual[]): Bilingual {
  const more = places.length > atMost ? '; …' : ''
  const shown = places.slice(0, atMost)
  return { vi: shown.map(({ vi }) => vi).join('; ') + more, en: shown.map(({ en }) => en).join('; ') + more }
}

/** What the scan cannot see, as a list that opens in one cell and closes outside of it, shows when it is filled once. */
function refuseUnfillable(content: Uint8Array, form: Form): void {
  try {
    fillTemplate(content, sampleValues(form), { lines: [''] })
  } catch (fault) {
    throw unfillable(fault)
  }
}
function unfillable(fault: unknown): Refusal {
  const { properties } = fault as { properties?: { xtag?: string; errors?: { properties?: { xtag?: string } }[] } }
  const tag = properties?.xtag ?? properties?.errors?.[0]?.properties?.xtag ?? '?'
  return refuse(no.template_list_broken, { where: `{${tag}}` })
}
