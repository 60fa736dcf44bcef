// How the text PostgreSQL sends becomes a JavaScript value; for our own connections only, other users of `pg` keep theirs.
import pg from 'pg'

type Parser = (text: string) => unknown

const number = (text: string) => Number(text)
const asIs = (text: string) => text

export function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a JavaScript number`)
  return value
}

/** '2024-03-15 01:02:03.5+00' → '2024-03-15T01:02:03.5Z'. The microseconds stay: a version check compares them. */
export function instant(text: string): string {
  if (text.endsWith('+00')) return `${text.slice(0, -3).replace(' ', 'T')}Z`
  return text.includes('infinity') ? text : new Date(text).toISOString()
}

const { builtins } = pg.types
const single: Record<number, Parser> = {
  [builtins.INT8]: wholeNumber,
  [builtins.NUMERIC]: number,
  [builtins.DATE]: asIs,
  [builtins.TIMESTAMP]: (text) => text.replace(' ', 'T'),
  [builtins.TIMESTAMPTZ]: instant,
  [builtins.INTERVAL]: asIs,
}

// Number of an array type → parser of its elements; these numbers are fixed in PostgreSQL.
const arrayOf: Record<number, Parser> = {
  1016: wholeNumber,
  1231: number,
  1182: asIs,
  1115: (text) => text.replace(' ', 'T'),
  1185: instant,
  1187: asIs,
  // An array of uuid reads like an array of text; the driver knows it only as one long string.
  2951: asIs,
}

const textArray = pg.types.getTypeParser(1009 as never) as (text: string) => (string | null)[]

const parsers = new Map<number, Parser>([
  ...Object.entries(single).map(([oid, parse]) => [Number(oid), parse] as const),
  ...Object.entries(arrayOf).map(
    ([oid, parse]) =>
      [Number(oid), (text: string) => textArray(text).map((item) => (item === null ? null : parse(item)))] as const,
  ),
])

export const typeParsers: pg.CustomTypesConfig['getTypeParser'] = ((oid: number, format?: 'text' | 'binary') =>
  (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format as 'text')) as never
