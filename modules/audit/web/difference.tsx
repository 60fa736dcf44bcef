// What changed, value by value: before on the left, after on the right, and in words where a value came or went.

import type { Language } from '../../../platform/contract/words.ts'
import { showDay, showInstant } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import type { Change } from '../contract.ts'
import { fieldName, valueName } from './field-words.ts'
import { auditWords } from './words.ts'

export function Difference({ changes, more = 0 }: { changes: readonly Change[]; more?: number }) {
  const w = useWords(auditWords)
  const language = useLanguage()
  if (changes.length === 0) return <p className="muted">{w.noChange}</p>
  return (
    <table className="aud-diff">
      <thead>
        <tr>
          <th scope="col">{w.place}</th>
          <th scope="col">{w.before}</th>
          <th scope="col">{w.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.path}>
            <th scope="row">
              {fieldName(change.path, language)}
              {fieldName(change.path, language) !== change.path && change.path !== '' && (
                <small className="aud-code">{change.path}</small>
              )}
            </th>
            <td className="aud-before">
              {change.before === undefined ? (
                w.wasNot
              ) : (
                <del>
                  <Value json={change.before} />
                </del>
              )}
            </td>
            <td className="aud-after">
              {change.after === undefined ? (
                w.isGone
              ) : (
                <ins>
                  <Value json={change.after} />
                </ins>
              )}
            </td>
          </tr>
        ))}
      </tbody>
      {more > 0 && (
        <tfoot>
          <tr>
            <td colSpan={3}>{w.moreChanges(more)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}

/** An id or a hash, with or without the kind of its record: its letters and digits are read one by one. */
const idLike = /^([\w-]+:)?[0-9a-f]{8}(-?[0-9a-f]{4,})+$/

function Value({ json }: { json: string }) {
  const text = readable(json, useLanguage())
  return idLike.test(text) ? <span className="aud-id">{text}</span> : text
}

/** In a row of the list: the places that changed, and the first value. */
export function useSummary(): (changes: readonly Change[], more: number) => string {
  const w = useWords(auditWords)
  const language = useLanguage()
  return (changes, more) => {
    const first = changes[0]
    if (!first) return ''
    const value = first.after === undefined ? w.isGone : readable(first.after, language)
    const others = changes.length - 1 + more
    const short = value.length > 60 ? `${value.slice(0, 60)}…` : value
    return `${fieldName(first.path, language)}: ${short}${others > 0 ? ` ${w.moreChanges(others)}` : ''}`
  }
}

/** JSON as a person reads it: text without quotes, days as dd/mm/yyyy. */
function readable(json: string, language: Language): string {
  const text = json.startsWith('"') && json.endsWith('"') ? (JSON.parse(json) as string) : json
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return showDay(text)
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return showInstant(text)
  return valueName(text, language)
}
