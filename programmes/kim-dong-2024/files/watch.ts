// What those who watch and those who lead see in the demonstration: emergencies, questions, months that were closed. Invented.

import { columnOf } from '../../../modules/cases/rules/count-columns.ts'
import { factsOf } from '../../../modules/cases/rules/person-facts.ts'
import { readLife } from '../../../modules/cases/rules.ts'
import { enterWatch, keepMonth, type WholeFile } from '../../../modules/cases/server/public.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { areaId, demoId, districtsEndedOn, personId } from '../ids.ts'

const monthsBack = 3

/** As the same files stood at the end of each of the last months. */
export async function closeDemoMonths(
  db: Db,
  { communeId, now, files }: { communeId: string; now: Date; files: readonly WholeFile[] },
): Promise<void> {
  for (let back = monthsBack; back >= 1; back -= 1) {
    const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1))
    const end = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back + 1, 1))
    const moment = `${end.toISOString().slice(0, 10)}T00:00`
    const counted: Record<string, number> = {}
    for (const { identity, events } of files) {
      const then = events.filter(({ at }) => at < moment)
      if (then.length === 0) continue
      const { status, next } = readLife(factsOf(identity), then, moment)
      const column = columnOf(status?.kind ?? null, false)
      const late = column !== 'ended' && next.some(({ state, optional }) => state === 'late' && !optional)
      const minor = column !== 'ended' && Number(moment.slice(0, 4)) - Number(identity.birth?.slice(0, 4)) <= 18
      for (const one of [column, ...(late ? ['late'] : []), ...(minor ? ['minors'] : [])])
        counted[one] = (counted[one] ?? 0) + 1
    }
    await keepMonth(db, { communeId, month: first.toISOString().slice(0, 10), at: end }, counted)
  }
}

const hoursAgo = (now: Date, hours: number): Date => new Date(now.getTime() - hours * 3_600_000)

export async function loadDemoWatch(db: Db, now: Date): Promise<void> {
  const ago = (hours: number) => hoursAgo(now, hours)
  const [police, onDuty, health] = [personId('conganxa'), personId('trucban'), personId('tramyte')]
  await enterWatch(db, areaId('12322', districtsEndedOn), {
    emergencies: [
      {
        ...{
          id: demoId('case-emergency:0'),
          fileId: demoId('case-file:5'),
          readerId: onDuty,
          at: ago(9),
          stake: 'life',
        },
        ground: 'Tin báo qua trực ban lúc đêm (minh họa)',
        statement: 'Người đó ở nhờ xã bên, dọa tự làm hại mình; cần biết đang dùng thuốc gì và gọi ai trong gia đình.',
      },
      {
        ...{ id: demoId('case-emergency:1'), fileId: demoId('case-file:18'), readerId: health, at: ago(90) },
        stake: 'treatment',
        ground: 'Cấp cứu tại trạm (minh họa)',
        statement: 'Bất tỉnh, cần biết liều thuốc thay thế trước khi dùng thuốc giải độc.',
      },
      {
        ...{
          id: demoId('case-emergency:2'),
          fileId: demoId('case-file:10'),
          readerId: onDuty,
          at: ago(200),
          stake: 'child',
        },
        ground: 'Nhà trường báo (minh họa)',
        statement: 'Một em bỏ nhà trong đêm, cần biết người giám hộ và nơi em hay đến.',
        review: {
          ...{ outcome: 'justified', by: personId('truongcax'), at: ago(170) },
          reason: 'Đã đối chiếu sổ trực và gặp nhà trường; chỉ đọc phần cần thiết.',
        },
      },
    ],
    questions: [
      {
        ...{ id: demoId('case-question:0'), rule: 'own-name', readerId: police, openings: 1 },
        ...{ fileNumber: 'HC-2026-0012', since: ago(30), until: ago(30) },
      },
      {
        ...{ id: demoId('case-question:1'), rule: 'closed', readerId: health, openings: 6 },
        ...{ fileNumber: null, since: ago(150), until: ago(54) },
      },
    ],
  })
}
