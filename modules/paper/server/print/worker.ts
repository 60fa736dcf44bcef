// The drawing thread: sheets come in, pieces of the PDF go out. Away from the loop that answers everybody else.

import { parentPort, workerData } from 'node:worker_threads'
import type { SheetContent } from './content.ts'
import { drawSheet, openPrint } from './draw.ts'

export type ToDrawer = { sheets: SheetContent[] } | 'end'
export type FromDrawer = { bytes: Uint8Array } | { drawn: number } | 'end'

const port = parentPort
if (!port) throw new Error('this file is a thread of its own')
const say = (message: FromDrawer): void => port.postMessage(message)
const doc = openPrint(String((workerData as { title: string }).title))
let drawn = 0
doc.on('data', (bytes: Uint8Array) => say({ bytes }))
doc.on('end', () => {
  say('end')
  port.close()
})
port.on('message', (message: ToDrawer) => {
  if (message === 'end') return doc.end()
  for (const sheet of message.sheets) drawSheet(doc, sheet)
  drawn += message.sheets.length
  say({ drawn })
})
