// Two installations that know one another: two databases, a master key each, and files that are carried by hand. Hiệp Cường is
// on the first, Nghĩa Dân on the second. One is spoken to at a time, for the master keys of a process are those of one of them.

import { v7 as uuidv7 } from 'uuid'
import { ReadFile, RecordEvent } from '../../modules/cases/contract.ts'
import { provideMasterKeys } from '../../modules/cases/server/public.ts'
import {
  AcceptFarPack,
  ConfirmCard,
  ListCorrespondents,
  NameInstallation,
  RegisterCard,
  ReturnFarPack,
  SendFar,
  TakeCarried,
} from '../../modules/handover/contract.ts'
import { readCarried } from '../../modules/handover/rules/far/container.ts'
import type { Place } from '../../modules/handover/rules/far/headers.ts'
import { farRoutes } from '../../modules/handover/server/public.ts'
import type { MasterKeys } from '../../platform/master-keys.ts'
import { problemAnswer } from '../../platform/server/http.ts'
import { openLog } from '../../platform/server/log.ts'
import { ago, type HandOverWorld, handOverWorld, here, there } from './hand-overs.ts'
import type { Somebody } from './world.ts'

export type Side = 0 | 1
export const communes = [here, there] as const
export const codes = ['12322', '12286'] as const
export type CarriedKind = 'pack' | 'request' | 'receipt'

/** The second line of a file that is carried, as it was written. */
export const headerOf = (bytes: Uint8Array): Changeable => {
  const read = readCarried(bytes)
  if (!read.ok) throw new Error(read.fault)
  return read.carried.header as Changeable
}
type Changeable = { number: string; bytes: number; sentAt: string; from: object; to: Place }

export async function twoInstallations() {
  const keys: MasterKeys[] = []
  let now: Side = 0
  provideMasterKeys(() => keys[now] as MasterKeys)
  const made: HandOverWorld[] = []
  for (const side of [0, 1] as const) {
    now = side
    made.push(await handOverWorld((given) => keys.push(given)))
  }
  const worlds = made as [HandOverWorld, HandOverWorld]
  const police = [worlds[0].sender, worlds[1].receiver] as const
  /** Whatever follows is done on that side. */
  const at = (side: Side) => {
    now = side
    return { ...worlds[side], administrator: worlds[side].the.administrator, police: police[side] }
  }

  const cardOf = async (side: Side) => {
    const { ours } = await at(side).administrator.ask(ListCorrespondents, {})
    if (!ours) throw new Error('no card')
    return { bytes: Buffer.from(ours.card), code: ours.code }
  }
  /** The card of one is registered on the other and compared. */
  async function introduce(side: Side): Promise<{ id: string; key: string }> {
    const other: Side = side === 0 ? 1 : 0
    const { bytes } = await cardOf(side)
    const { administrator } = at(other)
    const { id } = await administrator.send(RegisterCard, {}, { bytes })
    const { rows } = await administrator.ask(ListCorrespondents, {})
    const key = rows.find((row) => row.id === id)?.keys[0]?.id ?? ''
    await administrator.send(ConfirmCard, { id, key, with: 'Trực ban, 0221 1234' })
    return { id, key }
  }

  /** Both named and known to one another; answers how each is called by the other. */
  async function acquainted(): Promise<[string, string]> {
    for (const side of [0, 1] as const)
      await at(side).administrator.send(NameInstallation, {
        name: `Hệ thống ${side + 1}`,
        servesId: communes[side],
      })
    return [(await introduce(0)).id, (await introduce(1)).id]
  }

  /** As a browser downloads it; the problem's code where it is refused. */
  async function download(side: Side, id: string, kind: CarriedKind, by: Somebody = police[side]) {
    const { the } = at(side)
    const routes = farRoutes(the.parts)
    routes.onError(problemAnswer({}, openLog('silent')))
    const address = `/api/handover/carried?communeId=${communes[side]}&id=${id}&kind=${kind}`
    const answer = await routes.request(address, { headers: { 'x-test-person': by.id } })
    if (answer.status !== 200) return { code: ((await answer.json()) as { code: string }).code, bytes: Buffer.alloc(0) }
    return { code: '', bytes: Buffer.from(await answer.arrayBuffer()) }
  }
  const carried = async (side: Side, id: string, kind: CarriedKind): Promise<Buffer> =>
    (await download(side, id, kind)).bytes
  const take = (side: Side, bytes: Uint8Array, by?: Somebody) => {
    const { police: officer } = at(side)
    return (by ?? officer).send(TakeCarried, { communeId: communes[side] }, { bytes })
  }
  async function opened(side: Side, fileId: string, purpose: 'move' | 'check' | 'rights' = 'move') {
    const { opened: open, police: by } = at(side)
    return open(fileId, { by, communeId: communes[side], purpose })
  }
  async function sendFar(side: Side, fileId: string, part: Record<string, unknown> = {}) {
    const other: Side = side === 0 ? 1 : 0
    const open = await opened(side, fileId)
    const [id, name] = [uuidv7(), installations[other]]
    return at(side).police.send(SendFar, {
      ...{ ...open, id, correspondentId: name, code: codes[other], movedAt: ago(0), residence: 'Thôn Mới' },
      ...part,
    })
  }
  /** A file that the first has sent to the second, with its pack. */
  async function onWay(name?: string) {
    const fileId = await at(0).managedFile(name)
    const { id } = await sendFar(0, fileId)
    return { fileId, id, pack: await carried(0, id, 'pack') }
  }
  const accept = (id: string) => at(1).police.send(AcceptFarPack, { communeId: there, id })
  const giveBack = (id: string, note = 'Không cư trú ở đây') =>
    at(1).police.send(ReturnFarPack, { communeId: there, id, reason: 'not-here', note })
  async function write(side: Side, fileId: string) {
    const open = await opened(side, fileId)
    const { version } = await at(side).police.ask(ReadFile, open)
    const event = { id: uuidv7(), kind: 'visited', at: ago(0), details: {} }
    return at(side).police.send(RecordEvent, { ...open, ...event, version })
  }
  const drop = async () => {
    for (const each of worlds) await each.the.database.drop()
  }
  const installations = await acquainted()
  const masterKeys = (side: Side): MasterKeys => keys[side] as MasterKeys
  return {
    ...{
      masterKeys,
      at,
      cardOf,
      introduce,
      download,
      carried,
      take,
      opened,
      sendFar,
      onWay,
      accept,
      giveBack,
      write,
      drop,
    },
    ...{ installations, worlds, police },
  }
}
export type TwoInstallations = Awaited<ReturnType<typeof twoInstallations>>
