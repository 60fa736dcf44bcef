// The imports so far: which file, by whom, how each ended; each opens with its rows to mend and its way back.

import { Card } from '../../../../platform/web/components/card.tsx'
import { Empty } from '../../../../platform/web/components/states.tsx'
import { Status, type StatusKind } from '../../../../platform/web/components/status.tsx'
import { type Column, Table } from '../../../../platform/web/components/table.tsx'
import { showDay, showInstant, showNumber } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { Go, useGo } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import type { ImportRow } from './draft.ts'
import { importWords } from './words.ts'

const kinds: Record<ImportRow['state'], StatusKind> = {
  draft: 'unknown',
  waiting: 'ontime',
  running: 'ontime',
  done: 'done',
  refused: 'late',
  cancelled: 'outside',
  interrupted: 'late',
  failed: 'late',
  undone: 'outside',
}

export function ImportState({ row }: { row: ImportRow }) {
  const w = useWords(importWords)
  const checked = row.state === 'done' && row.dryRun
  return (
    <Status kind={checked ? 'unknown' : kinds[row.state]}>{checked ? w.state_checked : w[`state_${row.state}`]}</Status>
  )
}

export function ImportHistory({ rows }: { rows: readonly ImportRow[] }) {
  const w = useWords(importWords)
  const language = useLanguage()
  const go = useGo()
  const addressOf = (row: ImportRow) => `/rosters/${row.areaId}/import/${row.id}`
  const columns: Column<ImportRow>[] = [
    {
      key: 'what',
      title: w.what,
      cell: (row) => (
        <>
          <Go className="job" to={addressOf(row)}>
            {row.fileName}
          </Go>
          {row.plan && (
            <span className="sub">
              {row.plan.group[language]} · {showDay(row.plan.asOf)} · {row.plan.source}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'outcome',
      title: w.outcome,
      width: '300px',
      cell: (row) => (
        <>
          <ImportState row={row} />
          {row.rowsGood + row.rowsBad > 0 && (
            <span className="sub">
              {w.goodBad(showNumber(row.rowsGood, language), showNumber(row.rowsBad, language))}
            </span>
          )}
          {row.refusal && <span className="sub">{row.refusal[language]}</span>}
        </>
      ),
    },
    {
      key: 'when',
      title: w.when,
      width: '190px',
      cell: (row) => (
        <>
          {showInstant(row.startedAt)}
          <span className="sub">{row.startedBy}</span>
        </>
      ),
    },
  ]
  return (
    <Card title={w.history}>
      {rows.length === 0 ? (
        <Empty icon="upload" title={w.noHistory}>
          {w.noHistoryWhy}
        </Empty>
      ) : (
        <Table
          label={w.history}
          rows={rows}
          rowKey={(row) => row.id}
          columns={columns}
          onOpen={(row) => go(addressOf(row))}
        />
      )}
    </Card>
  )
}
