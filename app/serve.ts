// `npm start`: the product for real work, never any demonstration data.

import { prepareEmpty } from './prepare.ts'
import { refuseWords, runProgram } from './program.ts'
import { run } from './run.ts'
import { startServer } from './server.ts'

await runProgram(() => {
  refuseWords([])
  return run({ prepare: prepareEmpty, startServer })
})
