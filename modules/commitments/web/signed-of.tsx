// "212/240, 88%" with its bar: always of what, counted or declared; where nobody knows of how many it says so and draws no share.

import './commitments.css'
import { Bar } from '../../../platform/web/components/bar.tsx'
import { shareOf, showNumber, showPercent } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import { OfWhat, type OfWhatProps } from '../../rosters/web/public.tsx'
import { commitmentWords } from './words.ts'

type SignedOfProps = Partial<Pick<OfWhatProps, 'countedOn' | 'papers'>> & {
  signed: number
  of: number | null
  label: string
}

export function SignedOf({ signed, of, label, countedOn = null, papers = null }: SignedOfProps) {
  const w = useWords(commitmentWords)
  const language = useLanguage()
  const share = of === null || of < 0 ? null : shareOf(signed, of)
  return (
    <span className="signed-of">
      <Bar share={share} label={label} />
      {of === null ? (
        <small>{w.noRoster}</small>
      ) : of < 0 ? (
        <small>{w.lessThanParts(showNumber(-of, language))}</small>
      ) : (
        <small>
          <b className="semi">{showNumber(signed, language)}</b>/{showNumber(of, language)}
          {of > 0 && ` · ${showPercent(signed, of, language)}`}
        </small>
      )}
      <OfWhat of={of} countedOn={countedOn} papers={papers} />
    </span>
  )
}

/** The figures of a drive, a group or an area, as they are shown. */
export const countOf = ({ signed, of, countedOn, papers }: Omit<Required<SignedOfProps>, 'label'>) => ({
  signed,
  of,
  countedOn,
  papers,
})
