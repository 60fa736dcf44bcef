// The import screen: two files in, progress while it runs, cancel, and each import with its end and its row errors.

import './import.css'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { FileField } from '../../../platform/web/components/file-field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Refused, Shown } from '../../../platform/web/components/states.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListImports, StartImport, UploadImportFile } from '../contract.ts'
import { ImportHistory } from './import-history.tsx'
import { ImportProgress } from './import-progress.tsx'
import { importWords } from './import-words.ts'

const underWay = (state: string): boolean => state === 'waiting' || state === 'running'

export default function Import() {
  const w = useWords(importWords)
  const [watching, setWatching] = useState(false)
  const imports = useAnswer(ListImports, {}, { keep: true, everySeconds: watching ? 1 : 15 })
  const running = imports.answer?.rows.filter((row) => underWay(row.state)) ?? []
  if (running.length > 0 !== watching) setWatching(running.length > 0)
  const locked = imports.problem?.status === 403
  return (
    <>
      <PageHead title={w.title} crumbs={[{ label: w.areas, to: '/areas' }, { label: w.title }]} />
      {locked && imports.problem ? (
        <Card>
          <Refused problem={{ ...imports.problem, detail: w.notAllowed }} />
        </Card>
      ) : (
        <div className="stack">
          {running.map((row) => (
            <ImportProgress key={row.id} row={row} />
          ))}
          <div className="two">
            <UploadCard />
            <Shown from={imports} lines={5}>
              {(answer) => <ImportHistory rows={answer.rows.filter((row) => !underWay(row.state))} />}
            </Shown>
          </div>
        </div>
      )}
    </>
  )
}

function UploadCard() {
  const w = useWords(importWords)
  const [units, setUnits] = useState<File[]>([])
  const [successions, setSuccessions] = useState<File[]>([])
  const [missing, setMissing] = useState(false)
  const [refused, setRefused] = useState<'units' | 'successions'>()
  const [importId, setImportId] = useState(() => uuidv7())
  const upload = useCommand(UploadImportFile)
  const start = useCommand(StartImport)
  const run = async (dryRun: boolean) => {
    const files = [
      ...units.map((file) => ({ part: 'units' as const, file })),
      ...successions.map((file) => ({ part: 'successions' as const, file })),
    ]
    setMissing(files.length === 0)
    setRefused(undefined)
    if (files.length === 0) return
    for (const { part, file } of files) {
      const sent = await upload.send({ importId, part, name: file.name }, file)
      if (!sent.ok) return setRefused(part)
    }
    const started = await start.send({ importId, dryRun })
    // A check leaves the files chosen, so that the import itself is one more press.
    if (!started.ok) return
    setImportId(uuidv7())
    if (dryRun) return
    setUnits([])
    setSuccessions([])
  }
  const busy = upload.sending || start.sending
  const wrong = (part: 'units' | 'successions') => (refused === part ? upload.problem?.title : undefined)
  return (
    <Card title={w.files} padded>
      <p className="t14 muted import-why">{w.why}</p>
      <Form
        onSend={() => void run(false)}
        send={w.run}
        sending={busy}
        problem={upload.problem ?? start.problem}
        others={
          <Button busy={busy} onClick={() => void run(true)}>
            {w.check}
          </Button>
        }
      >
        <FileField
          label={w.units}
          reason={w.unitsWhy}
          files={units}
          onChange={setUnits}
          kinds={['.csv', '.txt']}
          megabytes={32}
          problem={missing ? w.choose : wrong('units')}
          optional
        />
        <FileField
          label={w.successions}
          reason={w.successionsWhy}
          files={successions}
          onChange={setSuccessions}
          kinds={['.csv', '.txt']}
          megabytes={32}
          problem={wrong('successions')}
          optional
        />
      </Form>
    </Card>
  )
}
