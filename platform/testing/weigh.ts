// What a page costs somebody who opens it for the first time, in bytes over the wire.

import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from './browser.ts'

/** The sum of all that travelled, heads and bodies as they were sent. */
export async function weigh(
  page: Page,
  address: string,
  until: () => Promise<void>,
  { fonts = true } = {},
): Promise<number> {
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  await network.send('Network.setCacheDisabled', { cacheDisabled: true })
  const kinds = new Map<string, string>()
  let total = 0
  network.on('Network.responseReceived', (event) => kinds.set(event.requestId, event.type))
  network.on('Network.loadingFinished', (event) => {
    if (fonts || kinds.get(event.requestId) !== 'Font') total += event.encodedDataLength
  })
  await page.goto(address)
  await until()
  await pause(500)
  return total
}
