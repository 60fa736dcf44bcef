// The first screen of an import: choose or drop the file, which is sent at once, and every import so far.

import './import.css'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { FileField } from '../../../../platform/web/components/file-field.tsx'
import { Note, PageHead } from '../../../../platform/web/components/page.tsx'
import { LongWork, Shown } from '../../../../platform/web/components/states.tsx'
import { showNumber } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { mayTryAgain } from '../../../../platform/web/problem.ts'
import { useGo, useParam, useSearch } from '../../../../platform/web/route.tsx'
import { useView } from '../../../../platform/web/view.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { ListRosterImports, ShowRosterImport } from '../../contract/import.ts'
import { rosterWords } from '../words.ts'
import { ImportHistory } from './history.tsx'
import { tooLarge, useUpload } from './upload.ts'
import { importWords } from './words.ts'

const underWay = (state: string): boolean => state === 'waiting' || state === 'running'

export default function StartImport() {
  const [w, r] = [useWords(importWords), useWords(rosterWords)]
  const { on } = useView()
  const areaId = useParam('areaId')
  const mends = useSearch().get('mends')
  const [watching, watch] = useState(false)
  const imports = useAnswer(ListRosterImports, { areaId, on }, { keep: true, everySeconds: watching ? 2 : 20 })
  const running = imports.answer?.rows.some(({ state }) => underWay(state)) ?? false
  if (running !== watching) watch(running)
  const area = imports.answer?.area
  return (
    <>
      <PageHead
        title={w.title}
        crumbs={[
          { label: r.commitments, to: '/commitments' },
          { label: area ? r.of(area.name) : r.title, to: `/rosters/${areaId}` },
          { label: w.title },
        ]}
      />
      <Shown from={imports} lines={6}>
        {({ rows }) => (
          <div className="stack">
            <SendFile areaId={areaId} mends={mends} />
            <ImportHistory rows={rows} />
          </div>
        )}
      </Shown>
    </>
  )
}

function SendFile({ areaId, mends }: { areaId: string; mends: string | undefined }) {
  const w = useWords(importWords)
  const language = useLanguage()
  const go = useGo()
  const upload = useUpload(areaId)
  const [chosen, choose] = useState<{ file: File; importId: string }>()
  const [large, setLarge] = useState<string>()
  const mended = useAnswer(ShowRosterImport, { importId: mends ?? '' }, { when: Boolean(mends) })
  const begin = async (taken: { file: File; importId: string }) => {
    if (await upload.start(taken.file, taken.importId))
      go(`/rosters/${areaId}/import/${taken.importId}${mends ? `?mends=${mends}` : ''}`)
  }
  const take = ([file]: File[]) => {
    upload.clear()
    setLarge(file && tooLarge(file))
    const taken = file && { file, importId: uuidv7() }
    choose(taken)
    if (taken && !tooLarge(taken.file)) void begin(taken)
  }
  const { sent, problem } = upload
  const megabytes = (bytes: number) => showNumber(bytes / 1024 / 1024, language, 1)
  return (
    <Card padded>
      {mended.answer && <Note>{w.mendedOf(mended.answer.fileName)}</Note>}
      {sent !== undefined && chosen ? (
        <LongWork
          icon="upload"
          title={`${w.sending}: ${chosen.file.name}`}
          share={sent / Math.max(1, chosen.file.size)}
          done={w.sentSoFar(megabytes(sent), megabytes(chosen.file.size))}
          onCancel={upload.stop}
        />
      ) : (
        <FileField
          label={w.file}
          reason={w.fileWhy}
          files={chosen && (problem ?? large) ? [chosen.file] : []}
          onChange={take}
          // An old .xls is let through so that it is told how to be saved.
          kinds={['.xlsx', '.csv', '.txt', '.xls']}
          megabytes={Number.POSITIVE_INFINITY}
          problem={large ?? problem?.title}
        />
      )}
      {problem?.detail && <p className="t14 muted">{problem.detail}</p>}
      {problem && chosen && mayTryAgain(problem) && (
        <Button icon="again" onClick={() => void begin(chosen)}>
          {w.goOn}
        </Button>
      )}
    </Card>
  )
}
