// "212/240, 88%" with its bar: always of what; where nobody is on a roster it says so and draws no share.

import './commitments.css'
import { Bar } from '../../../platform/web/components/bar.tsx'
import { shareOf, showNumber, showPercent } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import { commitmentWords } from './words.ts'

export function SignedOf({ signed, of, label }: { signed: number; of: number | null; label: string }) {
  const w = useWords(commitmentWords)
  const language = useLanguage()
  const share = of === null ? null : shareOf(signed, of)
  return (
    <span className="signed-of">
      <Bar share={share} label={label} />
      {of === null ? (
        <small>{w.noRoster}</small>
      ) : (
        <small>
          <b className="semi">{showNumber(signed, language)}</b>/{showNumber(of, language)}
          {of > 0 && ` · ${showPercent(signed, of, language)}`}
        </small>
      )}
    </span>
  )
}
