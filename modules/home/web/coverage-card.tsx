// Who has signed and who meets the standard: shares of a known whole; where nothing is on record the words say so.

import { Bar } from '../../../platform/web/components/bar.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Num } from '../../../platform/web/components/marks.tsx'
import { shareOf, showNumber, showPercent } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import { HomeAsOf } from './as-of.tsx'
import type { HomeAnswer } from './standing-card.tsx'
import { homeWords } from './words.ts'

type Row = HomeAnswer['bodies']

export function CoverageCard({ home }: { home: HomeAnswer }) {
  const w = useWords(homeWords)
  return (
    <Card className="home-fill" title={w.coverage} end={<HomeAsOf home={home} />}>
      <div className="cov">
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
              <CoverageRow key={row.id} row={row} />
            ))}
            <CoverageRow row={{ ...home.bodies, name: w.bodies }} apart />
          </tbody>
        </table>
      </div>
    </Card>
  )
}

function CoverageRow({ row, apart }: { row: Row; apart?: boolean }) {
  const w = useWords(homeWords)
  const language = useLanguage()
  const counted = row.state === 'counted' && row.have !== null && row.of !== null
  return (
    <tr className={apart ? 'sep' : undefined}>
      <td title={row.name}>{row.name}</td>
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
