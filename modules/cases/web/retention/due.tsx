// What is due in the keeping of files of a commune: requests with their deadlines, what two people decide, what is held, what
// is restricted, and who was erased.

import '../files/files.css'
import './retention.css'
import { useState } from 'react'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../../platform/web/components/states.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { ListDue } from '../../contract.ts'
import { useCommunes } from '../files/communes.ts'
import { FindForm, type Found } from '../files/find.tsx'
import { OfCommune } from '../files/of-commune.tsx'
import { FileRows } from '../files/rows.tsx'
import { SealedHead } from '../files/sealed-head.tsx'
import { filesWords } from '../files/words.ts'
import { DecideDialog } from './decide-dialog.tsx'
import { DueFiles, HeldFiles, OpenRequests, Proposals, RestrictedFiles } from './due-tables.tsx'
import { ErasedPersons } from './erased-table.tsx'
import { ProposeDialog } from './propose-dialog.tsx'
import { dueWords } from './words.ts'

export type Due = OutputOf<typeof ListDue>

export default function DuePage() {
  const w = useWords(dueWords)
  const communes = useCommunes('cases.record')
  const { chosen } = communes
  return (
    <>
      <SealedHead title={w.title} commune={chosen} inFiles />
      <OfCommune communes={communes}>{(commune) => <OfOne key={commune.id} communeId={commune.id} />}</OfCommune>
    </>
  )
}

function OfOne({ communeId }: { communeId: string }) {
  const w = useWords(dueWords)
  const read = useAnswer(ListDue, { communeId })
  const [deciding, setDeciding] = useState<string>()
  const [proposing, setProposing] = useState<string>()
  return (
    <div className="stack">
      <Note icon="sealed" tone="sealed">
        {w.why}
      </Note>
      <Shown from={read} lines={8}>
        {(due) => (
          <div className="stack">
            <OpenRequests due={due} communeId={communeId} />
            <Proposals due={due} communeId={communeId} onDecide={setDeciding} />
            <DueFiles due={due} communeId={communeId} onPropose={setProposing} />
            <HeldFiles due={due} communeId={communeId} />
            <RestrictedFiles due={due} communeId={communeId} />
            <FindRestricted communeId={communeId} />
            <ErasedPersons due={due} communeId={communeId} />
          </div>
        )}
      </Shown>
      {deciding && <DecideDialog communeId={communeId} erasureId={deciding} onClose={() => setDeciding(undefined)} />}
      {proposing && <ProposeDialog communeId={communeId} fileId={proposing} onClose={() => setProposing(undefined)} />}
    </div>
  )
}

/** A person comes and asks: their file is in no list any more, and is found here, by name or number. */
function FindRestricted({ communeId }: { communeId: string }) {
  const w = useWords(dueWords)
  const files = useWords(filesWords)
  const [found, setFound] = useState<Found>()
  const count = found?.rows.length ?? 0
  return (
    <Card title={w.findRestricted} icon="search">
      <p className="keep-note">{w.findRestrictedWhy}</p>
      <FindForm communeId={communeId} among="restricted" onFound={setFound} />
      {found && count > 0 && <FileRows {...found} communeId={communeId} label={files.found(count)} />}
      {found && count === 0 && <Empty icon="search" title={files.found(0)} />}
    </Card>
  )
}
