// Just enough of XML for the sheets of a workbook, as a stream: elements, text, CDATA. A document type is refused, so
// nothing can be defined that grows by itself.

import { Unreadable } from './table.ts'

export type OnXml = {
  /** `attributes` as written; `attributeOf` reads one. */
  open(name: string, attributes: string): void
  text(text: string): void
  close(name: string): void
}

const longestPiece = 4 * 1024 * 1024

export function xmlReader(on: OnXml): { push(text: string): void } {
  let kept = ''
  return {
    push(more) {
      const text = kept + more
      let from = 0
      for (;;) {
        const begin = text.indexOf('<', from)
        const end = begin === -1 ? -1 : endOfMarkup(text, begin)
        if (end === -1) break
        if (begin > from) on.text(unescaped(text.slice(from, begin)))
        markup(text, begin, end, on)
        from = end
      }
      kept = text.slice(from)
      if (kept.length > longestPiece) throw new Unreadable('broken_file')
    },
  }
}

/** Where the markup that begins here is over; -1 where the rest is still to come. */
function endOfMarkup(text: string, begin: number): number {
  const next = text[begin + 1]
  if (next === '!') {
    if (text.startsWith('<!--', begin)) return after(text, '-->', begin + 4)
    if (text.startsWith('<![CDATA[', begin)) return after(text, ']]>', begin + 9)
    if (text.length - begin < 9) return -1
    throw new Unreadable('broken_file')
  }
  if (next === '?') return after(text, '?>', begin)
  let end = text.indexOf('>', begin)
  // A greater-than sign inside of quotes ends nothing.
  while (end !== -1 && openQuote(text, begin, end)) end = text.indexOf('>', end + 1)
  return end === -1 ? -1 : end + 1
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at === -1 ? -1 : at + mark.length
}

function openQuote(text: string, begin: number, end: number): boolean {
  let at = text.indexOf('"', begin)
  let count = 0
  while (at !== -1 && at < end) {
    count += 1
    at = text.indexOf('"', at + 1)
  }
  return count % 2 === 1
}

function markup(text: string, begin: number, end: number, on: OnXml): void {
  const next = text[begin + 1]
  if (next === '?') return
  if (next === '!') {
    if (text.startsWith('<![CDATA[', begin)) on.text(text.slice(begin + 9, end - 3))
    return
  }
  if (next === '/') {
    on.close(localName(text.slice(begin + 2, end - 1).trimEnd()))
    return
  }
  const empty = text[end - 2] === '/'
  const inside = text.slice(begin + 1, empty ? end - 2 : end - 1)
  const space = inside.search(/\s/)
  const name = localName(space === -1 ? inside : inside.slice(0, space))
  on.open(name, space === -1 ? '' : inside.slice(space))
  if (empty) on.close(name)
}

const localName = (name: string): string => {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

/** The value of an attribute, or undefined. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (const quote of ['"', "'"]) {
    const mark = `${name}=${quote}`
    let at = attributes.indexOf(mark)
    while (at > 0 && !/[\s:]/.test(attributes[at - 1] as string)) at = attributes.indexOf(mark, at + 1)
    if (at <= 0) continue
    const end = attributes.indexOf(quote, at + mark.length)
    return unescaped(attributes.slice(at + mark.length, end === -1 ? undefined : end))
  }
  return undefined
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
}
