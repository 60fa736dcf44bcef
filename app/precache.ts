// Tells the worker of the phone application which files there are: a Vite plugin that writes the list into it.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

const base = '/field/'

export function precached(): Plugin {
  let publicFolder = ''
  return {
    name: 'precached',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => {
      publicFolder = config.publicDir
    },
    generateBundle: {
      order: 'post',
      handler: (_, bundle) => {
        const built = Object.values(bundle)
          .filter(({ fileName }) => fileName !== 'sw.js')
          .map((file) => ({
            url: base + file.fileName,
            // A hashed name is its own version.
            revision: /-[\w-]{8,}\.\w+$/.test(file.fileName)
              ? null
              : hashOf(file.type === 'chunk' ? file.code : file.source),
          }))
        const others = readdirSync(publicFolder).map((name) => ({
          url: base + name,
          revision: hashOf(readFileSync(path.join(publicFolder, name))),
        }))
        const worker = bundle['sw.js']
        if (worker?.type !== 'chunk') throw new Error('the worker of the phone application was not built')
        worker.code = worker.code.replaceAll('FILES_OF_THE_BUILD', JSON.stringify([...built, ...others]))
      },
    },
  }
}

const hashOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex').slice(0, 16)
