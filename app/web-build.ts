// Builds the staff application and the phone application when what it is made from has changed since the last build. The hash of all sources is
// kept beside the result, so a second start builds nothing.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { withLock } from '../platform/lock.ts'
import { StartupRefusal } from '../platform/startup-refusal.ts'

const checkout = path.resolve(import.meta.dirname, '..')
const result = path.join(checkout, 'dist', 'staff')
const stamp = path.join(result, '.sources')

const sourceFolders = ['app/web', 'app/field', 'platform/contract', 'platform/web', 'modules', 'rules', 'programmes']
const sourceFiles = ['package-lock.json', 'vite.config.ts', 'vite.field.config.ts', 'app/precache.ts', 'tsconfig.json']
const partOfIt = /\.(tsx?|css|html|json|svg|png|webp|woff2?|webmanifest)$/
const neverPartOfIt = /(^|\/)server\/|\.test\.tsx?$/

/** Two that start at once build once: the second waits for the first, and finds nothing left to do. */
export function buildWebWhenChanged(): Promise<'built' | 'unchanged'> {
  return withLock(result, buildIfChanged)
}

async function buildIfChanged(): Promise<'built' | 'unchanged'> {
  const now = await hashOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return 'unchanged'
  for (const config of ['vite.config.ts', 'vite.field.config.ts']) await build(config)
  writeFileSync(stamp, now)
  return 'built'
}

async function hashOfSources(): Promise<string> {
  const files = [...sourceFiles]
  for (const folder of sourceFolders) {
    const names = await readdir(path.join(checkout, folder), { recursive: true }).catch(() => [])
    const wanted = names.filter((name) => partOfIt.test(name) && !neverPartOfIt.test(name))
    files.push(...wanted.map((name) => path.posix.join(folder, name)))
  }
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(`${file}\n`).update(await readFile(path.join(checkout, file)))
  return hash.digest('hex')
}

// In a process of its own: what the build needs of memory is free again when the server runs.
function build(config: string): Promise<void> {
  const vite = path.join(checkout, 'node_modules', 'vite', 'bin', 'vite.js')
  return new Promise((resolve, reject) => {
    // A test runner sets NODE_ENV for itself; what is served is always built for real work.
    const env = { ...process.env, NODE_ENV: 'production' }
    const child = spawn(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'error'], {
      cwd: checkout,
      stdio: 'pipe',
      env,
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()))
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(failed(said))))
  })
}

function failed(said: string): StartupRefusal {
  return new StartupRefusal('web-build-failed', {
    vi: `Không dựng được ứng dụng:\n${said.trim().slice(-2_000)}`,
    en: 'The applications could not be built; the reason is above.',
  })
}
