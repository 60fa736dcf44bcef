// A row of figures with what each of them counts; red for what has to be mended, amber for what has to be looked at.

import './figures.css'
import { showNumber } from '../format.ts'
import { useLanguage } from '../language.ts'

type Figure = { label: string; value: number; tone?: 'late' | 'soon' | undefined }

export function Figures({ figures }: { figures: readonly Figure[] }) {
  const language = useLanguage()
  return (
    <dl className="figures">
      {figures.map(({ label, value, tone }) => (
        <div key={label} className={tone}>
          <dt>{label}</dt>
          <dd className="num">{showNumber(value, language)}</dd>
        </div>
      ))}
    </dl>
  )
}
