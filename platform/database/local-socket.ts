// The way in for whoever is on the same machine: a socket in the server's data folder, which only its account and root can
// enter. A question through it costs a fifth less than one through the network of the machine. The password is asked here too.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The system knows no longer names of sockets; the one that PostgreSQL gives is part of it. */
const longestName = 107
const nameOfSocket = '/.s.PGSQL.65535'

/** Where the socket is to lie; undefined when the data folder lies too deep for one. */
export const socketFolder = (cluster: string): string | undefined =>
  Buffer.byteLength(cluster + nameOfSocket) <= longestName ? cluster : undefined

/** What stands in an address for the machine. */
export const hostOf = (socket: string | undefined): string => (socket ? encodeURIComponent(socket) : '127.0.0.1')

/** Whether the machine in an address is a folder with a socket. */
export const isSocket = (host: string): boolean => decodeURIComponent(host).startsWith('/')

/** As PostgreSQL wants it in its list of folders. */
export const listed = (socket: string | undefined): string => (socket ? `"${socket.replaceAll('"', '""')}"` : '')

/** Data made by older versions of the product refuses everybody at the socket. */
export function letIn(cluster: string): void {
  const file = path.join(cluster, 'pg_hba.conf')
  const rules = readFileSync(file, 'utf8')
  const open = rules.replaceAll(/^(local\s.*\s)reject$/gm, '$1scram-sha-256')
  if (open !== rules) writeFileSync(file, open)
}
