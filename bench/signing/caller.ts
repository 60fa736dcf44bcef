// One caller on a connection of its own, as cheap as a caller can be: what is measured is the server, on whose two cores it runs too.

import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

const headEnd = Buffer.from('\r\n\r\n')

export type Caller = { ask(head: string, body: string): Promise<{ status: number; body: string }>; close(): void }

/** `head`: the request's first line and headers, without its length and its end. */
export async function openCaller({ hostname, port }: URL): Promise<Caller> {
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  await once(socket, 'connect')
  return {
    ask: (head, body) => {
      socket.write(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
      return answerOn(socket)
    },
    close: () => socket.destroy(),
  }
}

function answerOn(socket: Socket): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    let got: Buffer = Buffer.alloc(0)
    const done = () => socket.off('data', read).off('error', reject).off('close', closed)
    const closed = () => reject(new Error('the server closed the connection'))
    const read = (part: Buffer) => {
      got = got.length === 0 ? part : Buffer.concat([got, part])
      const end = got.indexOf(headEnd)
      if (end === -1) return
      const head = got.toString('latin1', 0, end)
      const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? Number.NaN)
      if (Number.isNaN(length)) {
        done()
        reject(new Error(`an answer without a length: ${head.slice(0, 200)}`))
      } else if (got.length >= end + headEnd.length + length) {
        done()
        resolve({ status: Number(head.slice(9, 12)), body: got.toString('utf8', end + headEnd.length) })
      }
    }
    socket.on('data', read).once('error', reject).once('close', closed)
  })
}
