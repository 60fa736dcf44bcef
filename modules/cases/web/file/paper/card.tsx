// The file on paper: its contents by folio, the dossier for the court as a checklist, the commitments of the law, copies made.

import './paper.css'
import type { OutputOf } from '../../../../../platform/contract/operation.ts'
import { useAnswer } from '../../../../../platform/web/answer.ts'
import { Card } from '../../../../../platform/web/components/card.tsx'
import { Icon } from '../../../../../platform/web/components/icon.tsx'
import { Tag } from '../../../../../platform/web/components/marks.tsx'
import { Empty } from '../../../../../platform/web/components/states.tsx'
import { showDay, showInstant } from '../../../../../platform/web/format.ts'
import { useLanguage } from '../../../../../platform/web/language.ts'
import { useWords } from '../../../../../platform/web/words.ts'
import type { Moment } from '../../../../../rules/law/moment.ts'
import { dayOf } from '../../../../../rules/law/moment.ts'
import { ListFormCopies } from '../../../contract.ts'
import type { FileEvent } from '../../../events.ts'
import { type FormId, isForm } from '../../../forms.ts'
import { commitmentsOf, contentsOf, type Dossier, dossierOf, type FolioRow } from '../../../rules/folios.ts'
import { commitmentPapers } from '../../../rules/papers-needed.ts'
import { eventWords } from '../../events/words.ts'
import type { At, FileShown } from '../opened.tsx'
import { MakeButton, useFormName } from './making.tsx'
import { paperWords } from './words.ts'

type Kept = FileEvent & { folio: number }

export function PaperCard({ file, at, now }: { file: FileShown; at: At; now: Moment }) {
  const w = useWords(paperWords)
  const events = file.events as unknown as Kept[]
  const rows = contentsOf(events, now)
  const dossier = dossierOf(events, now)
  return (
    <>
      {dossier && <CourtCard dossier={dossier} />}
      <Card
        title={w.onPaper}
        icon="clip"
        end={
          <>
            <MakeButton form="cover" label={w.cover} />
            <MakeButton form="contents" label={w.makeContents} />
          </>
        }
      >
        {rows.length === 0 ? (
          <Empty icon="clip" title={w.noPapers}>
            {w.noPapersWhy}
          </Empty>
        ) : (
          <Folios label={w.contents} rows={rows} />
        )}
        <Copies at={at} />
      </Card>
    </>
  )
}

function Folios({ label, rows }: { label: string; rows: readonly FolioRow[] }) {
  const w = useWords(paperWords)
  const language = useLanguage()
  return (
    <table className="paper-folios">
      <caption className="sr">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{w.order}</th>
          <th scope="col">{w.title}</th>
          <th scope="col">{w.day}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ event, folio, last, title, form, day, withdrawn }) => (
          <tr key={event}>
            <td className="num">{last > folio ? `${folio}–${last}` : folio}</td>
            <td>
              <a href={`#event-${event}`} className={withdrawn ? 'gone' : undefined}>
                {title[language]}
              </a>
              {form && <span className="faint"> · {form}</span>} {withdrawn && <Tag icon="x">{w.gone}</Tag>}
            </td>
            <td className="num">{showDay(day)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function CourtCard({ dossier: { opened, wanted, rows, twice, none } }: { dossier: Dossier }) {
  const w = useWords(paperWords)
  const language = useLanguage()
  const { folio: folioOf } = useWords(eventWords)
  const there = wanted.filter(({ event }) => event).length
  return (
    <Card
      title={w.court}
      icon="doc"
      beside={<Tag>{`${there}/${wanted.length}`}</Tag>}
      end={<MakeButton form="court-contents" eventId={opened.id} label={w.makeContents} />}
    >
      <ul className="case-papers" aria-label={w.courtThere}>
        {wanted.map(({ kind, title, event, folio }) => (
          <li key={kind} className={event ? undefined : 'no'}>
            <Icon name={event ? 'check-c' : 'outside'} label={event ? w.there : w.lacking} />
            <span>
              {title[language]}
              {isForm(kind) && `, ${kind}`}
            </span>
            {event ? (
              <a href={`#event-${event}`}>{folio ? folioOf(folio) : w.there}</a>
            ) : isForm(kind) ? (
              <MakeButton form={kind} />
            ) : (
              <small>{w.lacking}</small>
            )}
          </li>
        ))}
      </ul>
      {rows.length > 0 && <Folios label={w.filed} rows={rows} />}
      {[
        ...(twice.length > 0 ? [w.twice(twice.join(', '))] : []),
        ...(none.length > 0 ? [w.none(none.join(', '))] : []),
      ].map((fault) => (
        <p key={fault} className="paper-fault">
          <Icon name="alert" />
          {fault}
        </p>
      ))}
    </Card>
  )
}

/** What the person promises by law. It has nothing to do with the drives, where everybody signs. */
export function CommitmentsCard({ file, now }: { file: FileShown; now: Moment }) {
  const w = useWords(paperWords)
  const language = useLanguage()
  const events = file.events as unknown as Kept[]
  const commitments = commitmentsOf(events, now)
  if (commitments.length === 0) return null
  const signedOn = (id: string): string => dayOf(events.find((event) => event.id === id)?.at ?? '')
  return (
    <Card title={w.commitments} icon="pen">
      <ul className="case-papers">
        {commitments.map(({ which, title, signed }) => (
          <li key={which} className={signed ? undefined : 'no'}>
            <Icon name={signed ? 'check-c' : 'outside'} label={signed ? w.there : w.unsigned} />
            <span>
              {title[language]}
              <small>{signed ? w.signed(showDay(signedOn(signed))) : w.unsigned}</small>
            </span>
            <MakeButton
              form={commitmentPapers[which] as FormId}
              label={w.makeIt}
              {...(signed && { eventId: signed })}
            />
          </li>
        ))}
      </ul>
      <p className="case-law-why">{w.commitmentsWhy}</p>
    </Card>
  )
}

const newest = 5

function Copies({ at }: { at: At }) {
  const w = useWords(paperWords)
  const copies = useAnswer(ListFormCopies, at)
  const rows = copies.answer?.rows ?? []
  if (rows.length === 0) return null
  return (
    <section className="paper-copies noprint" aria-label={w.copies}>
      <h3>
        {w.copies} ({rows.length})
      </h3>
      <CopyRows rows={rows.slice(0, newest)} />
      {rows.length > newest && (
        <details>
          <summary>{w.olderCopies(rows.length - newest)}</summary>
          <CopyRows rows={rows.slice(newest)} />
        </details>
      )}
    </section>
  )
}

function CopyRows({ rows }: { rows: OutputOf<typeof ListFormCopies>['rows'] }) {
  const w = useWords(paperWords)
  const nameOf = useFormName()
  return (
    <ul>
      {rows.map(({ code, form, by, at }) => (
        <li key={code}>
          <b className="semi">{isForm(form) ? nameOf(form) : form}</b> <span className="num">{code}</span>
          <small>{w.copyBy(by ?? w.somebody, showInstant(at))}</small>
        </li>
      ))}
    </ul>
  )
}
