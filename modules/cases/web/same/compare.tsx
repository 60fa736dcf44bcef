// Two files beside each other: opened together for one purpose, then compared, merged, or said to be of two people.

import './same.css'
import '../file/file.css'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Note, PageHead } from '../../../../platform/web/components/page.tsx'
import { Shown } from '../../../../platform/web/components/states.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import { showInstant } from '../../../../platform/web/format.ts'
import type { Problem } from '../../../../platform/web/problem.ts'
import { useParam } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { OpenFile, type PurposeId, ReadFile } from '../../contract.ts'
import { PurposeForm } from '../file/gate.tsx'
import { useOpening } from '../file/opening.ts'
import { PurposeBar, Watermark } from '../file/purpose-bar.tsx'
import { fileWords } from '../file/words.ts'
import { filesWords } from '../files/words.ts'
import { Beside } from './beside.tsx'
import { sameWords } from './words.ts'

export default function ComparePage() {
  const [communeId, fileId, otherId] = [useParam('communeId'), useParam('fileId'), useParam('otherFileId')]
  return <Compare key={`${fileId} ${otherId}`} {...{ communeId, fileId, otherId }} />
}

type Props = { communeId: string; fileId: string; otherId: string }

function Compare({ communeId, fileId, otherId }: Props) {
  const [w, f, o] = [useWords(sameWords), useWords(filesWords), useWords(fileWords)]
  const one = useOpening(communeId, fileId)
  const other = useOpening(communeId, otherId)
  const closeBoth = () => {
    if (one.opening) void one.close(one.opening.id, 'closed')
    if (other.opening) void other.close(other.opening.id, 'closed')
  }
  const head = (
    <PageHead
      title={w.compareTitle}
      crumbs={[
        { label: f.title, to: '/files' },
        { label: w.title, to: `/files/pairs?commune=${communeId}` },
        { label: w.compareTitle },
      ]}
      facts={<Status kind="sealed">{f.sealed}</Status>}
    />
  )
  if (!one.opening || !other.opening)
    return (
      <>
        {head}
        <div className="stack">
          <Note icon="sealed" tone="sealed">
            {w.openBoth} {(one.ended ?? other.ended) && o.timeOver}
          </Note>
          <OpenBoth {...{ communeId, fileId, otherId }} one={one} other={other} />
        </div>
      </>
    )
  return (
    <div className="case">
      <PurposeBar opening={one.opening} openedAt={undefined} onClose={closeBoth} onOtherPurpose={closeBoth} />
      <div className="same-body">
        {head}
        <Both
          {...{ communeId, fileId, otherId }}
          openings={[one.opening.id, other.opening.id]}
          onMerged={(goneId) => (goneId === fileId ? one : other).end(undefined)}
        />
      </div>
    </div>
  )
}

type Held = ReturnType<typeof useOpening>

/** What is open already stays so; the purpose is said once for what is not. */
function OpenBoth({ communeId, fileId, otherId, one, other }: Props & { one: Held; other: Held }) {
  const open = useCommand(OpenFile)
  const [problem, setProblem] = useState<Problem>()
  const send = async (purpose: PurposeId, ground: string) => {
    for (const [id, held] of [
      [fileId, one],
      [otherId, other],
    ] as const) {
      if (held.opening) continue
      const sent = await open.send({ communeId, fileId: id, id: uuidv7(), purpose, ground })
      if (!sent.ok) return setProblem(sent.problem)
      held.begin({ ...sent.answer, purpose })
    }
  }
  return (
    <PurposeForm onSend={(purpose, ground) => void send(purpose, ground)} sending={open.sending} problem={problem} />
  )
}

function Both({
  communeId,
  fileId,
  otherId,
  openings: [oneOpening, otherOpening],
  onMerged,
}: Props & { openings: [string, string]; onMerged: (goneId: string) => void }) {
  const o = useWords(fileWords)
  const one = useAnswer(ReadFile, { communeId, fileId, openingId: oneOpening })
  const other = useAnswer(ReadFile, { communeId, fileId: otherId, openingId: otherOpening })
  return (
    <>
      {one.answer && <Watermark reader={one.answer.reader} at={o.readAt(showInstant(one.asOf ?? new Date()))} />}
      <Shown from={one} lines={8}>
        {(first) => (
          <Shown from={other} lines={8}>
            {(second) => (
              <Beside
                communeId={communeId}
                files={[
                  { file: first, openingId: oneOpening },
                  { file: second, openingId: otherOpening },
                ]}
                onMerged={onMerged}
              />
            )}
          </Shown>
        )}
      </Shown>
    </>
  )
}
