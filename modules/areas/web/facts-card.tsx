// What is known about the unit itself: where it lies, how large, which documents changed it, whose code it bears.

import { unitName, unitTitle } from '../../../platform/contract/unit-name.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { showDay, showNumber, showPeriod } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { levelNames, levelPlurals, type SuccessionKind, successionKindNames } from '../contract.ts'
import type { UnitAnswer } from './unit.tsx'
import { areaWords, unitWords } from './words.ts'

export function FactsCard({ page }: { page: UnitAnswer }) {
  const w = useWords(areaWords)
  const u = useWords(unitWords)
  const language = useLanguage()
  const { unit } = page
  const parent = page.ancestors.at(-1)
  return (
    <Card title={u.facts}>
      <dl className="unit-facts">
        <dt>{w.level}</dt>
        <dd>{levelNames[unit.level][language]}</dd>
        {parent && (
          <>
            <dt>{u.parent}</dt>
            <dd>
              <Go to={`/areas/${parent.id}`}>{unitTitle(parent, language)}</Go>
            </dd>
          </>
        )}
        {page.children.length > 0 && (
          <>
            <dt>{u.below}</dt>
            <dd>
              {page.children.map((each) => (
                <Go key={each.level} to={`/areas?in=${unit.id}&level=${each.level}`}>
                  {showNumber(each.count, language)} {levelPlurals[each.level][language]}
                </Go>
              ))}
            </dd>
          </>
        )}
        {unit.km2 !== null && (
          <>
            <dt>{u.surface}</dt>
            <dd>{showNumber(unit.km2, language, 2)} km²</dd>
          </>
        )}
        {unit.lat !== null && unit.lon !== null && (
          <>
            <dt>{u.position}</dt>
            <dd>
              {showNumber(unit.lat, language, 4)}; {showNumber(unit.lon, language, 4)}
              {unit.positionApproximate && ` (${u.approximate})`}
            </dd>
          </>
        )}
        <dt>{u.boundary}</dt>
        <dd>{page.boundarySource ?? u.noBoundary}</dd>
        {page.sameCode.length > 0 && (
          <>
            <dt>{u.sameCode}</dt>
            <dd>
              {page.sameCode.map((other) => (
                <span key={other.id}>
                  <Go to={`/areas/${other.id}`}>{unitTitle(other, language)}</Go>,{' '}
                  {showPeriod(other.validFrom, null, language)}
                </span>
              ))}
            </dd>
          </>
        )}
      </dl>
      <Changes page={page} />
    </Card>
  )
}

function Changes({ page }: { page: UnitAnswer }) {
  const u = useWords(unitWords)
  const language = useLanguage()
  const byDocument = new Map<string, { date: string; kind: string; names: string[] }>()
  for (const link of [...page.from, ...page.to]) {
    const key = `${link.date} ${link.document}`
    const known = byDocument.get(key) ?? { date: link.date, kind: link.kind, names: [] }
    known.names.push(unitName(link, language))
    byDocument.set(key, known)
  }
  if (byDocument.size === 0) return null
  return (
    <ul className="unit-docs" aria-label={u.documents}>
      {[...byDocument].map(([key, change]) => (
        <li key={key}>
          <Icon name="merge" />
          <span>
            <b>{key.slice(11)}</b>
            <small>
              {showDay(change.date)}: {successionKindNames[change.kind as SuccessionKind][language].toLowerCase()},{' '}
              {change.names.join(', ')}
            </small>
          </span>
        </li>
      ))}
    </ul>
  )
}
