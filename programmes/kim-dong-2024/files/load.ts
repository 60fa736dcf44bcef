// Files of persons for the demonstration, in the commune of today: invented people, marked so wherever they are shown.

import { sql } from 'kysely'
import { type EventKind, eventKinds, type FileEvent } from '../../../modules/cases/events.ts'
import {
  enterFiles,
  enterMerge,
  insideFiles,
  restrictFiles,
  type WholeFile,
} from '../../../modules/cases/server/public.ts'
import { accept, type Order, read, send } from '../../../modules/handover/server/public.ts'
import type { Db } from '../../../platform/server/slice.ts'
import type { Decider } from '../../../rules/law/deciders.ts'
import { addMinutes, dayOf, type Moment } from '../../../rules/law/moment.ts'
import { areaId, demoId, districtsEndedOn, personId } from '../ids.ts'
import { begunTwice, handedOver, type Life, lives, mergedInto, onItsWay, signers } from './lives.ts'
import type { Told } from './pieces.ts'
import { closeDemoMonths, loadDemoWatch } from './watch.ts'

const surnames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô', 'Dương', 'Đoàn', 'Lương']
const men = ['Văn Thử', 'Đình Mẫu', 'Quang Ví', 'Hữu Dụ', 'Minh Họa', 'Xuân Bịa', 'Công Giả']
const women = ['Thị Mẫu', 'Thị Ví', 'Thu Thử', 'Kim Dụ']
const hamlets = ['Thôn Minh Họa 1', 'Thôn Minh Họa 2', 'Thôn Minh Họa 3']

/** The whole files of the demonstration as they stand at a moment. */
export const demoFiles = (now: Moment): WholeFile[] => lives.map((life, at) => fileOf(life, at, now))

/** Of the communes beside: the same lives, as often as they may come in such a place. */
const beside: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  12313: { managed: 9, 'managed, check missing': 4, 'tested, residence to verify': 5, 'at home': 6, ...some(2, 5) },
  12280: { managed: 7, 'used again': 3, 'at home': 5, substitution: 8, compulsory: 5, ...some(1, 6) },
}
function some(addicted: number, ended: number): Record<string, number> {
  return { 'addicted, to register': addicted, 'after rehabilitation': 3, died: ended }
}

export const demoFilesBeside = (code: string, now: Moment): WholeFile[] =>
  Object.entries(beside[code] ?? {}).flatMap(([path, often], kind) =>
    Array.from({ length: often }, (_, at) => {
      const life = lives.find((each) => each.path === path)
      if (!life) throw new Error(`no life of the demonstration is called ${path}`)
      return fileOf(life, Number(code) * 1000 + kind * 50 + at, now)
    }),
  )

function fileOf(life: Life, at: number, now: Moment): WholeFile {
  const given = life.sex === 'female' ? women : men
  return {
    id: demoId(`case-file:${at}`),
    personId: demoId(`case-person:${at}`),
    identity: {
      name: `${surnames[at % surnames.length]} ${given[at % given.length]} (minh họa)`,
      otherNames: [],
      birth: life.birth ?? String(1978 + ((at * 7) % 25)),
      sex: life.sex ?? 'male',
      papers: [],
      residence: hamlets[at % hamlets.length] ?? '',
      stay: '',
      phone: '',
      circumstances: (life.circumstances ?? []).map((what) => ({ what, from: '2026-07-01', until: null })),
    },
    events: eventsOf(life, at, now),
    kept: keptOf(life, at, now),
  }
}

function keptOf({ kept }: Life, at: number, now: Moment): WholeFile['kept'] {
  const idOf = (what: string) => demoId(`case-${what}:${at}`)
  return {
    requests: (kept?.requests ?? []).map(([kind, hours, words], place) => ({
      ...{ id: idOf(`request:${place}`), kind, words },
      received: addMinutes(now, -hours * 60),
    })),
    holds: kept?.hold ? [{ id: idOf('hold'), from: dayOf(now), ...kept.hold }] : [],
    proposals:
      kept?.proposed === undefined
        ? []
        : [
            {
              id: idOf('erasure'),
              at: addMinutes(now, -kept.proposed * 60),
              reason: 'Hết thời hạn lưu giữ (minh họa)',
            },
          ],
  }
}

function eventsOf({ events: told }: Life, at: number, now: Moment): FileEvent[] {
  const events = told.filter(([kind]) => kind !== 'officer-named' || !isBeside(at))
  const idOf = (place: number) => demoId(`case-event:${at}:${place}`)
  return events.map(([kind, when, { signer, ...details } = {}]: Told, place) => {
    const moment = typeof when === 'string' ? when : addMinutes(now, -when * 60)
    const of = 'of' in details ? events.findIndex(([other]) => other === details.of) : -1
    return {
      id: idOf(place),
      kind,
      at: moment,
      details: {
        ...((eventKinds[kind].paper?.decides || kind === 'custody-decided') && {
          paper: paperOf(kind, moment, at, signer),
        }),
        ...(kind === 'team-named' ? { members: teamOf(at) } : details),
        ...(of >= 0 && { of: idOf(of) }),
        ...('person' in details && { person: personId(String(details.person)) }),
      },
    } as FileEvent
  })
}

/** Of another commune: nobody there has an account on a team. */
const isBeside = (at: number): boolean => at >= 1000

/** In turns: two officers, and now and then nobody in charge; on every other team somebody who helps with the software. */
const officers = ['conganxa', 'conganxa2', 'conganxa', undefined] as const
function teamOf(at: number) {
  const officer = isBeside(at) ? undefined : officers[at % officers.length]
  const helps = !isBeside(at) && at % 2 === 1
  return [
    { role: 'police', name: 'Cán bộ Công an xã (minh họa)', ...(officer && { person: personId(officer) }) },
    { role: 'village', name: 'Đại diện thôn (minh họa)', ...(helps && { person: personId('giupdo') }) },
    { role: 'family', name: 'Người nhà (minh họa)' },
  ]
}

const paperOf = (kind: EventKind, moment: Moment, at: number, signer: Decider = signers[kind] ?? 'police-head') => ({
  number: `${at + 1}/QĐ-MH`,
  on: dayOf(moment),
  by: signer,
})

export async function loadDemoFiles(db: Db, now: Date): Promise<void> {
  const moment = momentOfWall(now)
  const all = [
    { code: '12322', by: 'conganxa', files: demoFiles(moment) },
    ...Object.keys(beside).map((code) => ({ code, by: 'congangiap', files: demoFilesBeside(code, moment) })),
  ]
  for (const { code, by, files } of all) {
    const communeId = areaId(code, districtsEndedOn)
    await enterFiles(db, { communeId, by: personId(by), now, demo: true }, files)
    await closeDemoMonths(db, { communeId, now, files })
  }
  await restrictFiles(db, moment.slice(0, 10))
  await mergeDemoFiles(db, areaId('12322', districtsEndedOn), now)
  await sendDemoFiles(db, areaId('12322', districtsEndedOn), now)
  await loadDemoWatch(db, now)
  await standIn(db, dayOf(moment))
}

const fileNamed = (path: string): string => demoId(`case-file:${lives.findIndex((life) => life.path === path)}`)

/** Of one person there were two files; two days ago somebody saw it. */
function mergeDemoFiles(db: Db, communeId: string, now: Date): Promise<void> {
  const [keptId, goneId] = [fileNamed(mergedInto), fileNamed(begunTwice)]
  const at = new Date(now.getTime() - 48 * 3_600_000)
  return enterMerge(db, { communeId, id: demoId('merge'), keptId, goneId, by: personId('conganxa'), now: at })
}

/** Two moved to the next commune: the one file waits there for an answer, the other was accepted yesterday. */
async function sendDemoFiles(db: Db, communeId: string, now: Date): Promise<void> {
  const toId = areaId('12286', districtsEndedOn)
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
  const sendAt = (path: string, sentAt: Date) => {
    const fileId = fileNamed(path)
    const order: Order = {
      ...{ id: demoId(`sending:${path}`), communeId, fileId, toId, by: personId('conganxa'), now: sentAt, demo: true },
      ...{ residence: 'Thôn Minh Họa 4', stay: '', today: momentOfWall(sentAt).slice(0, 10) },
    }
    const way = { communeId, readerId: order.by, purpose: 'move' }
    return send(db, order, (work) => insideFiles(db, way, work))
  }
  await sendAt(onItsWay, hoursAgo(7))
  const { id } = await sendAt(handedOver, hoursAgo(40))
  const decision = { communeId: toId, id, by: personId('congangiap'), now: hoursAgo(26) }
  const { digest } = await read(db, decision, demoId('reading'))
  await accept(db, { ...decision, digest: digest.toString('hex') })
}

/** One officer is on leave these days, and another stands in. */
async function standIn(db: Db, today: string): Promise<void> {
  await sql`
    insert into delegation (id, from_person_id, to_person_id, role_id, valid_from, valid_to, reason)
    values (${demoId('delegation:files')}, ${personId('conganxa2')}, ${personId('conganxa')}, 'commune-police',
      ${today}::date - 2, ${today}::date + 12, 'Nghỉ phép (minh họa)') on conflict do nothing`.execute(db)
}

const momentOfWall = (now: Date): Moment => new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 16)
