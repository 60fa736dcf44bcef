// Above an open file: what for, since when, until when, and the ways out.

import './file.css'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Icon } from '../../../../platform/web/components/icon.tsx'
import { showTime } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { purposes } from '../../contract.ts'
import { leftWords, useNow } from '../left.ts'
import type { Opening } from './opening.ts'
import { fileWords } from './words.ts'

type Props = { opening: Opening; openedAt: string | undefined; onClose: () => void; onOtherPurpose: () => void }

export function PurposeBar({ opening: { purpose, until }, openedAt, onClose, onOtherPurpose }: Props) {
  const w = useWords(fileWords)
  const long = useWords(leftWords)
  const language = useLanguage()
  const minutes = Math.floor((Date.parse(until) - useNow(5).getTime()) / 60_000)
  const { title, source } = purposes[purpose]
  return (
    <section className="case-purpose" aria-label={w.bar}>
      <strong>
        <Icon name="lock" />
        {w.sealedFile}
      </strong>
      <span className="why">
        {w.openFor} <b className="semi">{language === 'vi' ? inSentence(title.vi) : title.en}</b> ({source[language]})
      </span>
      <span className="left">
        {openedAt && `${w.openedAt(showTime(openedAt))}, `}
        {w.closesIn(minutes >= 1 ? long.minutes(minutes) : w.lessThanMinute)}
      </span>
      <Button small onClick={onOtherPurpose}>
        {w.otherPurpose}
      </Button>
      <Button small icon="x" onClick={onClose}>
        {w.close}
      </Button>
    </section>
  )
}

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
