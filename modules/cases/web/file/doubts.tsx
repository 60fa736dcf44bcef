// What the law would ask about an event though it lets it be entered: said while it is typed, so that it can still be added.

import { Note } from '../../../../platform/web/components/page.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import type { Moment } from '../../../../rules/law/moment.ts'
import type { FileEvent } from '../../events.ts'
import { factsOf } from '../../rules/person-facts.ts'
import { judgeEvent, lawChoicesOf } from '../../rules.ts'
import type { FileShown } from './opened.tsx'

export const eventsIn = (file: FileShown): FileEvent[] =>
  file.events.map(({ id, kind, at, details }) => ({ id, kind, at, details }) as FileEvent)

export function Doubts({ file, event, now }: { file: FileShown; event: FileEvent | undefined; now: Moment }) {
  const language = useLanguage()
  if (!event || !file.law) return null
  const verdict = judgeEvent(factsOf(file.identity), eventsIn(file), event, now, lawChoicesOf(file.law, file.holidays))
  if (!verdict.ok || verdict.warnings.length === 0) return null
  return (
    <div role="status">
      {verdict.warnings.map((warning) => (
        <Note key={warning.vi} icon="help">
          {warning[language]}
        </Note>
      ))}
    </div>
  )
}
