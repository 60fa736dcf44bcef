// The product's own server, loaded beforehand: it starts when it is told to, so that a shaken run waits for the start alone and
// not for the files. It goes when whoever shakes it is gone.

import { once } from 'node:events'
import { flushCompileCache } from 'node:module'
import { prepareEmpty } from '../app/prepare.ts'
import { runProgram } from '../app/program.ts'
import { run } from '../app/run.ts'
import { startServer } from '../app/server.ts'

// The next one loads what this one has compiled; a process that is killed leaves nothing behind by itself.
flushCompileCache()
process.on('disconnect', () => process.exit(1))
await once(process, 'message')
await runProgram(() => run({ prepare: prepareEmpty, startServer }))
