// The versions of a plan: which is in force, what each changed, by which document, and why.

import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { daysBetween, showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { documentName } from '../../documents/web/public.tsx'
import { quantity } from './result.tsx'
import type { Overview } from './stand-card.tsx'
import { fieldWords, programmeWords } from './words.ts'

type Plan = NonNullable<Overview['plan']>
type Version = Plan['versions'][number]
type Change = Version['changes'][number]

/** Entering a paper some days after it was signed is usual; later than this is said. */
const usualDelay = 3

export function VersionsCard({ plan }: { plan: Plan }) {
  const w = useWords(programmeWords)
  return (
    <Card title={w.versions}>
      <ol className="pg-versions">
        {[...plan.versions].reverse().map((version) => (
          <OneVersion key={version.number} version={version} />
        ))}
      </ol>
    </Card>
  )
}

function OneVersion({ version }: { version: Version }) {
  const w = useWords(programmeWords)
  const language = useLanguage()
  const late = daysBetween(version.decidedOn, version.recordedOn) > usualDelay
  return (
    <li id={`version-${version.number}`}>
      <p className="pg-vh">
        <b>{w.version(version.number)}</b>
        {version.state === 'in-force' && <Status kind="done">{w.inForce}</Status>}
        {version.state === 'coming' && <Status kind="ontime">{w.coming(showDay(version.effectiveOn))}</Status>}
        {version.state === 'past' && <Tag>{w.past}</Tag>}
        {version.demo && <Tag>{w.demo}</Tag>}
      </p>
      <p className="t13 muted">
        {version.document && (
          <>
            <Go to={`/documents/${version.document.id}`}>{documentName(version.document, language)}</Go>
            {', '}
          </>
        )}
        {w.decided(showDay(version.decidedOn))}, {w.effective(showDay(version.effectiveOn))}
        {late && `, ${w.recorded(showDay(version.recordedOn))}`}
      </p>
      {version.reason && <p className="t14">{version.reason}</p>}
      {version.number === 1 ? (
        <p className="t13 faint">{w.firstLines}</p>
      ) : (
        <ul className="pg-changes" aria-label={w.changes(version.changes.length)}>
          {version.changes.map((change) => (
            <li key={change.lineId}>
              <ChangeLine change={change} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

const marks = { added: '+', removed: '−', changed: '≠' } as const

export function ChangeLine({ change }: { change: Change }) {
  const w = useWords(programmeWords)
  const fields = useWords(fieldWords)
  const language = useLanguage()
  const shown = (value: Change['fields'][number]['before'], field: Change['fields'][number]): string => {
    if (value === null) return '–'
    if (field.field === 'dueOn') return showDay(String(value))
    if (typeof value === 'number') return quantity(value, field.unit ?? 'count', language)
    return value
  }
  // A new name says nothing that the new unit or the new value does not say already.
  const told = change.fields.filter((field) => field.field !== 'title' || change.fields.length === 1)
  return (
    <div className={`pg-change pg-${change.what}`}>
      <span aria-hidden="true">{marks[change.what]}</span>
      <div>
        <span className="sr">{w[change.what]}: </span>
        {change.title[language]}
        {change.what !== 'changed' &&
          change.area.level === 'commune' &&
          !change.title.vi.includes(change.area.name) && <> · {unitTitle(change.area, language)}</>}
        {told.map((field) => (
          <span key={field.field} className="sub">
            {fields[field.field]}: <del>{shown(field.before, field)}</del> → <ins>{shown(field.after, field)}</ins>
          </span>
        ))}
      </div>
    </div>
  )
}
