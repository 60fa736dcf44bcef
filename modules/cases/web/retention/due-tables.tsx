// The tables of what is due, one matter each. Where nothing is due nothing is drawn, but for what one looks for.

import type { ReactNode } from 'react'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { useConfirm } from '../../../../platform/web/components/confirm.tsx'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { Empty } from '../../../../platform/web/components/states.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import { type Column, Table } from '../../../../platform/web/components/table.tsx'
import { showDay, showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { Go } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { dayOf } from '../../../../rules/law/moment.ts'
import { requestKinds } from '../../../../rules/retention/requests.ts'
import { EndHold, erasureGrounds } from '../../contract.ts'
import { leftWords, momentOfInstant, pressingOf, untilWords, useNow } from '../left.ts'
import type { Due } from './due.tsx'
import { dueWords, retentionWords } from './words.ts'

type Props = { due: Due; communeId: string }
type Named = { fileId: string; number: string; name: string; demo: boolean }

const dayShown = (instant: string): string => showDay(dayOf(momentOfInstant(instant)))

/** The first column of each: the number, which leads to the file, and the masked name. */
function useFileColumn<Row extends Named>(communeId: string): Column<Row> {
  const w = useWords(dueWords)
  return {
    key: 'file',
    title: w.file,
    width: '30%',
    cell: ({ fileId, number, name, demo }) => (
      <>
        <Go className="job num" to={`/files/${communeId}/${fileId}`}>
          {number}
        </Go>
        <span className="sub">
          {name} {demo && <Tag>{w.demo}</Tag>}
        </span>
      </>
    ),
  }
}

function Matter<Row>({
  title,
  none,
  rows,
  children,
}: {
  title: string
  none?: string
  rows: readonly Row[]
  children: ReactNode
}) {
  if (rows.length === 0 && !none) return null
  return (
    <Card title={title} beside={rows.length > 0 && <Tag>{rows.length}</Tag>}>
      {rows.length > 0 ? children : <Empty icon="check-c" title={none ?? ''} />}
    </Card>
  )
}

export function OpenRequests({ due: { requests }, communeId }: Props) {
  const w = useWords(dueWords)
  const long = useWords(leftWords)
  const language = useLanguage()
  const now = momentOfInstant(useNow(60))
  const file = useFileColumn<Due['requests'][number]>(communeId)
  return (
    <Matter title={w.requests} none={w.noRequests} rows={requests}>
      <Table
        label={w.requests}
        rows={requests}
        rowKey={({ id }) => id}
        columns={[
          file,
          { key: 'what', title: w.what, cell: ({ kind }) => requestKinds[kind as keyof typeof requestKinds][language] },
          { key: 'received', title: w.received, width: '130px', cell: (row) => dayShown(row.receivedAt) },
          {
            key: 'due',
            title: w.answerBy,
            width: '210px',
            cell: ({ dueAt }) => (
              <>
                <Status kind={pressingOf(now, momentOfInstant(dueAt))}>
                  {untilWords(now, momentOfInstant(dueAt), long)}
                </Status>
                <span className="sub num">{showInstant(dueAt)}</span>
              </>
            ),
          },
        ]}
      />
    </Matter>
  )
}

export function Proposals({ due, communeId, onDecide }: Props & { onDecide: (erasureId: string) => void }) {
  const w = useWords(dueWords)
  const language = useLanguage()
  const rows = due.files.flatMap(({ proposal, ...row }) => (proposal ? [{ ...row, proposal }] : []))
  const file = useFileColumn<(typeof rows)[number]>(communeId)
  return (
    <Matter title={w.proposals} rows={rows}>
      <Table
        label={w.proposals}
        rows={rows}
        rowKey={({ proposal }) => proposal.id}
        columns={[
          file,
          { key: 'ground', title: w.ground, cell: ({ proposal }) => erasureGrounds[proposal.ground][language] },
          {
            key: 'by',
            title: w.proposedBy,
            cell: ({ proposal }) => (
              <>
                {proposal.proposedBy}
                <span className="sub num">{dayShown(proposal.proposedAt)}</span>
              </>
            ),
          },
          {
            key: 'deed',
            title: w.decide,
            hiddenTitle: true,
            fold: false,
            width: '190px',
            cell: ({ proposal }) =>
              due.may.decide && !proposal.mine ? (
                <Button small icon="stamp" onClick={() => onDecide(proposal.id)}>
                  {w.decide}
                </Button>
              ) : (
                <span className="muted">{due.may.decide ? w.somebodyElse : w.headDecides}</span>
              ),
          },
        ]}
      />
    </Matter>
  )
}

export function DueFiles({ due, communeId, onPropose }: Props & { onPropose: (fileId: string) => void }) {
  const w = useWords(dueWords)
  const rows = due.files.filter(({ retention, proposal }) => retention.stage === 'due' && !proposal)
  const file = useFileColumn<(typeof rows)[number]>(communeId)
  return (
    <Matter title={w.due} none={w.noDue} rows={rows}>
      <Table
        label={w.due}
        rows={rows}
        rowKey={({ fileId }) => fileId}
        columns={[
          file,
          {
            key: 'since',
            title: w.dueSince,
            cell: ({ retention }) => <Status kind="soon">{showDay(retention.dueFrom ?? '')}</Status>,
          },
          {
            key: 'deed',
            title: w.propose,
            hiddenTitle: true,
            fold: false,
            width: '190px',
            cell: ({ fileId }) => (
              <Button small icon="trash" onClick={() => onPropose(fileId)}>
                {w.propose}
              </Button>
            ),
          },
        ]}
      />
    </Matter>
  )
}

export function HeldFiles({ due: { holds, may }, communeId }: Props) {
  const w = useWords(dueWords)
  const keep = useWords(retentionWords)
  const ask = useConfirm()
  const end = useCommand(EndHold)
  const file = useFileColumn<Due['holds'][number]>(communeId)
  const stopHolding = async (holdId: string) => {
    const sure = await ask({ title: keep.endHold, text: keep.endHoldWhy, yes: keep.endHold, icon: 'lock' })
    if (sure && (await end.send({ communeId, holdId })).ok) say(keep.holdEnded)
  }
  return (
    <Matter title={w.holds} rows={holds}>
      <Table
        label={w.holds}
        rows={holds}
        rowKey={({ id }) => id}
        columns={[
          file,
          { key: 'from', title: w.from, cell: ({ from }) => showDay(from) },
          { key: 'until', title: w.until, cell: ({ until }) => (until ? showDay(until) : w.noEnd) },
          {
            key: 'deed',
            title: keep.endHold,
            hiddenTitle: true,
            fold: false,
            width: '190px',
            cell: ({ id }) =>
              may.decide && (
                <Button small onClick={() => void stopHolding(id)}>
                  {keep.endHold}
                </Button>
              ),
          },
        ]}
      />
    </Matter>
  )
}

export function RestrictedFiles({ due, communeId }: Props) {
  const w = useWords(dueWords)
  const rows = due.files.filter(({ retention }) => retention.stage === 'restricted')
  const file = useFileColumn<(typeof rows)[number]>(communeId)
  return (
    <Matter title={w.restricted} none={w.noRestricted} rows={rows}>
      <Table
        label={w.restricted}
        rows={rows}
        rowKey={({ fileId }) => fileId}
        columns={[
          file,
          { key: 'since', title: w.restrictedSince, cell: ({ retention }) => showDay(retention.restrictedFrom ?? '') },
          {
            key: 'due',
            title: w.erasedFrom,
            cell: ({ retention }) => (
              <>
                {showDay(retention.dueFrom ?? '')}
                {retention.held > 0 && <span className="sub">{w.heldNow}</span>}
              </>
            ),
          },
        ]}
      />
    </Matter>
  )
}
