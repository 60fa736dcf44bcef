// The paper of a drive in a commune: print for those who have not signed, send what came back, go on to confirm.

import './paper.css'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useParam } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ShowPaper } from '../contract.ts'
import { Follow } from './follow.tsx'
import { PrintCard } from './print-card.tsx'
import { ReadCard } from './read-card.tsx'
import { paperWords } from './words.ts'

export type Paper = OutputOf<typeof ShowPaper>

/** Whether something goes on in the background that is worth asking for again. */
const goesOn = (paper: Paper | undefined): boolean =>
  (paper?.readings ?? []).some(({ state }) => state === 'waiting' || state === 'running')

export default function PaperPage() {
  const w = useWords(paperWords)
  const language = useLanguage()
  const [driveId, communeId] = [useParam('driveId'), useParam('areaId')]
  const shown = useAnswer(ShowPaper, { driveId, communeId })
  const paper = shown.answer
  const waiting = (paper?.queued ?? 0) + (paper?.aside ?? 0)
  return (
    <>
      <PageHead
        title={paper ? w.of(paper.commune.name) : w.title}
        crumbs={[
          { label: w.commitments, to: '/commitments' },
          { label: paper?.drive.name[language] ?? w.drive, to: `/commitments/${driveId}` },
          { label: paper?.commune.name ?? w.entries, to: `/commitments/${driveId}/areas/${communeId}` },
          { label: w.title },
        ]}
        actions={
          waiting > 0 && (
            <LinkButton main icon="check-c" to={`/paper/${driveId}/areas/${communeId}/confirm`}>
              {w.confirmN(showNumber(waiting, language))}
            </LinkButton>
          )
        }
      />
      <Shown from={shown} lines={8}>
        {(answer) => (
          <div className="stack">
            {goesOn(answer) && <Follow driveId={driveId} communeId={communeId} />}
            {!answer.drive.open && <Note icon="lock">{w.notOpen}</Note>}
            <PrintCard paper={answer} onPrinted={shown.again} />
            <ReadCard paper={answer} />
          </div>
        )}
      </Shown>
    </>
  )
}
