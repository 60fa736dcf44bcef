// One starter at a time: a lock between processes that the kernel itself lets go when its holder dies, even by kill -9.
// It is a listening socket in Linux's abstract namespace, so there is no lock file that could go stale.
import { createHash } from 'node:crypto'
import net from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export async function withLock<Result>(subject: string, work: () => Promise<Result>): Promise<Result> {
  const release = await takeLock(subject)
  try {
    return await work()
  } finally {
    await release()
  }
}

async function takeLock(subject: string): Promise<() => Promise<void>> {
  const name = `\0binhyen-${createHash('sha256').update(subject).digest('hex').slice(0, 32)}`
  for (;;) {
    const server = await tryListen(name)
    if (server) return () => new Promise((resolve) => server.close(() => resolve()))
    await pause(20)
  }
}

function tryListen(name: string): Promise<net.Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => socket.destroy())
    server.once('error', (fault: NodeJS.ErrnoException) =>
      fault.code === 'EADDRINUSE' ? resolve(undefined) : reject(fault),
    )
    server.listen(name, () => resolve(server))
  })
}
