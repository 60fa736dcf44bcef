// The result of a target: a figure that opens its records, or the standing of a unit; never 0 % where nothing is recorded.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { unitName } from '../../../platform/contract/unit-name.ts'
import { Num } from '../../../platform/web/components/marks.tsx'
import { Status, type StatusKind } from '../../../platform/web/components/status.tsx'
import { showDay, showNumber, showPercent } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import type { ProgrammeOverview } from '../contract.ts'
import { Basis } from './basis.tsx'
import { programmeWords } from './words.ts'

export type Line = OutputOf<typeof ProgrammeOverview>['lines'][number]

const standingKind: Record<NonNullable<Line['result']['standing']>, StatusKind> = {
  kept: 'kept',
  converted: 'converted',
  'not-yet': 'working',
  lost: 'lost',
  reappraise: 'again',
  'no-decision': 'nodata',
}
export const statusOfStanding = (standing: Line['result']['standing']): StatusKind =>
  standing ? standingKind[standing] : 'nodata'

export const isUnitLine = (line: Pick<Line, 'kind'>): boolean =>
  line.kind === 'area-keep' || line.kind === 'area-convert'

/** `to` is left out on the page of the target itself. */
export function ResultCell({ line, to }: { line: Line; to?: string }) {
  const w = useWords(programmeWords)
  const language = useLanguage()
  const { result } = line
  if (isUnitLine(line) && result.standing) return <Status kind={statusOfStanding(result.standing)} />
  if (result.count === null || (line.unit === 'share' && !result.of))
    return (
      <>
        <Status kind="nodata">{result.of === 0 ? w.nobody : w.noData}</Status>
        {line.kind === 'commitments' && (
          <span className="sub">
            {result.of === null ? w.noList : result.of > 0 && w.toSign(showNumber(result.of, language))}
          </span>
        )}
        <Basis basis={result.basis} />
      </>
    )
  const figure = `${showNumber(result.count, language)}/${showNumber(result.of ?? 0, language)}`
  return (
    <>
      <Num to={to} strong label={`${line.title[language]}: ${figure}`}>
        {figure}
      </Num>
      {line.unit === 'share' && <span className="sub">{showPercent(result.count, result.of, language)}</span>}
      <Basis basis={result.basis} />
    </>
  )
}

/** "100%", "11", "giữ vững". */
export function useWanted() {
  const w = useWords(programmeWords)
  const language = useLanguage()
  return {
    baseline: (line: Line): string => {
      if (line.kind === 'area-keep' || line.kind === 'area-convert')
        return line.baseline === null ? '–' : line.baseline > 0 ? w.recognised : w.notRecognised
      return line.baseline === null ? '–' : quantity(line.baseline, line.unit, language)
    },
    value: (line: Line): string => {
      if (line.kind === 'area-keep') return w.toKeep
      if (line.kind === 'area-convert') return w.toConvert
      return quantity(line.value, line.unit, language)
    },
  }
}

export const quantity = (value: number, unit: 'count' | 'share', language: 'vi' | 'en'): string =>
  unit === 'share' ? `${showNumber(value * 100, language, 1)}%` : showNumber(value, language)

/** What the unit of a line has become by the day shown; nothing while it is still there. */
export function Became({ line }: { line: Pick<Line, 'became'> }) {
  const w = useWords(programmeWords)
  const language = useLanguage()
  const [first] = line.became
  if (!first) return null
  const names = line.became.map((unit) => `${unitName(unit, language)} (${unit.code})`).join(', ')
  const say = line.became.some((unit) => unit.share === null) ? w.becameSplit : w.became
  return <span className="sub">{say(showDay(first.on), names)}</span>
}
