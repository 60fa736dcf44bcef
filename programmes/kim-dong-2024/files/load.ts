// Files of persons for the demonstration, in the commune of today: invented people, marked so wherever they are shown.

import { type EventKind, eventKinds, type FileEvent } from '../../../modules/cases/events.ts'
import { enterFiles, type WholeFile } from '../../../modules/cases/server/public.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { addMinutes, dayOf, type Moment } from '../../../rules/law/moment.ts'
import { areaId, demoId, districtsEndedOn, personId } from '../ids.ts'
import { type Life, lives, signers, type Told } from './lives.ts'

const surnames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô', 'Dương', 'Đoàn', 'Lương']
const men = ['Văn Thử', 'Đình Mẫu', 'Quang Ví', 'Hữu Dụ', 'Minh Họa', 'Xuân Bịa', 'Công Giả']
const women = ['Thị Mẫu', 'Thị Ví', 'Thu Thử', 'Kim Dụ']
const hamlets = ['Thôn Minh Họa 1', 'Thôn Minh Họa 2', 'Thôn Minh Họa 3']

/** The whole files of the demonstration as they stand at a moment. */
export const demoFiles = (now: Moment): WholeFile[] => lives.map((life, at) => fileOf(life, at, now))

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
  }
}

function eventsOf({ events }: Life, at: number, now: Moment): FileEvent[] {
  const idOf = (place: number) => demoId(`case-event:${at}:${place}`)
  return events.map(([kind, when, details = {}]: Told, place) => {
    const moment = typeof when === 'string' ? when : addMinutes(now, -when * 60)
    const of = 'of' in details ? events.findIndex(([other]) => other === details.of) : -1
    return {
      id: idOf(place),
      kind,
      at: moment,
      details: {
        ...(eventKinds[kind].paper?.decides && { paper: paperOf(kind, moment, at) }),
        ...details,
        ...(of >= 0 && { of: idOf(of) }),
      },
    } as FileEvent
  })
}

const paperOf = (kind: EventKind, moment: Moment, at: number) => ({
  number: `${at + 1}/QĐ-MH`,
  on: dayOf(moment),
  by: signers[kind] ?? 'police-head',
})

export async function loadDemoFiles(db: Db, now: Date): Promise<void> {
  const communeId = areaId('12322', districtsEndedOn)
  await enterFiles(db, { communeId, by: personId('conganxa'), now, demo: true }, demoFiles(momentOfWall(now)))
}

const momentOfWall = (now: Date): Moment => new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 16)
