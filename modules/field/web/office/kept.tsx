// What came from a wiped phone, a withdrawn one, or a merged hamlet: signatures with their ink, notes why one has not signed; each is
// accepted or refused by a person.

import './office.css'
import { useState } from 'react'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { PageHead } from '../../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../../platform/web/components/table.tsx'
import { showDay, showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { unsignedNames } from '../../../commitments/contract.ts'
import { InkImage } from '../../../commitments/web/public.tsx'
import { ListKept } from '../../contract/kept.ts'
import { KeptDialog } from './kept-dialog.tsx'
import { keptWords, officeWords } from './words.ts'

type Row = OutputOf<typeof ListKept>['kept'][number]

export default function Kept() {
  const w = useWords(officeWords)
  const kept = useAnswer(ListKept, {})
  return (
    <>
      <PageHead title={w.keptTitle} crumbs={[{ label: w.title, to: '/field' }, { label: w.keptTitle }]} />
      <p className="muted office-why">{w.keptWhy}</p>
      <Card>
        <Shown from={kept} lines={5}>
          {(answer) =>
            answer.kept.length === 0 ? <Empty icon="check-c" title={w.noKept} /> : <Rows rows={answer.kept} />
          }
        </Shown>
      </Card>
    </>
  )
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const w = useWords(officeWords)
  const language = useLanguage()
  const [chosen, choose] = useState<{ row: Row; decision: 'accepted' | 'refused' }>()
  const nameOf = (row: Row) => row.entry || w.unknownEntry
  const columns: Column<Row>[] = [
    {
      key: 'who',
      title: w.who,
      cell: (row) => (
        <>
          <b className="semi">{nameOf(row)}</b>
          <span className="sub">{[row.hamlet?.name, row.drive?.[language]].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    {
      key: 'device',
      title: w.device,
      width: '220px',
      cell: (row) => (
        <>
          {w[row.reason]}
          <span className="sub">{w.broughtBy(row.device, row.person)}</span>
        </>
      ),
    },
    {
      key: 'signed',
      title: w.signedAt,
      width: '170px',
      cell: (row) => (
        <>
          {showInstant(row.at)}
          <span className="sub">{w.cameAt(showInstant(row.keptAt))}</span>
        </>
      ),
    },
    {
      key: 'says',
      title: w.says,
      width: '170px',
      cell: (row) =>
        row.kind === 'unsigned' ? (
          <Unsigned row={row} />
        ) : row.ink ? (
          <InkImage ink={row.ink} label={`${w.ink}: ${nameOf(row)}`} />
        ) : (
          '—'
        ),
    },
    {
      key: 'deeds',
      title: w.deeds,
      hiddenTitle: true,
      fold: false,
      width: '220px',
      cell: (row) => (
        <span className="deeds">
          <Button
            small
            main
            aria-label={keptWords(w, row.kind).accept(nameOf(row))}
            onClick={() => choose({ row, decision: 'accepted' })}
          >
            {w.accept}
          </Button>
          <Button
            small
            aria-label={keptWords(w, row.kind).refuse(nameOf(row))}
            onClick={() => choose({ row, decision: 'refused' })}
          >
            {w.refuse}
          </Button>
        </span>
      ),
    },
  ]
  return (
    <>
      <Table label={w.keptTitle} columns={columns} rows={rows} rowKey={(row) => row.id} />
      {chosen && <KeptDialog {...chosen} name={nameOf(chosen.row)} onClose={() => choose(undefined)} />}
    </>
  )
}

function Unsigned({ row: { note } }: { row: Row }) {
  const w = useWords(officeWords)
  const language = useLanguage()
  if (!note)
    return (
      <>
        {w.notSigned}
        <span className="sub">{w.reasonBelow}</span>
      </>
    )
  return (
    <>
      {note.reason ? w.notSignedFor(unsignedNames[note.reason][language]) : w.noteTaken}
      {note.visitAgainOn && <span className="sub">{w.visitAgain(showDay(note.visitAgainOn))}</span>}
    </>
  )
}
