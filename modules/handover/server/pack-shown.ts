// What the receiver sees of a pack before deciding: what the form says, where the person stands, what comes next.

import type { Db } from '../../../platform/server/slice.ts'
import { alikeIn, handOver, insideFiles, lifeOf } from '../../cases/server/public.ts'
import type { PackShown } from '../contract.ts'
import { placeOf } from '../rules/passing.ts'
import type { PackContent } from './packs.ts'
import { isStable } from './sending.ts'

const mostShown = 5

export async function packShown(
  db: Db,
  {
    content: { whole, form },
    digest,
    by,
    now,
    communeId,
  }: { content: PackContent; digest: Buffer; by: { id: string; name: string }; now: Date; communeId: string },
): Promise<PackShown> {
  const life = await lifeOf(db, whole, now)
  const { status, awaits, next } = life
  const alike = await insideFiles(db, { communeId, readerId: by.id, purpose: handOver }, (files) =>
    alikeIn(files, communeId, whole),
  )
  return {
    digest: digest.toString('hex'),
    reader: by.name,
    form: form.form,
    identity: whole.person.identity,
    status: placeOf(life) ?? null,
    paper: status ? { ...status.paper } : null,
    since: (status ?? awaits)?.since ?? null,
    ends: status?.ends ?? null,
    next: next
      .filter(({ id, optional }) => id !== 'hand-over' && !optional)
      .slice(0, mostShown)
      .map(({ what, due }) => ({ ...what, due: due ?? null })),
    events: whole.events.length,
    last: whole.events
      .slice(-mostShown)
      .reverse()
      .map(({ kind, at, folio }) => ({ kind, at, folio })),
    sentBy: form.sentBy ?? null,
    residence: form.residence,
    stay: form.stay,
    stable: isStable(whole, now),
    alike,
  }
}
