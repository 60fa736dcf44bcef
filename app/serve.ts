// `npm start`: the product for real work, never any demonstration data.

import { prepareEmpty } from './prepare.ts'
import { runProgram } from './program.ts'
import { run } from './run.ts'
import { startServer } from './server.ts'

await runProgram(() => run({ prepare: prepareEmpty, startServer }))
