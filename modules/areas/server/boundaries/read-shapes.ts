// Reads boundaries from GeoJSON: one file, or every .geojson and .json file of a folder. Says by name what cannot be used.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Feature, MultiPolygon, Polygon } from 'geojson'
import type { Bilingual } from '../../../../platform/contract/words.ts'

export type Shape = { code: string; file: string; geometry: Polygon | MultiPolygon }
export type ShapeError = Bilingual & { file: string; code: string }

const mostBytes = 512 * 1024 * 1024
const megabyte = 1024 * 1024
/** Names under which longitude and latitude on WGS84 are known; anything else would be drawn in the wrong place. */
const wgs84 = /(CRS84|EPSG:{1,2}4326|EPSG::4326)$/i

export function readShapes(place: string): { shapes: Shape[]; errors: ShapeError[] } {
  const shapes: Shape[] = []
  const errors: ShapeError[] = []
  for (const file of filesIn(place)) {
    const found = readFile(file)
    shapes.push(...found.shapes)
    errors.push(...found.errors)
  }
  if (shapes.length === 0 && errors.length === 0)
    errors.push(error(place, '', 'Không có tệp GeoJSON nào.', 'There is no GeoJSON file.'))
  const seen = new Map<string, string>()
  for (const shape of shapes) {
    const earlier = seen.get(shape.code)
    if (earlier !== undefined)
      errors.push(
        error(
          shape.file,
          shape.code,
          `Mã ${shape.code} đã có trong ${earlier}.`,
          `The code ${shape.code} is in ${earlier} already.`,
        ),
      )
    seen.set(shape.code, path.basename(shape.file))
  }
  return { shapes, errors }
}

const error = (file: string, code: string, vi: string, en: string): ShapeError => ({
  file: path.basename(file),
  code,
  vi,
  en,
})

function filesIn(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place)
    .filter((name) => /\.(geojson|json)$/i.test(name))
    .sort()
    .map((name) => path.join(place, name))
}

function readFile(file: string): { shapes: Shape[]; errors: ShapeError[] } {
  const { size } = statSync(file)
  if (size > mostBytes) {
    const limit = Math.round(mostBytes / megabyte)
    return { shapes: [], errors: [error(file, '', `Tệp lớn quá ${limit} MB.`, `The file is larger than ${limit} MB.`)] }
  }
  let content: unknown
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)))
  } catch {
    return { shapes: [], errors: [error(file, '', 'Tệp không phải GeoJSON.', 'The file is not GeoJSON.')] }
  }
  const features = featuresOf(content)
  if (!features) return { shapes: [], errors: [error(file, '', 'Tệp không phải GeoJSON.', 'The file is not GeoJSON.')] }
  const system = systemOf(content)
  if (system && !wgs84.test(system))
    return {
      shapes: [],
      errors: [
        error(
          file,
          '',
          `Hệ tọa độ ${system} không dùng được: hãy chuyển sang kinh độ, vĩ độ WGS84 (EPSG:4326).`,
          `The coordinate system ${system} cannot be used: convert to longitude and latitude on WGS84 (EPSG:4326).`,
        ),
      ],
    }
  const shapes: Shape[] = []
  const errors: ShapeError[] = []
  for (const [index, feature] of features.entries()) {
    const read = readFeature(file, index, feature)
    if ('geometry' in read) shapes.push(read)
    else errors.push(read)
  }
  return { shapes, errors }
}

function featuresOf(content: unknown): Feature[] | undefined {
  if (typeof content !== 'object' || content === null || !('type' in content)) return undefined
  if (content.type === 'Feature') return [content as Feature]
  const features = (content as { features?: unknown }).features
  return content.type === 'FeatureCollection' && Array.isArray(features) ? (features as Feature[]) : undefined
}

const systemOf = (content: unknown): string | undefined => {
  const named = (content as { crs?: { properties?: { name?: unknown } } | null }).crs?.properties?.name
  return typeof named === 'string' ? named : undefined
}

function readFeature(file: string, index: number, feature: Feature): Shape | ShapeError {
  const code = codeOf(feature)
  if (code === undefined)
    return error(
      file,
      '',
      `Hình thứ ${index + 1} không có mã: cần “id” hoặc thuộc tính “code”.`,
      `Feature ${index + 1} has no code: it needs an “id” or a property “code”.`,
    )
  const geometry = feature.geometry as Feature['geometry'] | null
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon')
    return error(
      file,
      code,
      `Mã ${code}: hình loại ${geometry?.type ?? 'rỗng'}, cần Polygon hoặc MultiPolygon.`,
      `Code ${code}: a shape of kind ${geometry?.type ?? 'nothing'}, and a Polygon or MultiPolygon is needed.`,
    )
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  if (!polygons.every((rings) => Array.isArray(rings) && rings.length > 0 && rings.every(isRing)))
    return error(
      file,
      code,
      `Mã ${code}: đường biên không khép kín, hoặc tọa độ không phải kinh độ, vĩ độ.`,
      `Code ${code}: a ring is not closed, or its coordinates are not longitude and latitude.`,
    )
  return { code, file, geometry }
}

function codeOf(feature: Feature): string | undefined {
  const found = (feature.properties as { code?: unknown } | null)?.code ?? feature.id
  return typeof found === 'string' && found !== '' ? found : typeof found === 'number' ? String(found) : undefined
}

/** Closed, of at least four places, within the world: metres of a plane system are far outside these bounds. */
const isRing = (ring: unknown): boolean =>
  Array.isArray(ring) &&
  ring.length >= 4 &&
  ring.every(
    (place) =>
      Array.isArray(place) &&
      Number.isFinite(place[0]) &&
      Number.isFinite(place[1]) &&
      Math.abs(place[0]) <= 180 &&
      Math.abs(place[1]) <= 90,
  ) &&
  ring[0][0] === ring.at(-1)[0] &&
  ring[0][1] === ring.at(-1)[1]
