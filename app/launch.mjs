// Starts every command of the product on a machine that has only Node 20 and npm: installs what is missing, finds a
// Node that runs TypeScript as it is (24 or newer), hands over signals and the exit code. Plain JavaScript on purpose.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'

const checkout = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..')
const programs = {
  up: 'app/up.ts',
  serve: 'app/serve.ts',
  cli: 'app/cli.ts',
  check: 'app/check.ts',
  bench: 'bench/run.ts',
  chaos: 'chaos/run.ts',
}
// Requests make much that is gone a moment later. With room for it (three times 32 MB at the most) V8 sweeps less often:
// about a tenth more signatures a second on two small cores.
const roomForShortLives = ['--max-semi-space-size=32']
const oldestNode = 20
const neededNode = 24

function leave(vi, en) {
  console.error(`${vi}\n${en}`)
  process.exit(1)
}

/** Whether node_modules holds what package-lock.json asks for; npm leaves its own list of what it installed. */
function isInstalled(withoutTools) {
  const read = (file) => JSON.parse(readFileSync(path.join(checkout, file), 'utf8')).packages
  if (!existsSync(path.join(checkout, 'node_modules/.package-lock.json'))) return false
  const installed = read('node_modules/.package-lock.json')
  return Object.entries(read('package-lock.json')).every(([place, wanted]) => {
    if (place === '' || (withoutTools && wanted.dev)) return true
    const found = installed[place]
    // A package for another kind of machine is left out by npm, and that is right.
    return found ? found.version === wanted.version : Boolean(wanted.optional || wanted.devOptional)
  })
}

function install() {
  console.log('Đang cài các gói cần thiết (lần đầu mất một đến hai phút)… / Installing packages (a minute or two)…')
  // Not the Node inside node_modules: npm is about to take that folder away.
  const ownPrograms = path.join(checkout, 'node_modules')
  const PATH = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !path.resolve(folder).startsWith(ownPrograms))
    .join(path.delimiter)
  const outcome = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: checkout,
    stdio: 'inherit',
    env: { ...process.env, PATH },
  })
  if (outcome.status === 0) return
  leave(
    'Không cài được các gói: hãy xem thông báo của npm ở trên, kiểm tra kết nối mạng rồi chạy lại.',
    'The packages could not be installed: see what npm says above, check the network and run again.',
  )
}

function findNode() {
  if (Number.parseInt(process.versions.node, 10) >= neededNode) return process.execPath
  const bundled = path.join(checkout, `node_modules/node-linux-${process.arch}/bin/node`)
  if (existsSync(bundled)) return bundled
  return leave(
    `Máy này có Node ${process.versions.node} và không có bản Node ${neededNode} đi kèm cho ${process.platform}-${process.arch}: hãy cài Node ${neededNode}.`,
    `This machine has Node ${process.versions.node} and no Node ${neededNode} comes along for ${process.platform}-${process.arch}: install Node ${neededNode}.`,
  )
}

if (Number.parseInt(process.versions.node, 10) < oldestNode) {
  leave(
    `Cần Node ${oldestNode} trở lên, máy này có ${process.versions.node}.`,
    `Node ${oldestNode} or newer is needed, this machine has ${process.versions.node}.`,
  )
}
const [command = '', ...words] = process.argv.slice(2)
const program = Object.hasOwn(programs, command) ? programs[command] : undefined
if (!program) {
  const names = Object.keys(programs).join(', ')
  leave(`Không có lệnh "${command}"; các lệnh là: ${names}.`, `No command "${command}"; the commands are: ${names}.`)
}
// `npm run up --empty`, without the two dashes between: npm keeps the word for itself and says so here alone.
if (command === 'up' && process.env.npm_config_empty && !words.includes('--empty')) words.push('--empty')
if (!isInstalled(['serve', 'cli'].includes(command))) install()

// The channel tells the program when this launcher is gone, even by kill -9, so that it can stop in order.
const child = spawn(findNode(), [...roomForShortLives, path.join(checkout, program), ...words], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  // What Node made of each file is kept for the next start; where that folder cannot be written, it does without.
  env: { NODE_COMPILE_CACHE: path.join(checkout, 'node_modules/.cache/compiled'), ...process.env },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
// npm passes SIGTERM on, but cannot when it is killed: then nobody is left to stop this but ourselves.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref()
}
child.on('error', (fault) => leave(`Không chạy được Node: ${fault.message}`, `Node does not start: ${fault.message}`))
child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal === 'SIGKILL' ? 9 : 15)))
