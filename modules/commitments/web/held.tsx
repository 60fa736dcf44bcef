// Signatures of a commune that came but could not simply count: each with its reason, to be accepted or refused by a person.

import './commitments.css'
import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Listed } from '../../../platform/web/components/listed.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { ReasonDialog } from '../../../platform/web/components/reason-dialog.tsx'
import { Empty } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showInstant } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { usePages } from '../../../platform/web/pages.ts'
import { useParam } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { DecideHeld, ListHeld, ShowDrive, signingReasons } from '../contract.ts'
import { followingWords } from './following-words.ts'
import { InkImage } from './ink-image.tsx'
import { commitmentWords } from './words.ts'

type First = OutputOf<typeof ListHeld>
type Row = First['rows'][number]

export default function HeldPage() {
  const [w, words] = [useWords(followingWords), useWords(commitmentWords)]
  const language = useLanguage()
  const { on } = useView()
  const [driveId, communeId] = [useParam('driveId'), useParam('areaId')]
  const drive = useAnswer(ShowDrive, { id: driveId, on })
  const pages = usePages(
    ListHeld,
    { driveId, communeId, limit: 50 },
    { rows: (answer: First) => answer.rows, next: (answer: First) => answer.next },
  )
  const driveName = drive.answer?.name[language] ?? words.drive
  return (
    <>
      <PageHead
        title={w.heldTitle}
        crumbs={[
          { label: words.title, to: '/commitments' },
          { label: driveName, to: `/commitments/${driveId}?tab=follow` },
          { label: w.heldTitle },
        ]}
      />
      <Card>
        <Listed from={pages} lines={5} empty={<Empty icon="check-c" title={w.noHeld} />}>
          <Rows rows={pages.rows} communeId={communeId} onEnd={pages.askMore} />
        </Listed>
      </Card>
    </>
  )
}

function Rows({ rows, communeId, onEnd }: { rows: readonly Row[]; communeId: string; onEnd: () => void }) {
  const [w, words] = [useWords(followingWords), useWords(commitmentWords)]
  const language = useLanguage()
  const decide = useCommand(DecideHeld)
  const [chosen, choose] = useState<{ row: Row; decision: 'accepted' | 'refused' }>()
  const columns: Column<Row>[] = [
    {
      key: 'name',
      title: words.name,
      cell: (row) => (
        <>
          <b className="semi">{row.name}</b>
          <span className="sub">
            {signingReasons[row.reason as keyof typeof signingReasons]?.[language] ?? row.reason}
          </span>
        </>
      ),
    },
    {
      key: 'signed',
      title: w.signedAt,
      width: '230px',
      cell: (row) => (
        <>
          {showInstant(row.signedAt)} <span className="muted">{words[row.way]}</span>
          {row.typedName && <span className="sub">{w.typedName(row.typedName)}</span>}
          {row.heldBy && <span className="sub">{w.bringer(row.heldBy, showInstant(row.heldAt))}</span>}
        </>
      ),
    },
    {
      key: 'ink',
      title: w.pad,
      width: '120px',
      cell: (row) => (row.ink ? <InkImage ink={row.ink} label={`${w.pad}: ${row.name}`} /> : '—'),
    },
    {
      key: 'deeds',
      title: w.decideOn(''),
      hiddenTitle: true,
      fold: false,
      width: '220px',
      cell: (row) => (
        <span className="deeds">
          <Button
            small
            main
            aria-label={`${w.accept}: ${row.name}`}
            onClick={() => choose({ row, decision: 'accepted' })}
          >
            {w.accept}
          </Button>
          <Button small aria-label={`${w.refuse}: ${row.name}`} onClick={() => choose({ row, decision: 'refused' })}>
            {w.refuse}
          </Button>
        </span>
      ),
    },
  ]
  const accepting = chosen?.decision === 'accepted'
  return (
    <>
      <Table label={w.heldTitle} columns={columns} rows={rows} rowKey={(row) => row.id} onEnd={onEnd} />
      {chosen && (
        <ReasonDialog
          title={`${accepting ? w.acceptTitle : w.refuseTitle}: ${chosen.row.name}`}
          why={accepting ? w.acceptWhy : w.refuseWhy}
          label={w.note}
          field="note"
          optional
          deed={accepting ? w.accept : w.refuse}
          done={w.decided}
          sending={decide}
          send={(note) => decide.send({ communeId, id: chosen.row.id, decision: chosen.decision, note })}
          onClose={() => choose(undefined)}
        />
      )}
    </>
  )
}
