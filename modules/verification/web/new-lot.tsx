// Makes a lot: choose a place and a group, read what the plan means, close it.

import './verification.css'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, Shown, TooMany } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go, useGo, useParam, useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ChoicesOfLot, CloseLot } from '../contract.ts'
import { LotStatus } from './lot-status.tsx'
import { placeTitle } from './place-title.ts'
import { PlanWords } from './plan-words.tsx'
import { lotWords } from './words.ts'

type Choices = OutputOf<typeof ChoicesOfLot>
type Choice = Choices['rows'][number]

const keyOf = ({ place, group }: Choice): string => `${place.hamletId ?? place.bodyId ?? place.communeId} ${group.id}`

export default function NewLot() {
  const w = useWords(lotWords)
  const language = useLanguage()
  const { on } = useView()
  const driveId = useParam('driveId')
  const search = useSearch()
  const q = search.get('q') ?? ''
  const choices = useAnswer(ChoicesOfLot, { driveId, on, ...(q ? { q } : {}) }, { keep: true })
  const [chosen, choose] = useState<string>()
  const choice = choices.answer?.rows.find((row) => keyOf(row) === chosen)
  return (
    <>
      <PageHead
        title={w.newLot}
        crumbs={[
          { label: w.drives, to: '/commitments' },
          { label: choices.answer?.drive.name[language] ?? w.drive, to: `/commitments/${driveId}?tab=verification` },
          { label: w.newLot },
        ]}
      />
      <div className="stack">
        {choice && choices.answer && <Chosen choice={choice} risks={choices.answer.risks} driveId={driveId} />}
        <Card title={w.choose}>
          <div className="lot-find">
            <TextField label={w.find} value={q} onChange={(text) => search.set({ q: text })} />
          </div>
          <Shown from={choices} lines={6}>
            {({ rows, more }) =>
              rows.length === 0 ? (
                <Empty icon="search" title={w.nothingFits} />
              ) : (
                <>
                  <Rows rows={rows} chosen={chosen} choose={choose} />
                  {more > 0 && <TooMany>{w.moreFit(more)}</TooMany>}
                </>
              )
            }
          </Shown>
        </Card>
      </div>
    </>
  )
}

type RowsProps = { rows: readonly Choice[]; chosen: string | undefined; choose: (key: string) => void }

function Rows({ rows, chosen, choose }: RowsProps) {
  const w = useWords(lotWords)
  const language = useLanguage()
  const columns: Column<Choice>[] = [
    {
      key: 'place',
      title: w.place,
      cell: (row) => (
        <>
          <b className="semi">{placeTitle(row.place, language)}</b>
          <span className="sub">
            {[row.place.name !== row.place.commune && row.place.commune, row.group.name[language]]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </>
      ),
    },
    { key: 'signed', title: w.signed, width: '90px', align: 'right', cell: (row) => showNumber(row.size, language) },
    { key: 'plan', title: w.plan, width: '220px', cell: (row) => w.planShort(row.sample, row.allowed, row.size) },
    {
      key: 'last',
      title: w.last,
      width: '190px',
      cell: (row) =>
        row.last ? (
          <Go to={`/verification/lots/${row.last.id}`}>
            <LotStatus state={row.last.state} />
            <span className="sub">{showDay(row.last.on)}</span>
          </Go>
        ) : (
          <span className="muted">{w.none}</span>
        ),
    },
    {
      key: 'choose',
      title: w.choose,
      hiddenTitle: true,
      fold: false,
      width: '110px',
      align: 'right',
      cell: (row) => (
        <Button
          small
          aria-pressed={keyOf(row) === chosen}
          aria-label={`${w.make}: ${row.place.name}, ${row.group.name[language]}`}
          onClick={() => {
            choose(keyOf(row))
            window.scrollTo({ top: 0 })
          }}
        >
          {w.make}
        </Button>
      ),
    },
  ]
  return (
    <Table label={w.choose} columns={columns} rows={rows} rowKey={keyOf} {...(chosen ? { current: chosen } : {})} />
  )
}

type ChosenProps = { choice: Choice; risks: Choices['risks']; driveId: string }

function Chosen({ choice, risks, driveId }: ChosenProps) {
  const w = useWords(lotWords)
  const language = useLanguage()
  const go = useGo()
  const close = useCommand(CloseLot)
  const { communeId, hamletId, bodyId } = choice.place
  const closeIt = async () => {
    const id = uuidv7()
    const sent = await close.send({ id, driveId, communeId, hamletId, bodyId, groupId: choice.group.id })
    if (!sent.ok) return
    say(w.closedNow)
    go(`/verification/lots/${id}`)
  }
  return (
    <Card title={w.lotOf(placeTitle(choice.place, language), choice.group.name[language])} padded>
      <PlanWords plan={choice} risks={risks} />
      <p className="muted">{w.closeWhy}</p>
      {close.problem && (
        <Note icon="alert" tone="late">
          <b className="semi">{close.problem.title}</b> {close.problem.detail}
        </Note>
      )}
      <div className="lot-deeds">
        <Button main icon="lock" busy={close.sending} onClick={() => void closeIt()}>
          {w.closeLot}
        </Button>
      </div>
    </Card>
  )
}
