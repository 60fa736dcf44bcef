// `npm run up`: the product on this machine, with the Kim Động demonstration, or without it (`-- --empty`).

import { prepareDemonstration, prepareEmpty } from './prepare.ts'
import { refuseWords, runProgram } from './program.ts'
import { run } from './run.ts'
import { startServer } from './server.ts'

const empty = process.argv.includes('--empty')
await runProgram(() => {
  refuseWords(['--empty'])
  return run({ prepare: empty ? prepareEmpty : prepareDemonstration, startServer })
})
