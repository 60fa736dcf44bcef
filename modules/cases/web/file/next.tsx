// What comes next: what, by when, who, on which form, with which papers. Never who is guilty.

import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Icon } from '../../../../platform/web/components/icon.tsx'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { Empty } from '../../../../platform/web/components/states.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import type { Moment } from '../../../../rules/law/moment.ts'
import type { EventShown, LifeShown, NextShown } from '../../contract.ts'
import { formsIn, isForm } from '../../forms.ts'
import { kindTitle, showMoment } from '../events/shown.tsx'
import { eventWords } from '../events/words.ts'
import { leftWords, pressingOf, untilWords } from '../left.ts'
import { MakeButton, MakeButtons } from './paper/making.tsx'
import { fileWords } from './words.ts'

type Props = { life: LifeShown; events: readonly EventShown[]; now: Moment; onWhatIf: () => void }

export function NextCards({ life: { next }, events, now, onWhatIf }: Props) {
  const w = useWords(fileWords)
  const [first, ...others] = next
  return (
    <>
      {first ? (
        <First step={first} events={events} now={now} onWhatIf={onWhatIf} />
      ) : (
        <Card title={w.next}>
          <Empty
            icon="check-c"
            title={w.noNext}
            actions={
              <Button small onClick={onWhatIf}>
                {w.whatIf}
              </Button>
            }
          >
            {events.length === 0 ? w.noNextWhy : w.noNextQuiet}
          </Empty>
        </Card>
      )}
      {first && first.papers.length > 0 && <Papers step={first} />}
      {others.length > 0 && (
        <Card title={w.alsoNext}>
          <ul className="case-also">
            {others.map((step) => (
              <Other key={`${step.id}:${step.because}`} step={step} now={now} />
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

function First({ step, events, now, onWhatIf }: Omit<Props, 'life'> & { step: NextShown }) {
  const w = useWords(fileWords)
  const language = useLanguage()
  const because = events.find(({ id }) => id === step.because)
  const [first, ...others] = formsOf(step)
  return (
    <section className={`card case-next ${pressingOfStep(step, now)}`} aria-labelledby="case-next">
      <p className="lab">{step.optional ? w.mayDo : w.next}</p>
      <h2 id="case-next">{step.what[language]}</h2>
      <p className="cd">
        <When step={step} now={now} />
      </p>
      <dl>
        <dt>{w.whoDecides}</dt>
        <dd>{step.by[language]}</dd>
        {step.forms && (
          <>
            <dt>{w.form}</dt>
            <dd>{step.forms}</dd>
          </>
        )}
        <dt>{w.source}</dt>
        <dd>{step.source[language]}</dd>
        {because && (
          <>
            <dt>{w.because}</dt>
            <dd>
              {kindTitle(because.kind)[language]}, {showMoment(because.at)}
            </dd>
          </>
        )}
      </dl>
      {step.toCheck && (
        <p className="t13">
          <Tag icon="alert">{w.toCheck}</Tag> {step.toCheck[language]}
        </p>
      )}
      <div className="acts">
        {first && <MakeButton form={first} main />}
        <MakeButtons forms={others} />
        <Button icon="again" onClick={onWhatIf}>
          {w.whatIf}
        </Button>
      </div>
      <p className="foot2">{w.onlySuggests}</p>
    </section>
  )
}

/** A commitment that the decree has no form for has ours. */
const formsOf = ({ id, forms }: NextShown) =>
  formsIn(forms ?? (id.startsWith('sign-') ? id.slice('sign-'.length) : undefined))

const pressingOfStep = ({ state, due, optional }: NextShown, now: Moment): 'late' | 'soon' | 'ontime' =>
  state === 'late' ? 'late' : due && !optional ? pressingOf(now, due) : 'ontime'

function When({ step: { due, state, opens, optional }, now }: { step: NextShown; now: Moment }) {
  const w = useWords(fileWords)
  const long = useWords(leftWords)
  if (due)
    return (
      <>
        <b>{untilWords(now, due, long)}</b>
        <span>{opens && opens > now ? w.opens(showMoment(opens)) : w.before(showMoment(due))}</span>
      </>
    )
  if (optional) return null
  return <b>{state === 'waits' ? w.waits : w.atOnce}</b>
}

function Other({ step, now }: { step: NextShown; now: Moment }) {
  const w = useWords(fileWords)
  const long = useWords(leftWords)
  const language = useLanguage()
  const pressing = pressingOfStep(step, now)
  const when = step.due
    ? untilWords(now, step.due, long)
    : step.optional
      ? w.mayDo
      : step.state === 'waits'
        ? w.waits
        : w.atOnce
  return (
    <li>
      <span>
        {step.what[language]}
        <small>
          {step.by[language]}
          {step.forms && ` · ${w.form} ${step.forms}`} · {step.source[language]}
        </small>
        <MakeButtons forms={formsOf(step)} />
      </span>
      <b className={pressing}>
        {pressing !== 'ontime' && <Icon name={pressing} />}
        {when}
      </b>
    </li>
  )
}

function Papers({ step: { papers } }: { step: NextShown }) {
  const w = useWords(fileWords)
  const { folio: folioOf } = useWords(eventWords)
  const language = useLanguage()
  const there = papers.filter(({ event }) => event).length
  return (
    <Card title={w.papers} end={<Tag>{`${there}/${papers.length}`}</Tag>}>
      <ul className="case-papers">
        {papers.map(({ kind, title, event, folio }) => (
          <li key={kind} className={event ? undefined : 'no'}>
            <Icon name={event ? 'check-c' : 'outside'} label={event ? w.there : w.missing} />
            <span>
              {title[language]}
              {/^[IV]+-/.test(kind) && `, ${kind}`}
            </span>
            {event ? (
              <a href={`#event-${event}`}>{folio ? folioOf(folio) : w.there}</a>
            ) : isForm(kind) ? (
              <MakeButton form={kind} />
            ) : (
              <small>{w.missing}</small>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
