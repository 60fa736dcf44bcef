// `npm ci` refuses a lock file that leaves out a package somebody asks for, even one for another kind of machine; npm
// leaves those out by itself when a registry does not have them on the day the file is written.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

interface LockedPackage {
  version?: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

const checkout = path.resolve(import.meta.dirname, '..')
const lock = JSON.parse(readFileSync(path.join(checkout, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, LockedPackage>
}

/** Looks where Node would look: beside the package that asks, then in each folder above. */
function isLocked(asking: string, name: string): boolean {
  for (let place = asking; ; place = place.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    if (`${place ? `${place}/` : ''}node_modules/${name}` in lock.packages) return true
    if (place === '') return false
  }
}

test('package-lock.json names every package that is asked for', () => {
  const missing = Object.entries(lock.packages).flatMap(([place, wanted]) =>
    Object.keys({ ...wanted.dependencies, ...wanted.optionalDependencies })
      .filter((name) => !isLocked(place, name))
      .map((name) => `${place} asks for ${name}`),
  )
  expect(missing).toEqual([])
})

test('what package.json asks for is pinned to one version', () => {
  const root = lock.packages[''] ?? {}
  const loose = Object.entries({ ...root.dependencies, ...root.optionalDependencies }).filter(([, version]) =>
    /[\^~*<>|]/.test(version),
  )
  expect(loose).toEqual([])
})
