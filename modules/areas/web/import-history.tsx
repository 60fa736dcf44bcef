// The imports so far: how each ended, what it changed, and the rows that were wrong.

import { useState } from 'react'
import { ask } from '../../../platform/web/call.ts'
import { Button, LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Empty } from '../../../platform/web/components/states.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { Table } from '../../../platform/web/components/table.tsx'
import { csvOf, download } from '../../../platform/web/csv.ts'
import { showInstant, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import { ListImportErrors } from '../contract.ts'
import type { ImportRow } from './import-progress.tsx'
import { importWords } from './import-words.ts'

export function ImportHistory({ rows }: { rows: readonly ImportRow[] }) {
  const w = useWords(importWords)
  if (rows.length === 0)
    return (
      <Card title={w.history}>
        <Empty icon="upload" title={w.noHistory}>
          {w.noHistoryWhy}
        </Empty>
      </Card>
    )
  const refused = rows.find((row) => row.state === 'refused')
  return (
    <div className="col">
      <Card title={w.history}>
        <Table
          label={w.history}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: 'when', title: w.when, cell: (row) => showInstant(row.startedAt) },
            { key: 'files', title: w.what, cell: (row) => row.files.map((file) => file.name).join(', ') },
            { key: 'outcome', title: w.outcome, cell: (row) => <Outcome row={row} /> },
          ]}
        />
      </Card>
      {refused && rows[0] === refused && <Errors row={refused} />}
    </div>
  )
}

function Outcome({ row }: { row: ImportRow }) {
  const w = useWords(importWords)
  const language = useLanguage()
  const counted = (count: ImportRow['units']) =>
    count &&
    w.counts(
      ...([count.added, count.changed, count.unchanged].map((n) => showNumber(n, language)) as [
        string,
        string,
        string,
      ]),
    )
  const state = row.state === 'done' && row.dryRun ? w.state_checked : w[`state_${row.state}`]
  const kind = row.state === 'done' ? 'done' : row.state === 'cancelled' ? 'ontime' : 'late'
  return (
    <>
      <Status kind={kind}>{state}</Status>
      {row.errorCount > 0 && <span className="sub">{w.errors(showNumber(row.errorCount, language))}</span>}
      {row.units && (
        <span className="sub">
          {w.unitCount}: {counted(row.units)}
        </span>
      )}
      {row.successions && (
        <span className="sub">
          {w.successionCount}: {counted(row.successions)}
        </span>
      )}
      {row.state === 'done' && !row.dryRun && (
        <LinkButton small quiet to="/areas">
          {w.openResult}
        </LinkButton>
      )}
    </>
  )
}

function Errors({ row }: { row: ImportRow }) {
  const w = useWords(importWords)
  const language = useLanguage()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    try {
      const { rows } = await ask(ListImportErrors, { importId: row.id })
      const header = ['file', 'row', 'column', 'code', 'message_vi', 'message_en']
      const cells = rows.map((error) => [error.file, String(error.row), error.column, error.code, error.vi, error.en])
      download('areas-errors.csv', csvOf([header, ...cells]))
    } catch (fault) {
      say({ text: fault instanceof Error ? fault.message : String(fault), bad: true })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card
      title={w.errorsTitle}
      beside={
        <Tag>
          {row.errors.length < row.errorCount
            ? w.errorsFirst(row.errors.length, showNumber(row.errorCount, language))
            : w.errors(showNumber(row.errorCount, language))}
        </Tag>
      }
      end={
        <Button small quiet icon="download" busy={busy} onClick={() => void save()}>
          {w.downloadErrors}
        </Button>
      }
    >
      <Table
        label={w.errorsTitle}
        rows={row.errors}
        rowKey={(error) => `${error.file} ${error.row} ${error.column} ${error.code}`}
        columns={[
          { key: 'file', title: w.file, cell: (error) => error.file },
          { key: 'row', title: w.row, align: 'right', cell: (error) => error.row },
          { key: 'column', title: w.column, cell: (error) => error.column },
          { key: 'message', title: w.message, cell: (error) => error[language] },
        ]}
      />
    </Card>
  )
}
