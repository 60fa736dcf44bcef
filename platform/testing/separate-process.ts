// A process of its own that holds the embedded database open, to be killed or told to stop by a test.
import { startEmbedded } from '../database/embedded.ts'

const embedded = await startEmbedded({ data: process.argv[2] ?? '' })
console.log(JSON.stringify({ url: embedded.url, pid: embedded.pid, started: embedded.started }))
process.stdin.once('data', async () => {
  await embedded.stop()
  process.exit(0)
})
