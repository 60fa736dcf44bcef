// A device as the benchmarks use one: enrolled by the person who is signed in, sending JSON over HTTP.

import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'

export type Device = Awaited<ReturnType<typeof enrolDevice>>

export async function enrolDevice(url: string, cookie: string) {
  const send = async <A>(path: string, body: unknown): Promise<A> => {
    const answer = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': uuidv7(), origin: url, cookie },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`)
    return (await answer.json()) as A
  }
  const id = uuidv7()
  await send('/api/field/enrol', { deviceId: id, name: 'Máy đo', secret: randomBytes(32).toString('base64') })
  return { id, send }
}
