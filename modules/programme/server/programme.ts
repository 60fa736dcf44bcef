// Reads programmes: which there are, and the day on which one works.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'

export type Programme = {
  id: string
  slug: string
  name: { vi: string; en: string }
  areaId: string
  startsOn: PlainDate
  endsOn: PlainDate
  /** The day that the programme shows when opened; null: today. */
  opensOn: PlainDate | null
  demo: boolean
  public: boolean
  version: number
}
type Row = {
  id: string
  slug: string
  name_vi: string
  name_en: string
  area_id: string
  starts_on: PlainDate
  ends_on: PlainDate
  opens_on: PlainDate | null
  demo: boolean
  public: boolean
  version: number
}

const columns = sql`id, slug, name_vi, name_en, area_id, starts_on, ends_on, opens_on, demo, public, version`
const programmeOf = (row: Row): Programme => ({
  id: row.id,
  slug: row.slug,
  name: { vi: row.name_vi, en: row.name_en },
  areaId: row.area_id,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  opensOn: row.opens_on,
  demo: row.demo,
  public: row.public,
  version: row.version,
})

/** The day on which a programme works: a demonstration on the day that it opens with, a real one on the real day. */
export const programmeToday = (programme: Pick<Programme, 'demo' | 'opensOn'>, today: PlainDate): PlainDate =>
  programme.demo && programme.opensOn ? programme.opensOn : today

export async function programmeBySlug(db: Db, slug: string): Promise<Programme | undefined> {
  const found = await sql<Row>`select ${columns} from programme where slug = ${slug}`.execute(db)
  return found.rows[0] && programmeOf(found.rows[0])
}

export async function programmeById(db: Db, id: string): Promise<Programme | undefined> {
  const found = await sql<Row>`select ${columns} from programme where id = ${id}`.execute(db)
  return found.rows[0] && programmeOf(found.rows[0])
}

/** All programmes, the newest first. */
export async function programmes(db: Db): Promise<Programme[]> {
  const found = await sql<Row>`select ${columns} from programme order by starts_on desc, name_vi`.execute(db)
  return found.rows.map(programmeOf)
}
