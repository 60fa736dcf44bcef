// What is uploaded where an operation takes a file: the smallest that it takes for what it asks for.

import sharp from 'sharp'
import { docx } from '../docx.ts'
import { managed, table, workbook } from '../person-lists.ts'

const lines = (text: string): Uint8Array => new TextEncoder().encode(text)
const picture = () =>
  sharp({ create: { width: 400, height: 560, channels: 3, background: '#fbfbf7' } })
    .jpeg()
    .toBuffer()

const made: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
  'files.upload': picture,
  'paper.upload': picture,
  'cases.upload-template': () => docx({ paragraphs: ['Người: {ho_ten}'] }),
  'cases.list-send': () => workbook(table([managed])),
  'rosters.importUpload': () => lines('STT,Họ và tên,Thôn\n1,Phan Thử Tải,\n'),
}
const kept = new Map<string, Promise<Uint8Array>>()

export function bytesFor(operation: string): Promise<Uint8Array> {
  const bytes = kept.get(operation) ?? Promise.resolve(made[operation]?.() ?? lines('code,name\n12280,Lương Bằng\n'))
  kept.set(operation, bytes)
  return bytes
}
