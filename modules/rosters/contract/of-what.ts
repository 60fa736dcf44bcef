// Of how many: counted from the lists, or declared with a paper, for each place of one group in one commune. Pure. A figure
// for the commune as a whole counts everybody of the group in it: what the places do not account for stands under the whole.

import * as z from 'zod/mini'

/** `documentId`: the paper stands in the register of documents; else `source` alone names it. */
export type DeclaredFigure = {
  value: number
  asOf: string
  source: string
  documentId: string | null
  prevails: boolean
}
export type PlaceFigures = { whole: boolean; counted: number | null; declared: DeclaredFigure | null }
export type PlaceOfWhat = {
  of: number | null
  /** What was declared, beside what the lists of the very same place say, and which of the two counts. */
  paper:
    | (Pick<DeclaredFigure, 'value' | 'asOf' | 'source' | 'documentId'> & { counted: number | null; used: boolean })
    | null
}

/** In the order of `places`. A declared figure counts where there is no list, or where it was said to prevail. */
export function ofWhat(places: readonly PlaceFigures[]): PlaceOfWhat[] {
  const known = places.flatMap(({ counted }) => counted ?? [])
  const countedInAll = known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0)
  const judged = places.map(({ whole, counted, declared }) => {
    const beside = whole ? countedInAll : counted
    const used = declared !== null && (declared.prevails || beside === null)
    const paper = declared && {
      value: declared.value,
      counted: beside,
      used,
      asOf: declared.asOf,
      source: declared.source,
      documentId: declared.documentId,
    }
    return { whole, paper, of: used ? declared.value : counted }
  })
  const inParts = judged.reduce((sum, { whole, of }) => sum + (whole ? 0 : (of ?? 0)), 0)
  return judged.map(({ whole, paper, of }) => ({
    paper,
    of: whole && paper?.used && of !== null ? of - inParts : of,
  }))
}

/** What papers say of many places together; `source` where it is one paper. */
export const Papers = z.object({
  value: z.number(),
  counted: z.nullable(z.number()),
  used: z.boolean(),
  count: z.number(),
  asOf: z.string(),
  source: z.nullable(z.string()),
  documentId: z.nullable(z.string()),
})
export type Papers = z.output<typeof Papers>

export function papersOf(papers: readonly PlaceOfWhat['paper'][]): Papers | null {
  const given = papers.filter((paper) => paper !== null)
  const [first] = given
  if (!first) return null
  const counted = given.flatMap((paper) => paper.counted ?? [])
  const onePaper = given.every(({ source, documentId }) => source === first.source && documentId === first.documentId)
  return {
    value: given.reduce((sum, { value }) => sum + value, 0),
    counted: counted.length === 0 ? null : counted.reduce((sum, one) => sum + one, 0),
    used: given.some(({ used }) => used),
    count: given.length,
    asOf:
      given
        .map(({ asOf }) => asOf)
        .sort()
        .at(-1) ?? first.asOf,
    source: onePaper ? first.source : null,
    documentId: onePaper ? first.documentId : null,
  }
}
