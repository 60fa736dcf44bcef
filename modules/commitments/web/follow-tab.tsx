// What is still to be followed up: counts by commune, and the promises that bodies did not keep.

import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { ReasonDialog } from '../../../platform/web/components/reason-dialog.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { Go } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { CountFollowUp, ListBreaches, SettleBreach } from '../contract.ts'
import { followingWords } from './following-words.ts'

type Waiting = OutputOf<typeof CountFollowUp>['rows'][number]
type Breach = OutputOf<typeof ListBreaches>['rows'][number]

export function FollowTab({ driveId }: { driveId: string }) {
  const w = useWords(followingWords)
  const { on } = useView()
  const waiting = useAnswer(CountFollowUp, { driveId, on })
  const breaches = useAnswer(ListBreaches, { driveId })
  return (
    <div className="stack">
      <Card title={w.waits}>
        <Shown from={waiting} lines={4}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Empty icon="check-c" title={w.nothingWaits}>
                {w.nothingWaitsWhy}
              </Empty>
            ) : (
              <Counts driveId={driveId} rows={rows} />
            )
          }
        </Shown>
      </Card>
      <Card title={w.breachesTitle}>
        <Shown from={breaches} lines={3}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Empty icon="flag" title={w.noBreaches}>
                {w.noBreachesWhy}
              </Empty>
            ) : (
              <Breaches driveId={driveId} rows={rows} />
            )
          }
        </Shown>
      </Card>
    </div>
  )
}

function Counts({ driveId, rows }: { driveId: string; rows: readonly Waiting[] }) {
  const w = useWords(followingWords)
  const base = `/commitments/${driveId}/areas`
  const columns: Column<Waiting>[] = [
    { key: 'commune', title: w.commune, cell: (row) => row.name },
    {
      key: 'again',
      title: w.again,
      width: '200px',
      cell: (row) => (
        <>
          {row.again > 0 ? <Go to={`${base}/${row.communeId}?state=again`}>{row.again}</Go> : '0'}
          {row.due > 0 && <span className="sub">{w.due(row.due)}</span>}
        </>
      ),
    },
    {
      key: 'held',
      title: w.held,
      width: '160px',
      cell: (row) =>
        row.held > 0 && row.mayDecide ? <Go to={`${base}/${row.communeId}/held`}>{row.held}</Go> : row.held,
    },
    { key: 'breaches', title: w.breaches, width: '160px', cell: (row) => row.breaches },
  ]
  return <Table label={w.waits} columns={columns} rows={rows} rowKey={(row) => row.communeId} />
}

function Breaches({ driveId, rows }: { driveId: string; rows: readonly Breach[] }) {
  const w = useWords(followingWords)
  const [settling, settle] = useState<Breach>()
  const command = useCommand(SettleBreach)
  const columns: Column<Breach>[] = [
    {
      key: 'signer',
      title: w.signer,
      cell: (row) => (
        <>
          <Go className="job" to={`/commitments/${driveId}/communes/${row.communeId}/promises/${row.promiseId}`}>
            {row.signer}
          </Go>
          <span className="sub">{row.commune}</span>
        </>
      ),
    },
    {
      key: 'what',
      title: w.what,
      cell: (row) => (
        <>
          {showDay(row.happenedOn)}: {row.what}
          {row.followUp && <span className="sub">{row.followUp}</span>}
          {row.followUpBy && <span className="sub">{w.followUpUntil(showDay(row.followUpBy))}</span>}
        </>
      ),
    },
    {
      key: 'state',
      title: w.settledHow,
      width: '240px',
      cell: (row) =>
        row.settledOn ? (
          <>
            {w.settledOn(showDay(row.settledOn))}
            <span className="sub">{row.settledHow}</span>
          </>
        ) : (
          <>
            {row.daysLate > 0 && <Status kind="late">{w.followUpLate(row.daysLate)}</Status>}{' '}
            {row.mayDecide ? (
              <Button small onClick={() => settle(row)}>
                {w.settle}
              </Button>
            ) : (
              row.daysLate === 0 && w.open
            )}
          </>
        ),
    },
  ]
  return (
    <>
      <Table label={w.breachesTitle} columns={columns} rows={rows} rowKey={(row) => row.id} />
      {settling && (
        <ReasonDialog
          title={w.settle}
          why={`${settling.signer}: ${settling.what}`}
          label={w.settledHow}
          field="settledHow"
          deed={w.settle}
          done={w.settled}
          sending={command}
          send={(settledHow) =>
            command.send({ id: settling.id, communeId: settling.communeId, version: settling.version, settledHow })
          }
          onClose={() => settle(undefined)}
        />
      )}
    </>
  )
}
