// Whose address a request has: the socket's, unless that is a proxy which the installation trusts to say whom it serves.

import { BlockList, isIP } from 'node:net'

/** Either how many proxies stand one behind the other in front of the port, or which addresses they have. */
export type TrustedProxies = { hops: number } | { networks: BlockList }

/** "2", or "127.0.0.1, 10.0.0.0/8"; undefined when it is neither. */
export function readTrustedProxies(text: string): TrustedProxies | undefined {
  if (/^[1-9]$/.test(text)) return { hops: Number(text) }
  const networks = new BlockList()
  for (const part of text.split(',').map((each) => each.trim())) {
    const [address = '', bits, ...rest] = part.split('/')
    const kind = isIP(address)
    const most = kind === 4 ? 32 : 128
    if (kind === 0 || rest.length > 0) return undefined
    if (bits !== undefined && (!/^\d{1,3}$/.test(bits) || Number(bits) > most)) return undefined
    networks.addSubnet(address, Number(bits ?? most), kind === 4 ? 'ipv4' : 'ipv6')
  }
  return { networks }
}

/**
 * The caller's address. `forwarded` is the header X-Forwarded-For, in which each proxy adds the address it was called
 * from at the end; what stands before the last trusted entry may have been written by anybody.
 */
export function clientAddress(peer: string, forwarded: string | null, trusted: TrustedProxies | undefined): string {
  const socket = plain(peer)
  if (!trusted || !forwarded) return socket
  const told = forwarded.split(',').map((each) => plain(each))
  if ('hops' in trusted) {
    // Fewer entries than proxies: somebody came past them, and what is written is their own word.
    const wanted = told[told.length - trusted.hops]
    return wanted && isIP(wanted) ? wanted : socket
  }
  let address = socket
  for (const before of told.reverse()) {
    if (!isTrusted(address, trusted.networks) || isIP(before) === 0) break
    address = before
  }
  return address
}

const isTrusted = (address: string, networks: BlockList): boolean => {
  const kind = isIP(address)
  return kind !== 0 && networks.check(address, kind === 4 ? 'ipv4' : 'ipv6')
}

/** Without port and brackets; an IPv4 address that came over an IPv6 socket reads as IPv4. */
function plain(text: string): string {
  const bare = text
    .trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
  return bare.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
}
