// What kind of file these bytes are: read from the bytes; the name decides only between texts, which carry no mark.

import { parse as parseCsv } from 'csv-parse/sync'
import { fileTypeFromBuffer } from 'file-type'
import { fileKinds, type MediaType, mediaTypes } from '../contract/files.ts'

const isKept = (mime: string): mime is MediaType => (mediaTypes as string[]).includes(mime)

/** The media type when the file is of a kind that is kept, else undefined. */
export async function kindOf(bytes: Uint8Array, name: string): Promise<MediaType | undefined> {
  const marked = await fileTypeFromBuffer(bytes)
  if (marked) return isKept(marked.mime) ? marked.mime : undefined
  const text = plainText(bytes)
  if (text === undefined) return undefined
  const ending = endingOf(name)
  if (ending === 'geojson' || ending === 'json') return isGeoJson(text) ? 'application/geo+json' : undefined
  if (ending === 'csv') return isCsv(text) ? 'text/csv' : undefined
  return undefined
}

/** The name under which it is kept: its ending agrees with what it is, and it names no folder. */
export function keptName(name: string, mediaType: MediaType): string {
  const bare = name.replace(/[\\/]+/g, ' ').trim() || 'tep'
  const endings: readonly string[] = fileKinds[mediaType]
  return endings.includes(endingOf(bare)) ? bare : `${bare}.${endings[0]}`
}

const endingOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''

function plainText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\u0000') ? undefined : text
  } catch {
    return undefined
  }
}

const geoTypes = new Set(['FeatureCollection', 'Feature', 'GeometryCollection', 'Polygon', 'MultiPolygon', 'Point'])
function isGeoJson(text: string): boolean {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && 'type' in read && geoTypes.has(String(read.type))
  } catch {
    return false
  }
}

/** Pages and drawings are text too: what opens with a tag is never taken for a table. */
function isCsv(text: string): boolean {
  if (/^\s*</.test(text)) return false
  try {
    const rows: unknown[] = parseCsv(text, { bom: true, delimiter: [',', ';', '\t'], skip_empty_lines: true, to: 1000 })
    return rows.length > 0
  } catch {
    return false
  }
}
