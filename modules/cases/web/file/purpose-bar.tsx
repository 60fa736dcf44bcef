// Above an open file: what for, since when, until when, and the ways out.

import './file.css'
import type { InLanguage } from '../../../../platform/contract/words.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Icon } from '../../../../platform/web/components/icon.tsx'
import { showTime } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { purposes } from '../../contract.ts'
import { leftWords, useNow } from '../left.ts'
import { emergencyWords } from '../watch/emergency-words.ts'
import type { Opening } from './opening.ts'
import { fileWords } from './words.ts'

type Props = {
  opening: Opening
  openedAt: string | undefined
  /** For whom the reader stands in. */
  actingFor?: string | null
  onClose: () => void
  onOtherPurpose: (() => void) | undefined
}

export function PurposeBar({ opening: { purpose, until }, openedAt, actingFor, onClose, onOtherPurpose }: Props) {
  const w = useWords(fileWords)
  const long = useWords(leftWords)
  const language = useLanguage()
  const minutes = Math.floor((Date.parse(until) - useNow(5).getTime()) / 60_000)
  const { title, source } = purposes[purpose]
  const emergency = useWords(emergencyWords)
  const loud = purpose === 'emergency'
  return (
    <section className={loud ? 'case-purpose case-alarm' : 'case-purpose'} aria-label={w.bar}>
      <strong>
        <Icon name={loud ? 'alert' : 'lock'} />
        {loud ? emergency.bar : w.sealedFile}
      </strong>
      {loud ? (
        <span className="why">{emergency.told}</span>
      ) : (
        <span className="why">
          {w.openFor} <b className="semi">{language === 'vi' ? inSentence(title.vi) : title.en}</b> ({source[language]})
          {actingFor && `, ${w.actingFor(actingFor)}`}
        </span>
      )}
      <span className="left">
        {openedAt && `${w.openedAt(showTime(openedAt))}, `}
        {w.closesIn(minutes < 1 ? w.lessThanMinute : lengthIn(minutes, long))}
      </span>
      {onOtherPurpose && (
        <Button small onClick={onOtherPurpose}>
          {w.otherPurpose}
        </Button>
      )}
      <Button small icon="x" onClick={onClose}>
        {w.close}
      </Button>
    </section>
  )
}

/** Hours and minutes: of three hours only the minutes would say little. */
const lengthIn = (minutes: number, { hours, minutes: short }: InLanguage<typeof leftWords>): string =>
  minutes < 60 ? short(minutes) : `${hours(Math.floor(minutes / 60))} ${short(minutes % 60)}`

const inSentence = (words: string): string => words.charAt(0).toLocaleLowerCase('vi') + words.slice(1)

/** The reader's name and time over the page, on the screen and on paper: who photographs it photographs their own name. */
export function Watermark({ reader, at }: { reader: string; at: string }) {
  return (
    <svg className="case-mark" aria-hidden="true">
      <title>{reader}</title>
      <defs>
        <pattern id="case-mark" width="400" height="190" patternUnits="userSpaceOnUse" patternTransform="rotate(-20)">
          {[
            { x: 10, y: 50 },
            { x: 205, y: 145 },
          ].map(({ x, y }) => (
            <text key={x} x={x} y={y}>
              <tspan x={x}>{reader}</tspan>
              <tspan x={x} dy="18">
                {at}
              </tspan>
            </text>
          ))}
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#case-mark)" />
    </svg>
  )
}
