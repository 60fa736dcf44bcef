// The names that may stand between braces in a template, for whoever writes one.

import { Card } from '../../../../platform/web/components/card.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { fieldIds, fieldTitle, formLists, listIds } from '../../forms/fields.ts'
import { formWords } from './words.ts'

export function FieldNames() {
  const w = useWords(formWords)
  const language = useLanguage()
  return (
    <Card title={w.fields} icon="info" padded>
      <p className="muted">{w.fieldsWhy}</p>
      <ul className="form-tags">
        {fieldIds.map((id) => (
          <li key={id}>
            <code lang="vi">{`{${fieldTitle(id).vi}}`}</code>
            {language === 'en' && <small>{fieldTitle(id).en}</small>}
          </li>
        ))}
      </ul>
      <p className="muted">{w.lists}</p>
      <ul className="form-tags wide">
        {listIds.map((id) => {
          const { tag, en, rows } = formLists[id]
          const inside = Object.values(rows)
            .map((column) => `{${column}}`)
            .join(' ')
          return (
            <li key={id}>
              <code lang="vi">{`{#${tag}} ${inside} {/${tag}}`}</code>
              {language === 'en' && <small>{en}</small>}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
