// `npm run up`: the product on this machine, with the Kim Động demonstration, or without it (`-- --empty`).
import { runProgram } from './program.ts'
import { run } from './run.ts'
import { startServer } from './server.ts'

await runProgram(() => run({ prepare: async () => [], startServer }))
