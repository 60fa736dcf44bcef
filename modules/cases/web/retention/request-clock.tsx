// One clock of a request: by when, what is left of it, and every step of the count on demand, as the other clocks tell it.

import { type ReactNode, useState } from 'react'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import { showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { calendarOf } from '../../../../rules/calendar/working-days.ts'
import type { Moment } from '../../../../rules/law/moment.ts'
import { lengthRules } from '../../../../rules/retention/lengths.ts'
import { requestRun } from '../../../../rules/retention/requests.ts'
import { Steps } from '../counted.tsx'
import { leftWords, momentOfInstant, pressingOf, untilWords } from '../left.ts'
import { lengthText } from './length-text.ts'
import { requestWords } from './request-words.ts'
import type { Request } from './requests-card.tsx'
import { retentionWords } from './words.ts'

type Props = {
  what: string
  from: string
  until: string
  because: Request['because']
  /** By which it was counted. */
  holidays: Request['holidays']
  now: Moment
  /** What was done, in words; null while it waits. */
  done: string | null
  late: boolean
  children?: ReactNode
}

export function RequestClock({ what, from, until, because, holidays, now, done, late, children }: Props) {
  const w = useWords(retentionWords)
  const words = useWords(requestWords)
  const long = useWords(leftWords)
  const [counting, setCounting] = useState(false)
  const due = momentOfInstant(until)
  return (
    <div className="keep-clock">
      <p>
        <b className="semi">{what}:</b>{' '}
        {done ? (
          <>
            {done}
            {late && ` (${words.wasLate})`}
          </>
        ) : (
          <Status kind={pressingOf(now, due)}>{untilWords(now, due, long)}</Status>
        )}
        <small>{w.answerBy(showInstant(until))}</small>
        {children}
      </p>
      {because && (
        <Button small quiet className="noprint" onClick={() => setCounting(true)}>
          {words.howCounted}
        </Button>
      )}
      {counting && because && (
        <HowCounted
          because={because}
          holidays={holidays}
          from={momentOfInstant(from)}
          onClose={() => setCounting(false)}
        />
      )}
    </div>
  )
}

type Because = NonNullable<Request['because']>

type How = { because: Because; holidays: Props['holidays']; from: Moment; onClose: () => void }
function HowCounted({ because, holidays, from, onClose }: How) {
  const w = useWords(retentionWords)
  const words = useWords(requestWords)
  const language = useLanguage()
  const { what, begins } = lengthRules[because.rule]
  return (
    <Dialog open tone="sealed" icon="clock" title={what[language]} onClose={onClose}>
      <p>{words.lasts(lengthText(because.span, language), begins[language])}</p>
      <p className="muted">{because.source[language]}</p>
      {because.toCheck && (
        <p>
          <Tag icon="alert">{w.toCheck}</Tag> {because.toCheck[language]}
        </p>
      )}
      <Steps steps={requestRun(because, from, calendarOf(holidays)).steps} />
    </Dialog>
  )
}
