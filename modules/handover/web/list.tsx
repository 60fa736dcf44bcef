// Hand-overs of a commune: what comes in, what is on its way, what was decided; the nearest end first.

import './hand-over.css'
import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { unitName, unitTitle } from '../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Chip, Chips } from '../../../platform/web/components/chip.tsx'
import { AsOf, Tag } from '../../../platform/web/components/marks.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showInstant } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useMayOpen } from '../../../platform/web/may-open.tsx'
import { Go, useGo, useSearch } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { type Commune, OfCommune, useCommunes } from '../../cases/web/public.tsx'
import { ListCommunesBefore, ListNotices, ListSendings, type SendingRow } from '../contract.ts'
import { Answered } from './answered.tsx'
import { CommunesBefore } from './before/list.tsx'
import { beforeWords } from './before/words.ts'
import { TakeDialog } from './far/take.tsx'
import { farWords } from './far/words.ts'
import { Notices } from './notices/list.tsx'
import { noticeWords } from './notices/words.ts'
import { useFormName } from './passing.tsx'
import { handOverWords } from './words.ts'

const shows = ['in', 'out', 'done'] as const
const everything = [...shows, 'notices', 'before'] as const

export default function HandOversPage() {
  const w = useWords(handOverWords)
  const language = useLanguage()
  const communes = useCommunes('cases.police')
  const { chosen } = communes
  return (
    <>
      <PageHead
        title={w.title}
        facts={
          <>
            <Status kind="sealed" />
            {chosen && <Tag>{unitTitle(chosen, language)}</Tag>}
          </>
        }
      />
      <OfCommune communes={communes}>
        {(commune) => <OfOne key={commune.id} commune={commune} several={(communes.all?.length ?? 0) > 1} />}
      </OfCommune>
    </>
  )
}

function OfOne({ commune, several }: { commune: Commune; several: boolean }) {
  const w = useWords(handOverWords)
  const ofStay = useWords(noticeWords)
  const ofBefore = useWords(beforeWords)
  const search = useSearch()
  const chosen = everything.find((each) => each === search.get('show')) ?? 'in'
  const show = chosen === 'notices' || chosen === 'before' ? 'in' : chosen
  const [taking, setTaking] = useState(false)
  const listed = useAnswer(ListSendings, { communeId: commune.id, show }, { keep: true, everySeconds: 60 })
  const notices = useAnswer(ListNotices, { communeId: commune.id }, { everySeconds: 60 })
  const here = several ? `commune=${commune.id}` : ''
  const mayTakeOver = useMayOpen()('/work/officers')
  const before = useAnswer(ListCommunesBefore, { communeId: commune.id }, { when: mayTakeOver })
  const filesBefore = before.answer?.rows.reduce((sum, { files }) => sum + files, 0) ?? 0
  const addressOf = (each: (typeof everything)[number]) =>
    `/hand-overs?${[here, each === 'in' ? '' : `show=${each}`].filter(Boolean).join('&')}`
  const none = { in: w.noneIn, out: w.noneOut, done: w.noneDone }[show]
  return (
    <div className="stack">
      <Note icon="sealed" tone="sealed">
        {chosen === 'notices' ? ofStay.why : chosen === 'before' ? ofBefore.why : w.why}
      </Note>
      <div>
        <Chips label={w.views}>
          {shows.map((each) => (
            <Chip key={each} to={addressOf(each)} on={each === chosen} count={listed.answer?.counts[each]}>
              {w[each]}
            </Chip>
          ))}
          <Chip to={addressOf('notices')} on={chosen === 'notices'} count={notices.answer?.waiting}>
            {ofStay.title}
          </Chip>
          {(filesBefore > 0 || chosen === 'before') && (
            <Chip to={addressOf('before')} on={chosen === 'before'} count={filesBefore}>
              {ofBefore.chip}
            </Chip>
          )}
          <AsOf at={listed.asOf} />
          <span className="grow" />
          <Button small icon="upload" onClick={() => setTaking(true)}>
            {w.take}
          </Button>
        </Chips>
        {chosen === 'before' && <CommunesBefore from={before} communeId={commune.id} />}
        {chosen === 'notices' && <Notices communeId={commune.id} />}
        {chosen === show && (
          <Card>
            <Shown from={listed}>
              {({ rows }: OutputOf<typeof ListSendings>) =>
                rows.length === 0 ? (
                  <Empty icon={show === 'done' ? 'history' : 'check-c'} title={none}>
                    {show === 'out' ? w.noneOutWhy : undefined}
                  </Empty>
                ) : (
                  <Rows rows={rows} communeId={commune.id} label={w[show]} />
                )
              }
            </Shown>
          </Card>
        )}
      </div>
      {taking && <TakeDialog communeId={commune.id} onClose={() => setTaking(false)} />}
    </div>
  )
}

function Rows({ rows, communeId, label }: { rows: readonly SendingRow[]; communeId: string; label: string }) {
  const w = useWords(handOverWords)
  const language = useLanguage()
  const f = useWords(farWords)
  const formName = useFormName()
  const go = useGo()
  const addressOf = (row: SendingRow) => `/hand-overs/${row.system === null ? '' : 'far/'}${communeId}/${row.id}`
  const columns: Column<SendingRow>[] = [
    {
      key: 'number',
      title: w.number,
      cell: (row) => (
        <>
          <Go className="job num" to={addressOf(row)}>
            {row.number}
          </Go>
          <span className="sub">
            {formName(row)} {row.demo && <Tag>{w.demo}</Tag>}
          </span>
        </>
      ),
    },
    {
      key: 'between',
      title: w.between,
      width: '40%',
      fold: false,
      cell: (row) => (
        <>
          {row.side === 'in' ? w.from : w.to} {unitName(row.side === 'in' ? row.from : row.to, language)}
          <span className="sub">
            <span className="num">
              {w.sentOn} {showInstant(row.sentAt)}
            </span>
            {row.system !== null && ` · ${f.viaSystem(row.system)}`}
          </span>
        </>
      ),
    },
    { key: 'result', title: w.result, width: '230px', cell: (row) => <Answered row={row} /> },
  ]
  return (
    <Table
      label={label}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowName={(row) => row.number}
      onOpen={(row) => go(addressOf(row))}
    />
  )
}
