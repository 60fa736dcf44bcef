// The reading thread: a file is opened, its pages are read one by one as they are asked for. Away from the loop that
// answers everybody else, and ended from outside when a page takes too long.

import { parentPort } from 'node:worker_threads'
import type { PDFiumDocument } from '@hyzyla/pdfium'
import { openPdf, pageAsPicture } from './pdf.ts'
import { openPicture, type Picture, type Unreadable } from './picture.ts'
import { type PageRead, readPage } from './read-page.ts'

export type FileKind = 'pdf' | 'picture'
export type ToReader = { open: { bytes: Uint8Array; kind: FileKind } } | { page: number }
export type FromReader = { pages: number } | { unreadable: Unreadable } | { read: PageRead }

const port = parentPort
if (!port) throw new Error('this file is a thread of its own')
let document: PDFiumDocument | undefined
let picture: Picture | undefined

port.on('message', (message: ToReader) => {
  void answer(message).then(
    (said) => port.postMessage(said),
    () => port.postMessage({ unreadable: 'broken_file' } satisfies FromReader),
  )
})

async function answer(message: ToReader): Promise<FromReader> {
  if ('open' in message) return openFile(message.open)
  const shown = document ? await pageAsPicture(document, message.page) : picture
  return shown ? { read: await readPage(shown) } : { unreadable: 'broken_file' }
}

async function openFile({ bytes, kind }: { bytes: Uint8Array; kind: FileKind }): Promise<FromReader> {
  document?.destroy()
  ;[document, picture] = [undefined, undefined]
  if (kind === 'pdf') {
    document = await openPdf(bytes)
    return document ? { pages: document.getPageCount() } : { unreadable: 'broken_file' }
  }
  const opened = await openPicture(bytes)
  if (typeof opened === 'string') return { unreadable: opened }
  picture = opened
  return { pages: 1 }
}
