// What the portal shows of a programme's standing on a day: every unit in words, the count, and the paper it rests on.

import { sql } from 'kysely'
import { unitTitle } from '../../../platform/contract/unit-name.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { type Boundaries, boundariesOf, mostWithBoundaries } from '../../areas/server/public.ts'
import type { Programme } from '../../programme/server/public.ts'
import type { MapStatus } from '../../recognition/server/public.ts'
import { publicProgress } from '../../recognition/server/public.ts'
import type { HexUnit } from './pages/hex-picture.ts'
import type { Reader } from './reader.ts'

export type Standing = Awaited<ReturnType<typeof publicProgress>> & { place: string; plan: PlanPaper | undefined }
/** With the boundaries of its units, where every one has its own: what the pages with a map show. */
export type MappedStanding = Standing & { boundaries: Boundaries | undefined }
export type PlanPaper = { kind: string; number: string; issuedOn: PlainDate | null; title: string }

export async function standingOf(db: Db, programme: Programme, on: PlainDate): Promise<Standing> {
  const [progress, place, plan] = await Promise.all([
    publicProgress(db, programme, on),
    placeOf(db, programme.areaId),
    planOf(db, programme.id, on),
  ])
  return { ...progress, place, plan }
}

/** The picture stands on a page that has to stay light: coarser than for the staff. */
const across = 300

export async function mappedStandingOf(db: Db, programme: Programme, on: PlainDate): Promise<MappedStanding> {
  const standing = await standingOf(db, programme, on)
  const ids = standing.units.map((unit) => unit.id)
  return { ...standing, boundaries: ids.length <= mostWithBoundaries ? await boundariesOf(db, ids, across) : undefined }
}

async function placeOf(db: Db, areaId: string): Promise<string> {
  const found = await sql<{ name: string }>`select name from area_unit where id = ${areaId}`.execute(db)
  return found.rows[0]?.name ?? ''
}

/** The published paper of the plan in force on the day. */
async function planOf(db: Db, programmeId: string, on: PlainDate): Promise<PlanPaper | undefined> {
  const found = await sql<PlanPaper>`
    select document.kind, document.number, document.issued_on as "issuedOn", document.title
    from plan join plan_version on plan_version.plan_id = plan.id join document on document.id = plan_version.document_id
    where plan.programme_id = ${programmeId} and plan_version.effective_on <= ${on} and not plan_version.demo and document.public
    order by plan.year desc, plan_version.number desc limit 1`.execute(db)
  return found.rows[0]
}

/** "Kế hoạch 60/KH-UBND ngày 07/3/2024": a paper as officials cite it, months three and later without a nought. */
export function citeVi(paper: PlanPaper): string {
  const kind = paper.kind.charAt(0).toLocaleUpperCase('vi') + paper.kind.slice(1)
  return `${kind} ${paper.number}${paper.issuedOn ? ` ngày ${citedDay(paper.issuedOn)}` : ''}`
}

export function citedDay(day: PlainDate): string {
  const [year, month, date] = day.split('-')
  return `${date}/${Number(month) > 2 ? Number(month) : month}/${year}`
}

/** A status in words; once the plan has run out, what it aimed for is no longer said of a unit. */
export function statusWords(status: MapStatus, reader: Reader, planRuns: boolean): string {
  if (!planRuns && (status === 'outside' || status === 'working')) return reader.w.notRecognised
  return reader.w[status]
}

export const planRuns = (standing: Pick<Standing, 'dueOn' | 'on'>): boolean =>
  standing.dueOn !== null && standing.on <= standing.dueOn

export function hexUnits(standing: Standing, reader: Reader): HexUnit[] {
  return standing.units.map((unit) => ({
    id: unit.id,
    name: unit.name,
    type: unit.type,
    lat: unit.lat,
    lon: unit.lon,
    status: unit.status,
    said: `${unitTitle(unit, reader.language)}: ${statusWords(unit.status, reader, planRuns(standing))}`,
    href: unitAddress(unit, reader),
  }))
}

export const unitAddress = (unit: { code: string }, reader: Reader): string =>
  reader.to(`/dia-ban/${encodeURIComponent(unit.code)}`, {
    ngay: reader.on === reader.usualDay ? undefined : reader.on,
  })
