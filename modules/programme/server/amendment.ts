// Carries out an amendment: a new version with its day, its document and its reason; the lines it changes and no others.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type * as z from 'zod/mini'
import { platformRefusals, Refusal, refuse } from '../../../platform/contract/refusal.ts'
import type { AuditNote, SignedInContext } from '../../../platform/server/slice.ts'
import { type Amendment, planRefusals } from '../contract/plans.ts'
import { type LineChange, type PlanLine, whatChanged, whyNotAmend, whyNotLines } from '../rules.ts'
import { linesOfVersion, planById, type StoredPlan } from './lines.ts'
import { type Programme, programmeById, programmeToday } from './programme.ts'
import { lineOf, linkDocument, needDocument, unitsOn, writeLine } from './write-lines.ts'

type Wanted = z.output<typeof Amendment>

/** Amends a plan within the transaction of a command; the caller's door has checked the right to do so. */
export async function amendPlan(
  context: SignedInContext,
  input: Wanted,
): Promise<{ answer: { planId: string; number: number; version: number }; audit: AuditNote }> {
  const { db, person } = context
  const plan = await planById(db, input.planId, true)
  const programme = plan && (await programmeById(db, plan.programmeId))
  if (!plan || !programme) throw refuse(platformRefusals.not_found)
  const last = plan.versions.at(-1)!
  const wrong = whyNotAmend(
    { year: plan.year, closedOn: plan.closedOn, last },
    input,
    programmeToday(programme, context.today),
  )
  if (wrong) throw wrong
  if (plan.version !== input.version)
    throw new Refusal(platformRefusals.changed_meanwhile, { extra: { current: plan.version } })
  await needDocument(db, input.documentId, context.scopeFor('documents.read'))

  const before = linesOfVersion(plan, last.number)
  const { after, typedAt } = applied(before, input.changes)
  const changes = whatChanged(before, after)
  if (changes.length === 0) throw refuse(planRefusals.nothing_changed)
  const wrongLine = await whyNotAfter(context, programme, after, typedAt, input.effectiveOn)
  if (wrongLine) throw wrongLine

  const number = last.number + 1
  await writeVersion(context, plan, number, input, changes)
  const version = plan.version + 1
  await sql`update plan set version = ${version} where id = ${plan.id}`.execute(db)
  await linkDocument(db, input.documentId, `plan:${plan.id}`)
  return {
    answer: { planId: plan.id, number, version },
    audit: {
      subject: `plan:${plan.id}`,
      areaId: programme.areaId,
      before: { version: last.number },
      after: {
        version: number,
        effectiveOn: input.effectiveOn,
        reason: input.reason,
        by: person.id,
        changes: changes.map(({ lineId, what, fields }) => ({ lineId, what, fields })),
      },
    },
  }
}

/** The lines after the amendment, and for each typed one which change of the input it came from. */
function applied(before: readonly PlanLine[], changes: Wanted['changes']) {
  const lines = new Map(before.map((line) => [line.lineId, line]))
  const typedAt = new Map<string, number>()
  for (const [place, change] of changes.entries()) {
    const lineId = change.what === 'add' ? uuidv7() : change.lineId
    if (change.what !== 'add' && !lines.has(lineId)) throw refuse(planRefusals.unknown_line)
    if (change.what === 'remove') {
      lines.delete(lineId)
      continue
    }
    lines.set(lineId, lineOf(lineId, change.line))
    typedAt.set(lineId, place)
  }
  return { after: [...lines.values()], typedAt }
}

/** Lines that stay as they are were judged when they were made; only what was typed must fit the day of effect. */
async function whyNotAfter(
  { db }: SignedInContext,
  programme: Programme,
  after: readonly PlanLine[],
  typedAt: ReadonlyMap<string, number>,
  effectiveOn: string,
): Promise<Refusal | undefined> {
  const kept = after.filter((line) => !typedAt.has(line.lineId))
  const typed = after.filter((line) => typedAt.has(line.lineId))
  const units = new Set([...(await unitsOn(db, programme.areaId, effectiveOn)), ...kept.map((line) => line.areaId)])
  return whyNotLines([...kept, ...typed], programme, units, (line) => `changes.${typedAt.get(line.lineId)}.line`)
}

async function writeVersion(
  { db }: SignedInContext,
  plan: StoredPlan,
  number: number,
  input: Wanted,
  changes: readonly LineChange[],
): Promise<void> {
  await sql`
    insert into plan_version (plan_id, number, decided_on, effective_on, document_id, reason)
    values (${plan.id}, ${number}, ${input.decidedOn}, ${input.effectiveOn}, ${input.documentId ?? null}, ${input.reason})`.execute(
    db,
  )
  const ended = changes.filter((change) => change.what !== 'added').map((change) => change.lineId)
  await sql`
    update target set to_version = ${number - 1}
    where plan_id = ${plan.id} and line_id = any(${ended}::uuid[]) and to_version is null`.execute(db)
  for (const change of changes) if (change.after) await writeLine(db, uuidv7(), plan.id, change.after, number)
}
