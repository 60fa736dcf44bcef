// Compresses the built application once, so that the server hands out small files without working for them.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const worthIt = /\.(js|css|svg|html|json|webmanifest|wasm)$/
/** Below this many bytes a packet is a packet. */
const least = 1400

/** A Vite plugin: beside each text file of the build stand `.br` and `.gz`. */
export function compressed(): Plugin {
  let folder = ''
  return {
    name: 'compressed',
    apply: 'build',
    configResolved: (config) => {
      folder = path.resolve(config.root, config.build.outDir)
    },
    closeBundle: () => {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) =>
        worthIt.test(each),
      )) {
        const file = path.join(folder, name)
        const content = readFileSync(file)
        if (content.length < least) continue
        writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
        writeFileSync(`${file}.gz`, gzipSync(content))
      }
    },
  }
}
