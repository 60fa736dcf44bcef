// The head's view: the open files of each officer, and handing them over as a whole.

import '../files/files.css'
import './work.css'
import { useState } from 'react'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { unitTitle } from '../../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { Button, LinkButton } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { AsOf, Num, Tag } from '../../../../platform/web/components/marks.tsx'
import { PageHead } from '../../../../platform/web/components/page.tsx'
import { Shown } from '../../../../platform/web/components/states.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import { type Column, Table } from '../../../../platform/web/components/table.tsx'
import { showDay } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { ListOfficers } from '../../contract.ts'
import { useCommunes } from '../files/communes.ts'
import { OfCommune } from '../files/of-commune.tsx'
import { GiveDialog } from './give.tsx'
import { workWords } from './words.ts'

export type Officers = OutputOf<typeof ListOfficers>
export type OfficerRow = Officers['rows'][number]

export default function OfficersPage() {
  const w = useWords(workWords)
  const language = useLanguage()
  const communes = useCommunes('cases.assign')
  return (
    <>
      <PageHead
        title={w.officersTitle}
        crumbs={[{ label: w.title, to: '/work' }, { label: w.officersTitle }]}
        facts={communes.chosen && <Tag>{unitTitle(communes.chosen, language)}</Tag>}
        actions={
          <LinkButton icon="swap" to="/delegations">
            {w.delegations}
          </LinkButton>
        }
      />
      <OfCommune communes={communes}>{(commune) => <ByOfficer key={commune.id} communeId={commune.id} />}</OfCommune>
    </>
  )
}

function ByOfficer({ communeId }: { communeId: string }) {
  const w = useWords(workWords)
  const found = useAnswer(ListOfficers, { communeId })
  const [giving, setGiving] = useState<OfficerRow>()
  return (
    <div>
      <p className="muted work-why">
        {w.officersWhy} <AsOf at={found.asOf} />
      </p>
      <Card>
        <Shown from={found} lines={5}>
          {({ rows }) => <OfficerTable rows={rows} communeId={communeId} onGive={setGiving} />}
        </Shown>
      </Card>
      {giving && found.answer && (
        <GiveDialog
          row={giving}
          colleagues={found.answer.colleagues}
          communeId={communeId}
          onClose={() => setGiving(undefined)}
        />
      )}
    </div>
  )
}

function OfficerTable({
  rows,
  communeId,
  onGive,
}: {
  rows: readonly OfficerRow[]
  communeId: string
  onGive: (row: OfficerRow) => void
}) {
  const w = useWords(workWords)
  const nameOf = ({ officer }: OfficerRow) => officer?.name ?? w.noOfficer
  const workOf = ({ officer }: OfficerRow, due?: string) =>
    `/work?commune=${communeId}&officer=${officer?.id ?? 'none'}${due ? `&due=${due}` : ''}`
  const columns: Column<OfficerRow>[] = [
    { key: 'officer', title: w.officer, cell: (row) => <Who row={row} /> },
    {
      key: 'files',
      title: w.files,
      width: '130px',
      cell: (row) => (
        <Num to={row.files > 0 ? workOf(row) : undefined} label={w.workOf(row.files, nameOf(row))}>
          {row.files}
        </Num>
      ),
    },
    {
      key: 'late',
      title: w.late,
      width: '120px',
      cell: (row) =>
        row.late > 0 ? (
          <Status kind="late">
            <Num to={workOf(row, 'late')} label={w.lateOf(row.late, nameOf(row))}>
              {row.late}
            </Num>
          </Status>
        ) : (
          '0'
        ),
    },
    {
      key: 'soon',
      title: w.soon,
      width: '120px',
      cell: (row) => (row.soon > 0 ? <Status kind="soon">{row.soon}</Status> : '0'),
    },
    {
      key: 'inherited',
      title: w.takenOver,
      width: '190px',
      cell: (row) => (row.inherited > 0 ? w.takenOverLate(row.inherited, row.inheritedLate) : '0'),
    },
    {
      key: 'deed',
      title: w.give,
      hiddenTitle: true,
      fold: false,
      width: '140px',
      align: 'right',
      cell: (row) =>
        row.files > 0 && (
          <Button small icon="swap" onClick={() => onGive(row)}>
            {row.officer ? w.give : w.assign}
            <span className="sr"> {nameOf(row)}</span>
          </Button>
        ),
    },
  ]
  return (
    <Table
      label={w.officersTitle}
      columns={columns}
      rows={rows}
      rowKey={({ officer }) => officer?.id ?? 'none'}
      rowName={nameOf}
    />
  )
}

function Who({ row: { officer, serves, standIns } }: { row: OfficerRow }) {
  const w = useWords(workWords)
  if (!officer) return <Status kind="unknown">{w.noOfficer}</Status>
  return (
    <>
      <span className="semi">{officer.name}</span> {!serves && <Tag icon="alert">{w.notServing}</Tag>}
      {standIns.map(({ name, until }) => (
        <span key={name} className="sub work-stand">
          {w.standIn(name, showDay(until))}
        </span>
      ))}
    </>
  )
}
