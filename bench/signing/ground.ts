// The ground that signatures are taken on: Kim Động on a database that does flush to the disk, with rosters and drives
// enough that no entry is signed for twice, the product's own server on a port, and somebody signed in.

import { appendFileSync, chmodSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { startServer } from '../../app/server.ts'
import { prepareDemoSignIns } from '../../modules/access/server/public.ts'
import { openDatabase } from '../../platform/database/connect.ts'
import { startEmbedded } from '../../platform/database/embedded.ts'
import { migrate } from '../../platform/database/migrate.ts'
import { freePort } from '../../platform/database/postmaster.ts'
import { readSettings } from '../../platform/settings.ts'
import { loadKimDong } from '../../programmes/kim-dong-2024/load.ts'

const communesBeside = 16

export type Commune = { id: string; entries: string[] }
export type Ground = Awaited<ReturnType<typeof prepareGround>>

/** Sixteen communes, and before them a busy one, of so many entries as are wanted there. */
export async function prepareGround(entriesPerCommune: number, inBusy = entriesPerCommune) {
  const data = mkdtempSync(path.join(tmpdir(), 'binhyen-bench-signing-'))
  // Started by root, the database runs as another account; where it cannot pass, its data lies elsewhere and stays.
  chmodSync(data, 0o711)
  const embedded = await startEmbedded({ data })
  const undo: (() => Promise<unknown>)[] = [async () => rmSync(data, { recursive: true, force: true }), embedded.stop]
  try {
    await migrate(embedded.url)
    const database = await openDatabase({ url: embedded.url, statementTimeout: 0 })
    undo.push(database.close)
    const { db, pool } = database
    await loadKimDong(db)
    const port = await freePort()
    const settings = readSettings({ BINHYEN_PORT: String(port), BINHYEN_DATA: data, BINHYEN_LOG_LEVEL: 'error' })
    const signIns = await prepareDemoSignIns(db, settings)
    const filled = await fillRosters(db, [inBusy, ...Array<number>(communesBeside).fill(entriesPerCommune)])
    const [busy, ...communes] = filled as [Commune, ...Commune[]]
    const server = await startServer({
      settings,
      secret: 'a secret of this benchmark, long enough',
      database: { ...database, url: embedded.url, embedded: undefined, migrated: [] },
    })
    undo.push(server.close)
    const lead = signIns.find(({ email }) => email.startsWith('tinh@'))
    if (!lead) throw new Error('the demonstration has no province lead')
    await searchedThrough(db, filled)
    const url = settings.publicUrl
    return {
      url,
      db,
      pool,
      databaseUrl: embedded.url,
      communes,
      busy,
      cookie: await signIn(url, lead),
      /** A drive of its own for each phase, so that every phase signs for the same households. */
      openDrive: () => openDrive(db),
      slowDisk: () => slowDisk(pool, data, embedded.pid),
      close: async () => {
        for (const step of undo.toReversed()) await step()
      },
    }
  } catch (fault) {
    for (const step of undo.toReversed()) await step()
    throw fault
  }
}

type Db = Parameters<typeof loadKimDong>[0]

async function fillRosters(db: Db, counts: readonly number[]): Promise<Commune[]> {
  const found = await sql<{ id: string }>`
    select unit.id from area_unit unit join area_coverage reach on reach.unit_id = unit.id
    join area_unit district on district.id = reach.ancestor_id and district.code = '331'
    where unit.level = 'commune' order by unit.code limit ${counts.length}`.execute(db)
  const communes: Commune[] = []
  for (const [index, { id }] of found.rows.entries()) {
    const list = uuidv7()
    await sql`insert into roster_list (commune_id, id, group_id, title, as_of, source)
      values (${id}, ${list}, 'household-heads', 'Danh sách', '2024-01-01', 'Sổ hộ')`.execute(db)
    const entries = await sql<{ id: string }>`
      insert into roster_entry (commune_id, id, list_id, group_id, number, name, name_key, name_bag, since)
      select ${id}, gen_random_uuid(), ${list}, 'household-heads', number, 'Trần Văn ' || number, 'tran van ' || number,
        number || ' tran van', '2024-01-01'
      from generate_series(1, ${counts[index] ?? 0}::int) as number returning id`.execute(db)
    communes.push({ id, entries: entries.rows.map((row) => row.id) })
  }
  await sql`analyze`.execute(db)
  return communes
}

/** A roster that has just come is searched for likely duplicates once; people sign for it in the weeks after. */
async function searchedThrough(db: Db, communes: readonly Commune[]): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ searched: number }>`
      select count(*)::int as searched from roster_search
      where finished_at is not null and commune_id = any(${communes.map(({ id }) => id)}::uuid[])`.execute(db)
    if (rows[0]?.searched === communes.length) return
    await pause(250)
  }
}

async function openDrive(db: Db): Promise<string> {
  const id = uuidv7()
  await sql`insert into commitment_drive (id, area_id, name_vi, name_en, recurs, year, opens_on, closes_on, published_on)
    select ${id}, unit.id, 'Đợt đo', 'Measured drive', 'once', 2024, '2000-01-01', '9000-01-01', '2000-01-01'
    from area_unit unit where unit.code = '331' and unit.level = 'district' limit 1`.execute(db)
  await sql`insert into commitment_drive_group (drive_id, group_id, counterpart, ways)
    values (${id}, 'household-heads', 'hamlet', '{ink}')`.execute(db)
  await sql`insert into commitment_text (drive_id, group_id, number, effective_on, title, opening, promises)
    values (${id}, 'household-heads', 1, '2000-01-01', 'Lời', 'Tôi cam kết', '{không sử dụng}')`.execute(db)
  return id
}

async function signIn(url: string, { email, password }: { email: string; password: string }): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  })
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** From now on each commit waits 5 ms before it flushes, as on a disk whose flush takes that long. */
async function slowDisk(pool: pg.Pool, data: string, pid: number): Promise<void> {
  const file = [path.join(data, 'postgres'), `${data}/../postgres`]
    .concat(globSync('/var/lib/binhyen/*/postgres'))
    .map((folder) => path.join(folder, 'postgresql.conf'))
    .filter((name) => existsSync(name) && existsSync(path.join(path.dirname(name), 'postmaster.pid')))
    .find((name) => Number.parseInt(readFileSync(path.join(path.dirname(name), 'postmaster.pid'), 'utf8'), 10) === pid)
  if (!file) throw new Error('the settings of the database server were not found')
  appendFileSync(file, '\ncommit_delay = 5000\ncommit_siblings = 0\n')
  process.kill(pid, 'SIGHUP')
  await pause(1_000)
  const { rows } = await pool.query<{ setting: string }>("select setting from pg_settings where name = 'commit_delay'")
  if (rows[0]?.setting !== '5000') throw new Error('the slow disk could not be set up')
}
