// Who sees what of a file, and how much of it is not shown to this reader.

import { Card } from '../../../../platform/web/components/card.tsx'
import { Icon } from '../../../../platform/web/components/icon.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { eventGroups } from '../../events.ts'
import { type View, type ViewId, views } from '../../views.ts'
import type { FileShown } from './opened.tsx'
import { fileWords, partNames } from './words.ts'

export function SeeingCard({ file: { view, hidden } }: { file: FileShown }) {
  const w = useWords(fileWords)
  const language = useLanguage()
  return (
    <Card title={w.seeing} icon="eye">
      <ul className="case-law">
        <li>
          <Icon name="user" />
          <b className="semi">{w.youSee(views[view].title[language])}</b>
        </li>
        <li>
          <Icon name={hidden > 0 ? 'eye-off' : 'eye'} />
          {hidden > 0 ? w.hidden(hidden) : w.hiddenNone}
        </li>
        {!views[view].law && (
          <li>
            <Icon name="eye-off" />
            {w.lawHidden}
          </li>
        )}
        <li>
          <Icon name="history" />
          {w.recorded}
        </li>
      </ul>
      <details className="case-views">
        <summary>{w.wholeTable}</summary>
        <dl>
          {(Object.entries(views) as [ViewId, View][]).map(([id, each]) => (
            <div key={id}>
              <dt>{each.title[language]}</dt>
              <dd>
                {w.seesIdentity}: {each.identity.map((part) => partNames[part][language]).join(', ')}
              </dd>
              <dd>
                {w.seesEvents}: {each.groups.map((group) => eventGroups[group][language].toLowerCase()).join(', ')}
                {each.law && `; ${w.seesLaw}`}
              </dd>
            </div>
          ))}
        </dl>
        <p>{w.leads}</p>
      </details>
    </Card>
  )
}
