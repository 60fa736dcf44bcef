// The imports of a commune so far: when, by whom, how each ended. What was in them is shown only to whoever sent them.

import { Card } from '../../../../platform/web/components/card.tsx'
import { Empty } from '../../../../platform/web/components/states.tsx'
import { Status, type StatusKind } from '../../../../platform/web/components/status.tsx'
import { type Column, Table } from '../../../../platform/web/components/table.tsx'
import { showDay, showInstant, showNumber } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { Go, useGo } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import type { PersonList } from '../../contract.ts'
import { listWords } from './words.ts'

const kinds: Record<PersonList['state'], StatusKind> = {
  draft: 'unknown',
  checked: 'unknown',
  running: 'soon',
  done: 'done',
  cancelled: 'outside',
  undone: 'outside',
}

export function ListState({ state }: Pick<PersonList, 'state'>) {
  const w = useWords(listWords)
  return <Status kind={kinds[state]}>{w[`state_${state}`]}</Status>
}

export function ListHistory({ communeId, rows }: { communeId: string; rows: readonly PersonList[] }) {
  const w = useWords(listWords)
  const language = useLanguage()
  const go = useGo()
  const addressOf = (row: PersonList) => `/files/lists/${communeId}/${row.id}`
  const columns: Column<PersonList>[] = [
    {
      key: 'list',
      title: w.list,
      cell: (row) => (
        <>
          <Go className="job" to={addressOf(row)}>
            {row.plan?.source ?? w.sealedList}
          </Go>
          <span className="sub">
            {row.rows > 0 && w.listOf(showNumber(row.rows, language))}
            {row.plan && ` · ${showDay(row.plan.asOf)}`}
          </span>
        </>
      ),
    },
    {
      key: 'outcome',
      title: w.outcome,
      width: '260px',
      cell: (row) => (
        <>
          <ListState state={row.state} />
          {row.counts.entered > 0 && (
            <span className="sub">
              {w.entered}: {showNumber(row.counts.entered, language)}
            </span>
          )}
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
        <Empty icon="upload" title={w.noHistory} />
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
