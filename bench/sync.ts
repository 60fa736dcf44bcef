// What a device does when it is back in reach: ten thousand queued commands, pushed over HTTP by one device for one
// commune, each through the whole door as itself.

import { v7 as uuidv7 } from 'uuid'
import { mostCommands, type PushAnswer, pushPath } from '../modules/field/contract.ts'
import { enrolDevice } from './field/device.ts'
import { atLeast, type Bench, percentile } from './figure.ts'
import { callFor } from './signing/clients.ts'
import { type Ground, prepareGround } from './signing/ground.ts'

const queued = 10_000
const rounds = 3

async function pushAll(ground: Ground): Promise<number> {
  const commune = ground.communes[0]
  if (!commune) throw new Error('the ground has no commune')
  const [driveId, device] = [await ground.openDrive(), await enrolDevice(ground.url, ground.cookie)]
  const commands = commune.entries.slice(0, queued).map((entryId) => ({
    id: uuidv7(),
    operation: 'commitments.sign',
    input: callFor(driveId, commune.id, [entryId]),
  }))
  if (commands.length !== queued) throw new Error(`only ${commands.length} commands are queued`)
  const began = performance.now()
  for (let from = 0; from < commands.length; from += mostCommands) {
    const sent = commands.slice(from, from + mostCommands)
    const waiting = commands.length - from - sent.length
    const { results } = await device.send<PushAnswer>(pushPath, { deviceId: device.id, waiting, commands: sent })
    const good = results.filter((result) => 'answer' in result && JSON.stringify(result.answer).includes('"accepted"'))
    if (good.length !== sent.length) throw new Error(`not every command was accepted: ${JSON.stringify(results[0])}`)
  }
  return queued / ((performance.now() - began) / 1000)
}

export const bench: Bench = {
  name: 'sync',
  run: async () => {
    const ground = await prepareGround(queued)
    try {
      const speeds: number[] = []
      for (let round = 0; round < rounds; round += 1) speeds.push(await pushAll(ground))
      return [atLeast('rows_per_s', Math.round(percentile(speeds, 0.5)), 'rows/s', 2_000)]
    } finally {
      await ground.close()
    }
  },
}
