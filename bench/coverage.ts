// The coverage of a province, over HTTP and signed in, with 3,000,000 promises on record and with 30,000, turn about, and
// beside a handler that asks the database nothing but `select 1`; what is verified of it, with a lot that has its verdict in
// every hamlet and group; then coverage while signatures keep coming in.

import { Hono } from 'hono'
import { sql } from 'kysely'
import { listen } from '../app/listen.ts'
import { freePort } from '../platform/database/postmaster.ts'
import { fillLots } from './counting/lots.ts'
import { beat, fillDrive, fillProvince } from './counting/province.ts'
import { atMost, type Bench, percentile, rounded } from './figure.ts'
import { sendAll } from './signing/clients.ts'
import { prepareGround } from './signing/ground.ts'

const entries = 3_000_000
const rounds = 5
const asked = 400
const clients = 4
const day = '2024-11-15'

const p95 = (milliseconds: number[]) => percentile(milliseconds, 0.95)

export const bench: Bench = {
  name: 'coverage',
  run: async () => {
    const ground = await prepareGround(10)
    const { db } = ground
    const select1 = await selectServer(ground.pool)
    try {
      const { many, few } = await fill(db)
      const waits = async (url: string, path: string): Promise<number[]> =>
        (
          await sendAll({
            url,
            path,
            cookie: ground.cookie,
            clients,
            bodies: Array.from({ length: asked }, () => null),
            method: 'GET',
          })
        ).milliseconds
      const coverage = (driveId: string) => waits(ground.url, `/api/commitments/coverage?driveId=${driveId}&on=${day}`)
      const verified = (driveId: string) => waits(ground.url, `/api/verification/coverage?driveId=${driveId}&on=${day}`)
      const found = {
        many: [] as number[],
        few: [] as number[],
        verifiedMany: [] as number[],
        verifiedFew: [] as number[],
        bare: [] as number[],
      }
      for (let round = -1; round < rounds; round += 1) {
        const taken = {
          many: await coverage(many),
          few: await coverage(few),
          verifiedMany: await verified(many),
          verifiedFew: await verified(few),
          bare: await waits(select1.url, '/select-1'),
        }
        // The first round warms up what a running server has warm.
        if (round < 0) continue
        for (const key of Object.keys(found) as (keyof typeof found)[]) found[key].push(...taken[key])
      }
      const stop = keepBeating(db, many)
      const moving = await coverage(many)
      await stop()
      for (const [key, milliseconds] of Object.entries(found))
        console.log(`  p95 ${key}: ${rounded(p95(milliseconds), 2)} ms`)
      const ratio = (one: number[], other: number[]) => rounded(p95(one) / p95(other), 2)
      return [
        atMost('growth', ratio(found.many, found.few), 'ratio', 1.3),
        atMost('over_select1', ratio(found.many, found.bare), 'ratio', 2),
        atMost('verified_growth', ratio(found.verifiedMany, found.verifiedFew), 'ratio', 1.3),
        atMost('verified_over_select1', ratio(found.verifiedMany, found.bare), 'ratio', 2),
        atMost('p95_ms', rounded(p95(found.many)), 'ms', 50),
        atMost('moving_p95_ms', rounded(p95(moving)), 'ms', 150),
      ]
    } finally {
      await select1.close()
      await ground.close()
    }
  },
}

/** A province with two drives, one signed by everybody and one by every hundredth, and the lots of both. */
async function fill(db: Awaited<ReturnType<typeof prepareGround>>['db']): Promise<{ many: string; few: string }> {
  // A fixture of millions: who refers to whom is right by making, so it need not be checked row by row.
  await sql`alter table roster_entry drop constraint roster_entry_list`.execute(db)
  await sql`alter table commitment_promise drop constraint commitment_promise_entry`.execute(db)
  const province = await fillProvince(db, entries)
  const many = await fillDrive(db, province, 1)
  const few = await fillDrive(db, province, 100)
  const lots = [await fillLots(db, many.id), await fillLots(db, few.id)]
  // What was just loaded would otherwise be tidied up by the server while it is measured.
  await sql`vacuum (analyze)`.execute(db)
  await sql`checkpoint`.execute(db).catch(() => undefined)
  console.log(`  ${many.promises} promises in ${lots[0]} lots beside ${few.promises} in ${lots[1]}`)
  return { many: many.id, few: few.id }
}

/** Twenty signatures a second, in communes of every slot in turn. */
function keepBeating(db: Parameters<typeof beat>[0], driveId: string): () => Promise<void> {
  let slot = 0
  let last: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    slot = (slot + 1) % 16
    last = beat(db, driveId, slot)
  }, 50)
  return async () => {
    clearInterval(timer)
    await last
  }
}

async function selectServer(pool: { query(text: string): Promise<unknown> }) {
  const site = new Hono()
  site.get('/select-1', async (http) => {
    await pool.query('select 1')
    return http.json({ one: 1 })
  })
  const port = await freePort()
  const { close } = await listen(site.fetch, { host: '127.0.0.1', port })
  return { url: `http://127.0.0.1:${port}`, close }
}
