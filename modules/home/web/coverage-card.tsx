// Who has signed and who meets the standard: shares of a known whole; where nothing is on record the words say so.

import { Bar } from '../../../platform/web/components/bar.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Num } from '../../../platform/web/components/marks.tsx'
import { shareOf, showNumber, showPercent } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import { Basis, useBasis } from '../../programme/web/public.tsx'
import { HomeAsOf } from './as-of.tsx'
import type { HomeAnswer } from './standing-card.tsx'
import { homeWords } from './words.ts'

type Row = HomeAnswer['bodies']
type Words = ReturnType<typeof useWords<typeof homeWords>>

export function CoverageCard({ home }: { home: HomeAnswer }) {
  const w = useWords(homeWords)
  const common = useCommonBasis(home.coverage)
  return (
    <Card
      className="home-fill"
      title={w.coverage}
      end={
        <>
          {common && <small className="cov-basis">{common}</small>}
          <HomeAsOf home={home} />
        </>
      }
    >
      <div className={common ? 'cov' : 'cov each'}>
        <table>
          <colgroup>
            <col className="c-name" />
            <col />
            <col className="c-of" />
            <col className="c-share" />
          </colgroup>
          <thead className="sr">
            <tr>
              <th scope="col">{w.colGroup}</th>
              <th scope="col">{w.colShare}</th>
              <th scope="col">{w.colCounted}</th>
              <th scope="col">{w.colPercent}</th>
            </tr>
          </thead>
          <tbody>
            {home.coverage.map((row) => (
              <CoverageRow key={row.id} row={row} common={common} />
            ))}
            <CoverageRow row={{ ...home.bodies, name: w.bodies }} common={common} apart />
          </tbody>
        </table>
      </div>
    </Card>
  )
}

/** What most shares rest on; a row that rests on something else says so itself. On a narrow screen each row does. */
function useCommonBasis(rows: readonly Row[]): string | undefined {
  const said = useBasis()
  const all = rows.flatMap(({ basis }) => (basis ? said(basis) : []))
  const often = (one: string): number => all.filter((other) => other === one).length
  const [most] = all.toSorted((one, other) => often(other) - often(one))
  return most && (often(most) > 1 || all.length === 1) ? most : undefined
}

/** What two groups are called in full does not fit on a line of the card. */
const shortNames = (w: Words): Record<string, string> => ({
  officials: w.officials,
  'conditional-businesses': w.conditionalBusinesses,
})

function CoverageRow({ row, common, apart }: { row: Row; common: string | undefined; apart?: boolean }) {
  const w = useWords(homeWords)
  const language = useLanguage()
  const said = useBasis()
  const counted = row.state === 'counted' && row.have !== null && row.of !== null
  const restsElsewhere = row.basis && said(row.basis) !== common
  return (
    <tr className={[apart && 'sep', restsElsewhere && 'own'].filter(Boolean).join(' ') || undefined}>
      <td title={row.basis ? `${row.name}, ${said(row.basis)}` : row.name}>
        {shortNames(w)[row.id] ?? row.name}
        <Basis basis={row.basis} />
      </td>
      <td>
        <Bar share={counted ? shareOf(row.have!, row.of) : null} label={row.name} />
      </td>
      {counted ? (
        <>
          <td>
            <Num to="/programme">{`${showNumber(row.have!, language)}/${showNumber(row.of!, language)}`}</Num>
          </td>
          <td>{showPercent(row.have!, row.of, language)}</td>
        </>
      ) : (
        <td className="nd" colSpan={2}>
          {w.noData}
        </td>
      )}
    </tr>
  )
}
