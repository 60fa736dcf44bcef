// What the two files come to as one: where the law would see the person, and one timeline with old and new folios.

import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Icon } from '../../../../platform/web/components/icon.tsx'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { Empty } from '../../../../platform/web/components/states.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import type { LookAtMerge, MergedEvent } from '../../contract.ts'
import { kindTitle, showMoment } from '../events/shown.tsx'
import { statusName } from '../status-name.ts'
import { sameWords } from './words.ts'

type Look = OutputOf<typeof LookAtMerge>

export function Union({ look, kept, gone }: { look: Look; kept: string; gone: string }) {
  const w = useWords(sameWords)
  const language = useLanguage()
  const faults = look.events.filter(({ fault }) => fault).length
  const named = (kind: string | null | undefined) => (kind ? statusName(kind)[language] : w.noStatus)
  const standing = [
    { label: kept, text: named(look.status.kept) },
    { label: gone, text: named(look.status.gone) },
    { label: w.union, text: named(look.life.status?.kind) },
  ]
  return (
    <>
      <Card title={w.law} padded>
        <dl className="same-law">
          {standing.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        {faults > 0 && <Note tone="soon">{w.faults(faults)}</Note>}
      </Card>
      <Card title={w.events} padded>
        <p className="t14 muted">{w.eventsWhy}</p>
        {look.events.length === 0 ? (
          <Empty icon="timeline" title={w.noEvents} />
        ) : (
          <ol className="same-events">
            {look.events.toReversed().map((event) => (
              <Line key={`${event.side} ${event.id}`} event={event} from={event.side === 'kept' ? kept : gone} />
            ))}
          </ol>
        )}
      </Card>
    </>
  )
}

function Line({ event, from }: { event: MergedEvent; from: string }) {
  const w = useWords(sameWords)
  const language = useLanguage()
  const { folio, becomes } = event
  const folios =
    becomes === null ? w.twin : becomes === folio ? w.folio(String(folio)) : w.becomes(String(folio), String(becomes))
  return (
    <li>
      <b className="semi">{kindTitle(event.kind)[language]}</b> <span className="num">{showMoment(event.at)}</span>{' '}
      <Tag>{from}</Tag> <span className="muted">{folios}</span>
      {event.fault && (
        <span className="fault">
          <Icon name="alert" /> {event.fault[language]}
        </span>
      )}
    </li>
  )
}
