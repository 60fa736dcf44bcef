// Puts the server together and opens its port.
import { Hono } from 'hono'
import type { Listening } from './listen.ts'
import { listen } from './listen.ts'
import type { ProductParts } from './run.ts'

export async function startServer({ settings, database }: ProductParts): Promise<Listening> {
  const server = new Hono()
  server.get('/healthz', async (http) => {
    await database.pool.query('SELECT 1')
    return http.json({ status: 'ok' })
  })
  return listen(server.fetch, settings)
}
