// Our card and the installations that we know, for the administrator.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers, type Db } from '../../../../platform/server/slice.ts'
import { insideFiles, readersNames, sayingWhatKeyIsMissing } from '../../../cases/server/public.ts'
import { type CorrespondentShown, ListCorrespondents } from '../../contract.ts'
import { codeOf } from '../../rules/far/code.ts'
import { cardOf, communesOf } from '../far/cards.ts'
import { amongInstallations } from '../far/correspondents.ts'
import { installationIn, keysShown, ourselves } from '../far/installation.ts'
import { overAllThatWaits } from '../waiting.ts'

type Row = {
  id: string
  name: string
  registered_at: string
  revoked_at: string | null
  revoked_by: string | null
  revoked_why: string | null
}
type Key = {
  id: string
  correspondent_id: string
  registered_at: string
  confirmed_at: string | null
  confirmed_by: string | null
  confirmed_with: string | null
  ended_at: string | null
  distrusted: boolean
}
type Served = { correspondent_id: string; code: string; name: string; type: string; from: string }

export const listCorrespondents = answers(ListCorrespondents, async ({ db, person, now, today }) => {
  if (!person) throw refuse(platformRefusals.not_signed_in)
  const way = { communeId: '', readerId: person.id, purpose: amongInstallations }
  const found = await sayingWhatKeyIsMissing(() =>
    insideFiles(db, way, async (files) => ({
      us: (await installationIn(files)) && (await ourselves(files)),
      ourKeys: await keysShown(files),
      ...(await known(files, today)),
    })),
  )
  const waiting = await waitingFor(db)
  const names = await readersNames(
    db,
    [...found.rows.map((row) => row.revoked_by), ...found.keys.map((key) => key.confirmed_by)].flatMap(
      (id) => id ?? [],
    ),
  )
  const served = found.us && (await communesOf(db, found.us.serves_id, today))
  return {
    ours:
      found.us && served
        ? {
            name: found.us.name,
            serves: { id: served.unit.id, name: served.unit.name, type: served.unit.type },
            communes: served.communes.length,
            code: codeOf(found.us.key.id),
            madeAt: found.ourKeys[0]?.madeAt ?? found.us.changed_at,
            changedAt: found.us.changed_at,
            card: cardOf(found.us, found.us.key, served.communes, now),
            olderKeys: found.ourKeys.filter(({ endedAt }) => endedAt !== null).length,
          }
        : null,
    rows: found.rows.map((row): CorrespondentShown => {
      const keys = found.keys.filter(({ correspondent_id: of }) => of === row.id)
      const inUse = keys.some((key) => key.confirmed_at && !key.ended_at && !key.distrusted)
      return {
        ...{ id: row.id, name: row.name, registeredAt: row.registered_at },
        state: row.revoked_at ? 'revoked' : inUse ? 'trusted' : 'to-compare',
        revoked: row.revoked_at
          ? { at: row.revoked_at, by: names.get(row.revoked_by ?? '') ?? null, why: row.revoked_why ?? '' }
          : null,
        keys: keys.map((key) => ({
          ...{ id: key.id, code: codeOf(key.id), registeredAt: key.registered_at },
          ...{ confirmedAt: key.confirmed_at, confirmedBy: names.get(key.confirmed_by ?? '') ?? null },
          ...{ confirmedWith: key.confirmed_with, endedAt: key.ended_at, distrusted: key.distrusted },
        })),
        serves: found.served.flatMap(({ correspondent_id: of, ...place }) => (of === row.id ? [place] : [])),
        waiting: waiting.get(row.id) ?? 0,
      }
    }),
  }
})

async function known(files: Db, today: string): Promise<{ rows: Row[]; keys: Key[]; served: Served[] }> {
  const rows = await sql<Row>`select id, name, registered_at, revoked_at, revoked_by, revoked_why
    from handover.correspondent order by name, id`.execute(files)
  const keys =
    await sql<Key>`select id, correspondent_id, registered_at, confirmed_at, confirmed_by, confirmed_with, ended_at, distrusted
    from handover.correspondent_key order by registered_at desc, id`.execute(files)
  const served = await sql<Served>`select correspondent_id, code, name, type, valid_from as "from"
    from handover.served where valid_to is null or valid_to > ${today}::date order by code`.execute(files)
  return { rows: rows.rows, keys: keys.rows, served: served.rows }
}

/** How many of ours wait for a receipt of each. */
const waitingFor = (db: Db): Promise<Map<string, number>> =>
  overAllThatWaits(db, async (inside) => {
    const { rows } = await sql<{ id: string; count: number }>`
      select correspondent_id as id, count(*)::int as count from handover.departure where state = 'sent' group by 1`.execute(
      inside,
    )
    return new Map(rows.map(({ id, count }) => [id, count]))
  })
