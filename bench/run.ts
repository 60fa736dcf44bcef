// `npm run bench -- NAME [--json]`: runs one benchmark and prints each figure beside its limit, measured in the same run.
// With --json the last line is one JSON object. It leaves with 1 when a figure does not hold.

import { readdirSync } from 'node:fs'
import path from 'node:path'
import { runProgram } from '../app/program.ts'
import { type Bench, linesOf } from './figure.ts'

const own = new Set(['run.ts', 'figure.ts'])
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !own.has(file) && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .sort()

await runProgram(async () => {
  const words = process.argv.slice(2)
  const json = words.includes('--json')
  const asked = words.filter((word) => word !== '--json')
  const [name = ''] = asked
  if (asked.length !== 1 || !names.includes(name)) {
    console.error(`npm run bench -- NAME [--json]\nNAME: ${names.join(', ')}`)
    return 2
  }
  const { bench } = (await import(path.join(import.meta.dirname, `${name}.ts`))) as { bench: Bench }
  const figures = await bench.run()
  for (const line of linesOf(name, figures, { json })) console.log(line)
  return figures.every((figure) => figure.holds) ? 0 : 1
})
