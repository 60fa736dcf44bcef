// The own body of an agency or school head: who is asked to sign, who has, and taking signatures here.

import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { BulkBar } from '../../../platform/web/components/list-bar.tsx'
import { AsOf } from '../../../platform/web/components/marks.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import { Countersign, ListOwnSigners } from '../contract.ts'
import { followingWords } from './following-words.ts'
import { InkDialog } from './ink-dialog.tsx'
import { PaperDialog } from './paper-dialog.tsx'
import { SignedOf } from './signed-of.tsx'
import { commitmentWords } from './words.ts'

type Drive = OutputOf<typeof ListOwnSigners>['drives'][number]
type Signer = Drive['signers'][number]
const dialogs = { ink: InkDialog, paper: PaperDialog } as const

/** Signed, and waiting for the reader to countersign. */
const isForReader = ({ signed }: Signer) => signed?.waits?.notYou === null

export default function OwnBodyPage() {
  const w = useWords(followingWords)
  const own = useAnswer(ListOwnSigners, {})
  return (
    <>
      <PageHead title={w.ownBody} />
      <Shown from={own} lines={6}>
        {({ drives }) =>
          drives.length === 0 ? (
            <Card>
              <Empty icon="pen" title={w.noOwnBody}>
                {w.noOwnBodyWhy}
              </Empty>
            </Card>
          ) : (
            <div className="stack">
              {drives.map((drive) => (
                <OwnDrive key={`${drive.id} ${drive.body.id}`} drive={drive} />
              ))}
            </div>
          )
        }
      </Shown>
    </>
  )
}

function OwnDrive({ drive }: { drive: Drive }) {
  const [w, words] = [useWords(followingWords), useWords(commitmentWords)]
  const language = useLanguage()
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const [deed, setDeed] = useState<keyof typeof dialogs>()
  const waiting = drive.signers.filter(({ id, signed }) => chosen.has(id) && !signed)
  const toCountersign = drive.signers.filter((row) => chosen.has(row.id) && isForReader(row))
  const countersign = useCommand(Countersign)
  const countersignAll = async () => {
    const ids = toCountersign.flatMap(({ signed }) => signed?.id ?? []).slice(0, 500)
    const sent = await countersign.send({ driveId: drive.id, communeId: drive.body.communeId, ids })
    if (sent.ok) say(w.countersignedN(sent.answer.countersigned))
    else say({ text: sent.problem.title, bad: true })
    choose(new Set())
  }
  const nameOf = new Map(drive.groups.map(({ id, name }) => [id, name[language]]))
  const title = `${drive.body.name} · ${drive.name[language]}`
  const columns: Column<Signer>[] = [
    {
      key: 'name',
      title: words.name,
      cell: (row) => (
        <>
          {row.number !== null && <span className="muted num">{row.number}. </span>}
          {row.name}
          <span className="sub">{nameOf.get(row.groupId)}</span>
        </>
      ),
    },
    {
      key: 'signed',
      title: words.signed,
      width: '200px',
      cell: ({ signed }) =>
        signed ? (
          <>
            {showDay(signed.on)}
            {signed.countersignedOn && (
              <span className="sub">
                {w.countersigned} {showDay(signed.countersignedOn)}
              </span>
            )}
            {signed.waits && (
              <span className="sub">{signed.waits.notYou ? w[signed.waits.notYou] : w.notCountersigned}</span>
            )}
          </>
        ) : (
          <span className="muted">{words.notYet}</span>
        ),
    },
  ]
  const Chosen = deed && dialogs[deed]
  const signed = drive.signers.filter((row) => row.signed).length
  return (
    <Card
      title={title}
      end={
        <>
          <SignedOf signed={signed} of={drive.signers.length || null} label={title} />
          <AsOf icon="calendar">{w.until(showDay(drive.closesOn))}</AsOf>
        </>
      }
    >
      {drive.signers.length === 0 ? (
        <Empty icon="users" title={words.nobody}>
          {w.noMembers}
        </Empty>
      ) : (
        <Table
          label={title}
          columns={columns}
          rows={drive.signers}
          rowKey={(row) => row.id}
          rowName={(row) => words.entryName(row.name)}
          {...(signed < drive.signers.length || drive.signers.some(isForReader)
            ? { selected: chosen, onSelect: choose }
            : {})}
        />
      )}
      {(waiting.length > 0 || toCountersign.length > 0) && (
        <BulkBar count={chosen.size} onNone={() => choose(new Set())}>
          {waiting.length === 1 && (
            <Button small main icon="pen" onClick={() => setDeed('ink')}>
              {w.signHere}
            </Button>
          )}
          {waiting.length > 0 && (
            <Button small main={waiting.length > 1} icon="doc" onClick={() => setDeed('paper')}>
              {words.recordPaper}
            </Button>
          )}
          {toCountersign.length > 0 && (
            <Button small icon="stamp" busy={countersign.sending} onClick={() => void countersignAll()}>
              {w.countersign}
            </Button>
          )}
        </BulkBar>
      )}
      {Chosen && (
        <Chosen
          coverage={{ drive, groups: drive.groups }}
          communeId={drive.body.communeId}
          bodyId={drive.body.id}
          rows={waiting.map((row) => ({ ...row, hamletId: null }))}
          onClose={() => setDeed(undefined)}
          onDone={() => {
            setDeed(undefined)
            choose(new Set())
          }}
        />
      )}
    </Card>
  )
}
