// The coverage of a province, over HTTP and signed in, with 3,000,000 promises on record and with 30,000, turn about, and
// beside a handler that asks the database nothing but `select 1`; then while signatures keep coming in.

import { Hono } from 'hono'
import { sql } from 'kysely'
import { listen } from '../app/listen.ts'
import { freePort } from '../platform/database/postmaster.ts'
import { beat, fillDrive, fillProvince } from './counting/province.ts'
import { atMost, type Bench, percentile, rounded } from './figure.ts'
import { sendAll } from './signing/clients.ts'
import { prepareGround } from './signing/ground.ts'

const entries = 3_000_000
const rounds = 5
const asked = 400
const clients = 4
const day = '2024-11-15'

export const bench: Bench = {
  name: 'coverage',
  run: async () => {
    const ground = await prepareGround(10)
    const { db } = ground
    const select1 = await selectServer(ground.pool)
    try {
      // A fixture of millions: who refers to whom is right by making, so it need not be checked row by row.
      await sql`alter table roster_entry drop constraint roster_entry_list`.execute(db)
      await sql`alter table commitment_promise drop constraint commitment_promise_entry`.execute(db)
      const province = await fillProvince(db, entries)
      const many = await fillDrive(db, province, 1)
      const few = await fillDrive(db, province, 100)
      // What was just loaded would otherwise be tidied up by the server while it is measured.
      await sql`vacuum (analyze)`.execute(db)
      await sql`checkpoint`.execute(db).catch(() => undefined)
      console.log(`  ${many.promises} promises beside ${few.promises}`)
      const view = (driveId: string) => `/api/commitments/coverage?driveId=${driveId}&on=${day}`
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
      const found = { many: [] as number[], few: [] as number[], bare: [] as number[], moving: [] as number[] }
      for (let round = -1; round < rounds; round += 1) {
        const [one, other, third] = [
          await waits(ground.url, view(many.id)),
          await waits(ground.url, view(few.id)),
          await waits(select1.url, '/select-1'),
        ]
        // The first round warms up what a running server has warm.
        if (round < 0) continue
        found.many.push(...one)
        found.few.push(...other)
        found.bare.push(...third)
      }
      const stop = keepBeating(db, many.id)
      found.moving.push(...(await waits(ground.url, view(many.id))))
      await stop()
      const p95 = (milliseconds: number[]) => percentile(milliseconds, 0.95)
      console.log(
        `  p95: ${rounded(p95(found.many), 2)} ms, ${rounded(p95(found.few), 2)} ms, select 1 ${rounded(p95(found.bare), 2)} ms`,
      )
      return [
        atMost('growth', rounded(p95(found.many) / p95(found.few), 2), 'ratio', 1.3),
        atMost('over_select1', rounded(p95(found.many) / p95(found.bare), 2), 'ratio', 2),
        atMost('p95_ms', rounded(p95(found.many)), 'ms', 50),
        atMost('moving_p95_ms', rounded(p95(found.moving)), 'ms', 150),
      ]
    } finally {
      await select1.close()
      await ground.close()
    }
  },
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
