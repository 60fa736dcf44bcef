// The devices of my areas: whose, when last seen, what waits on them, which rosters lie there and for how long; wiping a lost one.

import './office.css'
import { useState } from 'react'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button, LinkButton } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { Note, PageHead } from '../../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../../platform/web/components/states.tsx'
import { Status, type StatusKind } from '../../../../platform/web/components/status.tsx'
import { type Column, Table } from '../../../../platform/web/components/table.tsx'
import { showInstant, showNumber } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { Go } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { ListDevices, OrderWipe } from '../../contract/devices.ts'
import { EnrolDialog } from './enrol-dialog.tsx'
import { WipeDialog } from './wipe-dialog.tsx'
import { officeWords } from './words.ts'

type Answer = OutputOf<typeof ListDevices>
type Device = Answer['devices'][number]

export default function Devices() {
  const w = useWords(officeWords)
  const devices = useAnswer(ListDevices, {})
  const [adding, add] = useState(false)
  return (
    <>
      <PageHead
        title={w.title}
        actions={
          <>
            <LinkButton icon="upload" to="/field/take">
              {w.take}
            </LinkButton>
            <Button main icon="plus" onClick={() => add(true)}>
              {w.add}
            </Button>
          </>
        }
      />
      <Shown from={devices} lines={5}>
        {(answer) => <Listed answer={answer} />}
      </Shown>
      {adding && <EnrolDialog onClose={() => add(false)} />}
    </>
  )
}

function Listed({ answer }: { answer: Answer }) {
  const w = useWords(officeWords)
  const silent = answer.devices.filter(({ state }) => state === 'silent' || state === 'expired').length
  return (
    <>
      {answer.may.decide && answer.kept > 0 && (
        <Note icon="doc" tone="soon">
          <Go to="/field/kept">{w.keptLink(answer.kept)}</Go>
        </Note>
      )}
      {answer.conflicts > 0 && (
        <Note icon="split" tone="soon">
          <Go to="/field/conflicts">{w.conflictsLink(answer.conflicts)}</Go>
        </Note>
      )}
      {silent > 0 && (
        <Note icon="soon" tone="soon">
          {w.silentWhy(silent)}
        </Note>
      )}
      <Card>
        {answer.devices.length === 0 ? (
          <Empty icon="device" title={w.none}>
            {w.noneWhy}
          </Empty>
        ) : (
          <DeviceTable devices={answer.devices} />
        )}
      </Card>
    </>
  )
}

const statusOf: Record<Device['state'], StatusKind> = {
  active: 'met',
  silent: 'soon',
  expired: 'late',
  'wipe-ordered': 'soon',
  wiped: 'done',
  withdrawn: 'outside',
  replaced: 'outside',
}
const daysSince = (instant: string): number => Math.floor((Date.now() - Date.parse(instant)) / 86_400_000)

function DeviceTable({ devices }: { devices: readonly Device[] }) {
  const w = useWords(officeWords)
  const language = useLanguage()
  const [wiping, wipe] = useState<Device>()
  const columns: Column<Device>[] = [
    {
      key: 'device',
      title: w.device,
      cell: (device) => (
        <>
          <b className="semi">{device.name}</b>
          <span className="sub">{device.person.name}</span>
        </>
      ),
    },
    { key: 'state', title: w.state, width: '230px', cell: (device) => <State device={device} /> },
    { key: 'seen', title: w.seen, width: '165px', cell: (device) => showInstant(device.seenAt) },
    {
      key: 'waiting',
      title: w.waiting,
      width: '110px',
      align: 'right',
      cell: (device) => <b className="semi num">{showNumber(device.waiting, language)}</b>,
    },
    { key: 'copies', title: w.copies, width: '240px', cell: (device) => <Copies device={device} /> },
    {
      key: 'deeds',
      title: w.deeds,
      hiddenTitle: true,
      fold: false,
      width: '130px',
      align: 'right',
      cell: (device) => <Deeds device={device} onWipe={() => wipe(device)} />,
    },
  ]
  return (
    <>
      <Table label={w.title} columns={columns} rows={devices} rowKey={(device) => device.id} />
      {wiping && <WipeDialog device={wiping} onClose={() => wipe(undefined)} />}
    </>
  )
}

function State({ device }: { device: Device }) {
  const w = useWords(officeWords)
  const { state, wipe, wipedAt, seenAt, replaces } = device
  const unseen = daysSince(seenAt)
  const said =
    state === 'silent'
      ? w.silent(unseen)
      : state === 'expired'
        ? w.expiredState(unseen)
        : state === 'wiped'
          ? w.wiped(showInstant(wipedAt ?? seenAt))
          : w[state]
  return (
    <span className="device-facts">
      <Status kind={statusOf[state]}>{said}</Status>
      {replaces && <small>{w.beganAnew(replaces.name, showInstant(replaces.seenAt), replaces.waiting)}</small>}
      {wipe && <small>{w.orderedBy(wipe.by, showInstant(wipe.at), wipe.reason)}</small>}
    </span>
  )
}

const mostCopies = 3

function Copies({ device }: { device: Device }) {
  const w = useWords(officeWords)
  const { copies, state, expiresAt } = device
  if (state === 'wiped' || state === 'withdrawn' || state === 'replaced') return '—'
  if (copies.length === 0) return <span className="muted">{w.noCopies}</span>
  return (
    <span className="device-facts">
      {copies.slice(0, mostCopies).map((copy) => (
        <span key={copy.id}>
          {copy.name} <small>{w.pulledAt(showInstant(copy.pulledAt))}</small>
        </span>
      ))}
      {copies.length > mostCopies && <span>{w.moreCopies(copies.length - mostCopies)}</span>}
      <small>{(state === 'expired' ? w.expired : w.expires)(showInstant(expiresAt))}</small>
    </span>
  )
}

function Deeds({ device, onWipe }: { device: Device; onWipe: () => void }) {
  const w = useWords(officeWords)
  const order = useCommand(OrderWipe)
  const takeBack = async () => {
    const sent = await order.send({ deviceId: device.id, wipe: false })
    say(sent.ok ? w.tookBack : { text: sent.problem.title, bad: true })
  }
  if (device.state === 'wiped' || device.state === 'withdrawn' || device.state === 'replaced') return null
  return device.state === 'wipe-ordered' ? (
    <Button small aria-label={`${w.takeBack}: ${device.name}`} busy={order.sending} onClick={() => void takeBack()}>
      {w.takeBack}
    </Button>
  ) : (
    <Button small aria-label={w.wipeOf(device.name)} onClick={onWipe}>
      {w.wipe}
    </Button>
  )
}
