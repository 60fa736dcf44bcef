// The drive in one look: how many of how many, how many are left, and what the figure does not hold yet.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { Bar } from '../../../platform/web/components/bar.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { shareOf, showInstant, showNumber, showPercent } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import { OfWhat } from '../../rosters/web/public.tsx'
import type { ShowCoverage } from '../contract.ts'
import { commitmentWords } from './words.ts'

export function CoverageTotal({ coverage }: { coverage: OutputOf<typeof ShowCoverage> }) {
  const w = useWords(commitmentWords)
  const language = useLanguage()
  const { signed, of, countedOn, papers, groups, silent } = coverage
  if (of === null) return null
  const unlisted = groups.filter((group) => group.of === null).length
  return (
    <Card className="coverage-total" padded>
      <p className="figure">
        <b>{showNumber(signed, language)}</b> {(papers?.used ? w.ofPeople : w.ofRoster)(showNumber(of, language))}
        {of > 0 && <strong>{showPercent(signed, of, language)}</strong>}
      </p>
      <Bar share={shareOf(signed, of)} label={w.signed} />
      <OfWhat of={of} countedOn={countedOn} papers={papers} />
      <p className="muted">
        {[
          w.left(showNumber(Math.max(0, of - signed), language)),
          unlisted > 0 && w.unlistedGroups(unlisted),
          silent > 0 && w.silentDevices(silent),
          w.countedAt(showInstant(coverage.asOf)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </Card>
  )
}
