// Printing: how many have not signed in each place, one PDF for each, its progress, and the PDFs of lately.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useCommand } from '../../../platform/web/command.ts'
import { Button, LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Empty, LongWork } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showInstant, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import { PrintSheets, printAddress } from '../contract.ts'
import { Follow } from './follow.tsx'
import type { Paper } from './paper.tsx'
import { paperWords } from './words.ts'

type Place = Paper['places'][number]

export function PrintCard({ paper, onPrinted }: { paper: Paper; onPrinted: () => void }) {
  const w = useWords(paperWords)
  const language = useLanguage()
  const send = useCommand(PrintSheets)
  const [started, setStarted] = useState<string>()
  const n = (count: number) => showNumber(count, language)
  const print = async ({ hamletId, bodyId }: Place, onlyNew: boolean) => {
    const driveId = paper.drive.id
    const sent = await send.send({ id: uuidv7(), driveId, communeId: paper.commune.id, hamletId, bodyId, onlyNew })
    if (!sent.ok) return say({ text: sent.problem.title, bad: true })
    setStarted(sent.answer.id)
    if (sent.answer.left > 0) say(w.left(n(sent.answer.left)))
    onPrinted()
    window.location.assign(printAddress(paper.commune.id, sent.answer.id))
  }
  const current = paper.prints.find(({ id, drawn, sheets }) => id === started && drawn < sheets)
  return (
    <Card title={w.printTitle} icon="print">
      <div className="paper-why">
        <p className="muted">{w.printWhy}</p>
      </div>
      {current && (
        <div className="card-b">
          <Follow driveId={paper.drive.id} communeId={paper.commune.id} />
          <LongWork
            icon="print"
            title={w.printing(n(current.sheets))}
            share={current.drawn / current.sheets}
            left={current.place}
            done={w.drawn(n(current.drawn), n(current.sheets))}
          />
        </div>
      )}
      {paper.places.length === 0 ? (
        <Empty icon="users" title={w.nobody}>
          {w.nobodyWhy}
        </Empty>
      ) : (
        <Places paper={paper} busy={send.sending} onPrint={(place, onlyNew) => void print(place, onlyNew)} />
      )}
      {paper.prints.length > 0 && <Prints paper={paper} />}
    </Card>
  )
}

type PlacesProps = { paper: Paper; busy: boolean; onPrint: (place: Place, onlyNew: boolean) => void }

function Places({ paper, busy, onPrint }: PlacesProps) {
  const w = useWords(paperWords)
  const language = useLanguage()
  const n = (count: number) => showNumber(count, language)
  const columns: Column<Place>[] = [
    {
      key: 'place',
      title: w.place,
      cell: (place) => (
        <>
          <b className="semi">{place.name}</b>
          <span className="sub">
            {place.groups
              .filter(({ unsigned }) => unsigned > 0)
              .map(({ name, unsigned }) => `${name[language]}: ${n(unsigned)}`)
              .join(' · ')}
          </span>
        </>
      ),
    },
    { key: 'unsigned', title: w.unsigned, width: '110px', align: 'right', cell: (place) => n(place.unsigned) },
    { key: 'printed', title: w.printed, width: '120px', align: 'right', cell: (place) => n(place.printed) },
    {
      key: 'deeds',
      title: w.printTitle,
      hiddenTitle: true,
      fold: false,
      width: '330px',
      cell: (place) =>
        place.unsigned === 0 ? (
          <span className="muted">{w.allSigned}</span>
        ) : (
          paper.drive.open && (
            <span className="paper-deeds">
              {place.printed > 0 && place.printed < place.unsigned && (
                <Button small quiet busy={busy} onClick={() => onPrint(place, true)}>
                  {w.printNew(n(place.unsigned - place.printed))}
                </Button>
              )}
              <Button
                small
                icon="print"
                busy={busy}
                aria-label={w.printAt(n(place.unsigned), place.name)}
                onClick={() => onPrint(place, false)}
              >
                {w.print(n(place.unsigned))}
              </Button>
            </span>
          )
        ),
    },
  ]
  return (
    <Table
      label={w.printTitle}
      columns={columns}
      rows={paper.places}
      rowKey={({ hamletId, bodyId }) => `${hamletId} ${bodyId}`}
    />
  )
}

function Prints({ paper }: { paper: Paper }) {
  const w = useWords(paperWords)
  const language = useLanguage()
  return (
    <details className="paper-prints">
      <summary>{w.printsTitle}</summary>
      <ul>
        {paper.prints.map((print) => (
          <li key={print.id}>
            <span>
              {print.place}
              <span className="sub">
                {w.printedBy(showNumber(print.sheets, language), print.madeBy)} · {showInstant(print.madeAt)}
              </span>
            </span>
            <LinkButton
              small
              icon="download"
              href={printAddress(paper.commune.id, print.id)}
              label={`${w.again}: ${print.place}, ${showInstant(print.madeAt)}`}
            >
              {w.again}
            </LinkButton>
          </li>
        ))}
      </ul>
    </details>
  )
}
