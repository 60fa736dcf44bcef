// Where the bytes of a file lie: on the machine, in memory, or wherever a module keeps them. Read in slices, never whole.

import { open } from 'node:fs/promises'

export type Source = {
  size: number
  /** The bytes from `from` up to `to`, fewer at the end of the file. */
  read(from: number, to: number): Promise<Buffer>
  close(): Promise<void>
}

const slice = 64 * 1024

/** The bytes in order; between two slices the process can answer others. */
export async function* streamOf(source: Source, from = 0, to = source.size): AsyncGenerator<Buffer> {
  for (let at = from; at < to; at += slice) {
    yield await source.read(at, Math.min(at + slice, to))
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
}

export async function fileSource(place: string): Promise<Source> {
  const file = await open(place)
  const { size } = await file.stat()
  return {
    size,
    read: async (from, to) => {
      const wanted = Math.max(0, Math.min(to, size) - from)
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(wanted), 0, wanted, from)
      return buffer.subarray(0, bytesRead)
    },
    close: () => file.close(),
  }
}

export const bytesSource = (bytes: Uint8Array): Source => ({
  size: bytes.length,
  read: async (from, to) => Buffer.from(bytes.subarray(from, to)),
  close: async () => undefined,
})
