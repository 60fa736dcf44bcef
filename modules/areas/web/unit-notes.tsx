// What one must know before reading on: that the unit has ended and where its territory went, is about to, or is new.

import { unitName, unitTitle } from '../../../platform/contract/unit-name.ts'
import { Note } from '../../../platform/web/components/page.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import type { UnitAnswer } from './unit.tsx'
import { areaWords, unitWords } from './words.ts'

export function UnitNotes({ page }: { page: UnitAnswer }) {
  if (page.standing === 'ended') return <Ended page={page} />
  if (page.standing === 'not-yet') return <NotYet page={page} />
  if (page.unit.validTo !== null) return <Coming page={page} />
  return page.from.length > 0 ? <Begun page={page} /> : null
}

type Linked = UnitAnswer['to'][number]

function useNames() {
  const u = useWords(unitWords)
  const language = useLanguage()
  const one = (link: { type: string; name: string; share: number | null }) =>
    link.share === 1 ? unitName(link, language) : u.partOf(unitName(link, language))
  const several = (links: readonly { type: string; name: string; share: number | null }[]) => {
    const names = links.map(one)
    return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')}${u.and}${names.at(-1)}`
  }
  return several
}

/** Direct successors, and after them the units of today where these have changed again. */
function Ended({ page }: { page: UnitAnswer }) {
  const u = useWords(unitWords)
  const language = useLanguage()
  const w = useWords(areaWords)
  const names = useNames()
  const end = page.unit.validTo
  const first = names(page.to)
  const now = page.holders.map((held) => `${unitName(held, language)} (${w.code(held.code)})`).join(', ')
  const same = page.to.every((link) => page.holders.some((held) => held.id === link.id))
  const where = first === '' ? now : same ? names(page.holders) : u.via(first, now)
  return (
    <Note>
      {end && <b className="semi">{u.ended(showDay(end), unitName(page.unit, language))}</b>}{' '}
      {where ? u.recordsStay(where) : u.recordsStayNowhere} <Documents links={page.to} />
      {page.holders.length > 1 && (
        <span className="unit-holders">
          {page.holders.map((held) => (
            <Go key={held.id} to={`/areas/${held.id}`}>
              {w.openNow(unitName(held, language))}
            </Go>
          ))}
        </span>
      )}
    </Note>
  )
}

function Coming({ page }: { page: UnitAnswer }) {
  const u = useWords(unitWords)
  const language = useLanguage()
  const names = useNames()
  const day = showDay(page.unit.validTo as string)
  const into = page.to.filter((link) => link.date === page.unit.validTo)
  return (
    <Note icon="merge">
      <b className="semi">
        {into.length > 0
          ? u.coming(day, unitName(page.unit, language), into.map((each) => unitName(each, language)).join(', '))
          : u.comingEnd(day, unitName(page.unit, language))}
      </b>{' '}
      {into.some((link) => link.share === null) && `${names(into)}. `}
      <Documents links={into} />
    </Note>
  )
}

function Begun({ page }: { page: UnitAnswer }) {
  const u = useWords(unitWords)
  const names = useNames()
  const born = page.from.filter((link) => link.date === page.unit.validFrom)
  const parts = born.length > 0 ? born : page.from
  const day = parts[0]?.date
  if (!day) return null
  return (
    <Note icon="merge">
      {u.begun(showDay(day), names(parts))} <Documents links={parts} />
    </Note>
  )
}

function NotYet({ page }: { page: UnitAnswer }) {
  const u = useWords(unitWords)
  const language = useLanguage()
  return (
    <Note icon="calendar">
      <b className="semi">{unitTitle(page.unit, language)}.</b> {u.notYet(showDay(page.unit.validFrom))}{' '}
      <Documents links={page.from} />
    </Note>
  )
}

function Documents({ links }: { links: readonly Linked[] }) {
  const u = useWords(unitWords)
  const documents = [...new Set(links.map((link) => link.document))]
  return documents.length > 0 ? u.by(documents.join(', ')) : null
}
