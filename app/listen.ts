// Opens the port for a fetch handler, and closes it in order: answers under way are finished, for a few seconds.
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { StartupRefusal } from '../platform/startup-refusal.ts'

export interface Listening {
  port: number
  close(): Promise<void>
}

const patience = 5_000

export function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  place: { host: string; port: number },
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: place.host, port: place.port }, ({ port }) =>
      resolve({ port, close: () => close(server) }),
    ) as Server
    server.once('error', (fault: NodeJS.ErrnoException) => reject(refusalOf(fault, place)))
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), patience)
    server.close(() => {
      clearTimeout(impatient)
      resolve()
    })
    server.closeIdleConnections()
  })
}

function refusalOf(fault: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): Error {
  if (fault.code === 'EADDRINUSE') {
    return new StartupRefusal('port-taken', {
      vi: `Cổng ${port} đang có chương trình khác dùng: hãy dừng chương trình đó hoặc đặt BINHYEN_PORT là số khác.`,
      en: `Port ${port} is taken by another program: stop it, or set BINHYEN_PORT to another number.`,
    })
  }
  if (fault.code === 'EACCES') {
    return new StartupRefusal('port-closed', {
      vi: `Người dùng này không được mở cổng ${port}: hãy đặt BINHYEN_PORT từ 1024 trở lên.`,
      en: `This user may not open port ${port}: set BINHYEN_PORT to 1024 or above.`,
    })
  }
  return new StartupRefusal('host-wrong', {
    vi: `Không lắng nghe được ở ${host}:${port} (${fault.code ?? fault.message}): hãy xem lại BINHYEN_HOST.`,
    en: `Cannot listen on ${host}:${port} (${fault.code ?? fault.message}): check BINHYEN_HOST.`,
  })
}
