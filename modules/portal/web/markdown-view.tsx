// A live view of an item's Markdown, drawn as elements and never as HTML: what a writer types cannot run here either.

import { marked, type Token, type Tokens } from 'marked'
import { Children, type ReactNode } from 'react'
import { fileAddress } from '../../documents/contract.ts'

export function MarkdownView({ text }: { text: string }) {
  return <div className="md">{blocks(marked.lexer(text))}</div>
}

/** The pieces of a text have no other name than their place in it, which React gives them here. */
const keyed = <T,>(pieces: readonly T[], draw: (piece: T) => ReactNode): ReactNode => Children.toArray(pieces.map(draw))

const blocks = (tokens: readonly Token[]): ReactNode => keyed(tokens, block)
const inline = (tokens: readonly Token[] | undefined): ReactNode => (tokens ? keyed(tokens, piece) : null)

function block(token: Token): ReactNode {
  switch (token.type) {
    case 'heading':
      return (token as Tokens.Heading).depth <= 2 ? <h3>{inline(token.tokens)}</h3> : <h4>{inline(token.tokens)}</h4>
    case 'paragraph':
      return <p>{inline(token.tokens)}</p>
    case 'blockquote':
      return <blockquote>{blocks(token.tokens ?? [])}</blockquote>
    case 'list':
      return list(token as Tokens.List)
    case 'table':
      return table(token as Tokens.Table)
    case 'hr':
      return <hr />
    case 'code':
      return <pre>{(token as Tokens.Code).text}</pre>
    case 'space':
      return null
    case 'text':
      return token.tokens ? inline(token.tokens) : (token as Tokens.Text).text
    default:
      return <p>{token.raw}</p>
  }
}

function list(token: Tokens.List): ReactNode {
  const items = keyed(token.items, (item) => <li>{blocks(item.tokens)}</li>)
  return token.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
}

function table(token: Tokens.Table): ReactNode {
  const cells = (row: Tokens.TableCell[], Cell: 'th' | 'td') => keyed(row, (cell) => <Cell>{inline(cell.tokens)}</Cell>)
  return (
    <table>
      <thead>
        <tr>{cells(token.header, 'th')}</tr>
      </thead>
      <tbody>
        {keyed(token.rows, (row) => (
          <tr>{cells(row, 'td')}</tr>
        ))}
      </tbody>
    </table>
  )
}

function piece(token: Token): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong>{inline(token.tokens)}</strong>
    case 'em':
      return <em>{inline(token.tokens)}</em>
    case 'del':
      return <del>{inline(token.tokens)}</del>
    case 'codespan':
      return <code>{token.text}</code>
    case 'br':
      return <br />
    case 'link':
      return link(token as Tokens.Link)
    case 'image':
      return picture(token as Tokens.Image)
    case 'text':
    case 'escape':
      return 'tokens' in token && token.tokens ? inline(token.tokens) : plain((token as Tokens.Text).text)
    default:
      return token.raw
  }
}

/** The lexer hands text over with its signs written out for HTML; here they are wanted as they are. */
const plain = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')

const allowed = /^(https?:|mailto:|tel:|\/(?!\/)|#)/i
function link({ href, tokens }: Tokens.Link): ReactNode {
  if (!allowed.test(href)) return inline(tokens)
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {inline(tokens)}
    </a>
  )
}

function picture({ href, text }: Tokens.Image): ReactNode {
  const id = /^\/media\/([0-9a-f-]{36})$/.exec(href)?.[1]
  return id ? <img src={fileAddress(id)} alt={text} /> : null
}
