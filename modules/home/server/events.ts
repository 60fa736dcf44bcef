// Days that the slider of the home map marks within the year that is shown: the launch, mergers, the deadline.

import type { Language } from '../../../platform/contract/words.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { launchedOn } from '../../meetings/server/public.ts'
import type { Programme } from '../../programme/server/public.ts'
import { daysOfChange, progress } from '../../recognition/server/public.ts'

const words = {
  launch: { vi: 'phát động', en: 'launch' },
  merge: { vi: 'nhập xã', en: 'merger' },
  due: { vi: 'hạn', en: 'due' },
} as const

export async function eventsOf(
  db: Db,
  programme: Programme,
  on: PlainDate,
  language: Language,
): Promise<{ on: PlainDate; label: string; kind: keyof typeof words }[]> {
  const year = on.slice(0, 4)
  const [days, { dueOn }, launch] = await Promise.all([
    daysOfChange(db, programme.areaId, { from: `${year}-01-01`, to: `${year}-12-31` }),
    progress(db, programme, on),
    launchedOn(db, programme.id),
  ])
  const event = (day: PlainDate, kind: keyof typeof words) => ({ on: day, kind, label: words[kind][language] })
  return [
    ...(launch ? [event(launch, 'launch')] : []),
    ...days.filter((day) => day.kind === 'merge').map((day) => event(day.on, 'merge')),
    ...(dueOn ? [event(dueOn, 'due')] : []),
  ]
    .filter((each) => each.on.startsWith(year))
    .sort((one, other) => one.on.localeCompare(other.on))
}
