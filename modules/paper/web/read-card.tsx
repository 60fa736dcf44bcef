// Reading: files are sent one by one, read in the background with progress, and every stack keeps its result.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { FileField } from '../../../platform/web/components/file-field.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Empty, LongWork } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showInstant, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go, useGo } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { CancelReading, largestFile, mostMegabytes, type ReadingRow, StartReading, UploadSheets } from '../contract.ts'
import type { Paper } from './paper.tsx'
import { paperWords } from './words.ts'

export function ReadCard({ paper }: { paper: Paper }) {
  const w = useWords(paperWords)
  const [upload, start, cancel] = [useCommand(UploadSheets), useCommand(StartReading), useCommand(CancelReading)]
  const [files, setFiles] = useState<File[]>([])
  const [sent, setSent] = useState<number>()
  const communeId = paper.commune.id
  const running = paper.readings.filter(({ state }) => state === 'waiting' || state === 'running')

  const tooMuch = files.reduce((sum, { size }) => sum + size, 0) > mostMegabytes * 1_048_576
  const read = async () => {
    const readingId = uuidv7()
    for (const [position, file] of files.entries()) {
      setSent(position)
      const place = { driveId: paper.drive.id, communeId, ...(paper.hamletId ? { hamletId: paper.hamletId } : {}) }
      const done = await upload.send({ readingId, ...place, name: file.name.slice(-200), position }, file)
      if (!done.ok) {
        setSent(undefined)
        return say({ text: `${file.name}: ${done.problem.title}`, bad: true })
      }
    }
    setSent(undefined)
    const begun = await start.send({ communeId, readingId })
    if (!begun.ok) return say({ text: begun.problem.title, bad: true })
    setFiles([])
  }
  return (
    <Card title={w.readTitle} icon="upload">
      <div className="card-b paper-send">
        <FileField
          label={w.files}
          reason={w.readWhy(mostMegabytes)}
          {...(tooMuch ? { problem: w.tooMuch(mostMegabytes) } : {})}
          files={files}
          onChange={setFiles}
          several
          megabytes={largestFile / 1_048_576}
        />
        {sent === undefined ? (
          <Button
            main={files.length > 0}
            icon="eye"
            disabled={files.length === 0 || tooMuch}
            onClick={() => void read()}
          >
            {files.length > 0 ? w.read(files.length) : w.readNothing}
          </Button>
        ) : (
          <LongWork icon="upload" title={w.sending(sent + 1, files.length)} share={sent / files.length} />
        )}
        {running.map((reading) => (
          <Running
            key={reading.id}
            reading={reading}
            onCancel={() => void cancel.send({ communeId, readingId: reading.id })}
          />
        ))}
      </div>
      <Readings paper={paper} />
    </Card>
  )
}

export function Running({
  reading,
  onCancel,
}: {
  reading: Pick<ReadingRow, 'state' | 'pagesDone' | 'pagesTotal'>
  onCancel?: () => void
}) {
  const w = useWords(paperWords)
  const language = useLanguage()
  const { pagesDone, pagesTotal } = reading
  const n = (count: number) => showNumber(count, language)
  return (
    <LongWork
      icon="eye"
      title={w.reading}
      {...(pagesTotal ? { share: pagesDone / pagesTotal, done: w.pages(n(pagesDone), n(pagesTotal)) } : {})}
      {...(reading.state === 'waiting' ? { left: w.waiting } : {})}
      {...(onCancel ? { onCancel } : {})}
    />
  )
}

function Readings({ paper }: { paper: Paper }) {
  const w = useWords(paperWords)
  const language = useLanguage()
  const go = useGo()
  const n = (count: number) => showNumber(count, language)
  const addressOf = ({ id }: ReadingRow) => `/paper/${paper.drive.id}/areas/${paper.commune.id}/readings/${id}`
  const over = paper.readings.filter(({ state }) => state === 'done' || state === 'cancelled')
  if (paper.readings.length === 0)
    return (
      <Empty icon="doc" title={w.noReadings}>
        {w.noReadingsWhy}
      </Empty>
    )
  if (over.length === 0) return null
  const columns: Column<ReadingRow>[] = [
    {
      key: 'stack',
      title: w.stack,
      cell: (reading) => (
        <>
          <Go className="job" to={addressOf(reading)} title={w.openResult}>
            {showInstant(reading.startedAt)}
          </Go>
          <span className="sub">
            {reading.startedBy} · {reading.files.slice(0, 2).join(', ')}
            {reading.files.length > 2 && w.moreFiles(reading.files.length - 2)}
          </span>
        </>
      ),
    },
    {
      key: 'result',
      title: w.result,
      width: '52%',
      cell: (reading) => (
        <span className="paper-counts">
          {reading.state === 'cancelled' && <span>{w.cancelled}</span>}
          {reading.queued > 0 && <b className="semi">{w.toConfirm(n(reading.queued))}</b>}
          {reading.recorded > 0 && <span>{w.recorded(n(reading.recorded))}</span>}
          {reading.unread > 0 && <span>{w.unreadN(n(reading.unread))}</span>}
        </span>
      ),
    },
  ]
  return (
    <Table
      label={w.readings}
      columns={columns}
      rows={over}
      rowKey={({ id }) => id}
      onOpen={(reading) => go(addressOf(reading))}
    />
  )
}
