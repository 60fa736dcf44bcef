// An item's Markdown as safe HTML: no HTML of the writer's own, pictures of our own only, links that say where they lead.

import { Marked } from 'marked'
import sanitizeHtml from 'sanitize-html'

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

const marked = new Marked({ gfm: true, breaks: false })
marked.use({ renderer: { html: ({ text }) => escaped(text) } })

const picture = /^\/media\/([0-9a-f-]{36})$/

// A long table takes a good part of a second: the work is done once, not for every reader.
const rendered = new Map<string, string>()
const mostRendered = 100

/** HTML to be set into a page as it is. Headings begin below the page's own. */
export function articleHtml(markdown: string): string {
  const known = rendered.get(markdown)
  const html = known ?? renderedHtml(markdown)
  // Put in again behind the others: the one that was asked for longest ago goes first.
  rendered.delete(markdown)
  rendered.set(markdown, html)
  const oldest = rendered.keys().next()
  if (rendered.size > mostRendered && !oldest.done) rendered.delete(oldest.value)
  return html
}

function renderedHtml(markdown: string): string {
  return sanitizeHtml(marked.parse(markdown, { async: false }), {
    allowedTags: [
      'h2',
      'h3',
      'h4',
      'p',
      'ul',
      'ol',
      'li',
      'strong',
      'em',
      'del',
      'a',
      'img',
      'blockquote',
      'br',
      'hr',
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
      'code',
      'pre',
    ],
    allowedAttributes: { a: ['href', 'rel'], img: ['src', 'alt', 'loading'], ol: ['start'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    exclusiveFilter: (frame) => frame.tag === 'img' && !picture.test(frame.attribs.src ?? ''),
    transformTags: {
      h1: 'h2',
      a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: 'noopener nofollow' } }),
      img: (tagName, attribs) => ({ tagName, attribs: { ...attribs, loading: 'lazy' } }),
    },
  })
}

/** The signs of one paragraph are matched with each other, so their number decides how long every reader waits. */
const mostSigns = 1000

/** Quotations and lists within one another are read once for each level. */
const mostLevels = 60
const opensTooDeep = (line: string): boolean => {
  // A line of one sign alone is a rule across the page.
  if (/^[-\s]*$|^[*\s]*$/.test(line)) return false
  const [opening = ''] = line.match(/^[\s>*+\-\d.)]*/) ?? []
  return (opening.match(/[>*+\-.)]/g)?.length ?? 0) > mostLevels
}

/** True for a text that is shown quickly and whole; asked before it is kept. */
export function isShowable(markdown: string): boolean {
  const signs = (paragraph: string): number => paragraph.match(/[*_~`[<@]/g)?.length ?? 0
  if (markdown.split(/\n\s*\n/).some((paragraph) => signs(paragraph) > mostSigns)) return false
  if (markdown.split('\n').some(opensTooDeep)) return false
  try {
    articleHtml(markdown)
    return true
  } catch (fault) {
    if (fault instanceof RangeError) return false
    throw fault
  }
}

/** The ids of the pictures inside a text. */
export function picturesIn(markdown: string): string[] {
  const found = markdown.matchAll(/\]\(\s*<?\/media\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/g)
  return [...new Set([...found].map((match) => match[1]!))]
}
