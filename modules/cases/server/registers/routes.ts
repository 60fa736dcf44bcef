// The spreadsheet of a register, for whoever made it and for some minutes: its rows are read as they leave.

import { Readable } from 'node:stream'
import { Hono, type Context as Http } from 'hono'
import { sql } from 'kysely'
import * as z from 'zod/mini'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { Id, Text } from '../../../../platform/contract/schemas.ts'
import { languageOf } from '../../../../platform/contract/words.ts'
import { downloadContext, sendFile } from '../../../../platform/server/download.ts'
import { parseInput } from '../../../../platform/server/parse.ts'
import { reachOf } from '../../../../platform/server/reach.ts'
import type { Parts } from '../../../../platform/server/slice.ts'
import { xlsxOf } from '../../../../platform/server/spreadsheet/xlsx.ts'
import { fetchMinutes } from '../../contract.ts'
import { fieldNamed } from '../../forms/fields.ts'
import { textOf } from '../../forms/values.ts'
import { mayMakeRegister } from '../../registers/register.ts'
import { isRegister, registerOf } from '../../registers.ts'
import { momentOf } from '../moment.ts'
import { viewIn } from '../reach.ts'
import { insideFiles, type Way } from '../sealing/inside.ts'
import { marksOfRegister, pageFor, type RegisterValues, valuesOfRegister } from './page.ts'
import { batchesOf, type Made } from './read.ts'

const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function registerRoutes(parts: Parts): Hono {
  const routes = new Hono()
  routes.get('/api/cases/register', (http) => answerRegister(parts, http))
  return routes
}

type Kept = { register: string; from_on: string; until_on: string; made_at: string }

async function answerRegister(parts: Parts, http: Http): Promise<Response> {
  const language = languageOf(http.req.header('accept-language'))
  const context = await downloadContext(parts, http, 'cases.read', language)
  const { db, person, scope, now } = context
  const { communeId, code } = parseInput(z.object({ communeId: Id, code: Text(20) }), http.req.query(), language)
  const [roots] = await reachOf(db, [{ scope, areas: [communeId] }])
  if (roots === undefined || roots === 'outside') throw refuse(platformRefusals.not_found)
  const gone = refuse(platformRefusals.not_found)
  const view = (await viewIn(context, communeId))?.view
  // As at its making: rights may have ended since.
  if (!view?.identity.includes('papers')) throw gone
  const way: Way = { communeId, readerId: person.id, purpose: 'register' }
  const since = new Date(now.getTime() - fetchMinutes * 60_000)
  const kept = await insideFiles(db, way, async (files) => {
    const { rows } = await sql<Kept>`
      select register, from_on::text, until_on::text, made_at from cases.register_copy
      where commune_id = ${communeId} and code = ${code} and made_by = ${person.id} and format = 'xlsx'
        and made_at >= ${since.toISOString()}`.execute(files)
    return rows[0]
  })
  if (!kept || !isRegister(kept.register) || !mayMakeRegister(registerOf(kept.register), view)) throw gone
  const { register: id } = kept
  const register = registerOf(id)
  const days = { from: kept.from_on, until: kept.until_on }
  const page = pageFor(register.form, view)
  const values = await valuesOfRegister(context, { page, days, signer: '', signing: undefined, communeId })
  const made: Made = { way, code, register, days, view, now: momentOf(new Date(kept.made_at)) }
  const marks = marksOfRegister({ id, title: register.title, code, maker: person.name, now: new Date(kept.made_at) })
  const columns = page.columns ?? []
  const file = xlsxOf({
    name: 'So',
    header: [page.name],
    numbers: [],
    width: 20,
    rows: linesOf(parts, made, { values, marks, columns, lines: page.lines, about: page.about ?? '' }),
  })
  await parts.recordAudit(db, [
    {
      operation: 'cases.register',
      subject: `case-register:${id}`,
      areaId: communeId,
      personId: person.id,
      actingForId: null,
      commandId: null,
      at: now,
      after: { code },
    },
  ])
  return sendFile(http, Readable.toWeb(Readable.from(file)) as ReadableStream, `${id}-${days.from}.xlsx`, media)
}

type Around = {
  values: RegisterValues
  marks: readonly string[]
  columns: readonly { title: string; tag: string }[]
  lines: readonly string[]
  about: string
}

/** Title, days and marks above the rows; what is counted below them, for it is known then. */
async function* linesOf(
  { db }: Parts,
  made: Made,
  { values, marks, columns, lines, about }: Around,
): AsyncGenerator<string[][]> {
  const filledIn = (text: string, from: RegisterValues): string =>
    text.replace(/\{([^{}]+)\}/g, (_, tag: string) => {
      const field = fieldNamed(tag)
      return field ? textOf(from, field) : ''
    })
  yield [[filledIn(about, values)], ...marks.map((mark) => [mark]), columns.map(({ title }) => title)]
  let count = 0
  let counted: RegisterValues = values
  for await (const { rows, totals } of batchesOf(db, made)) {
    count += rows.length
    counted = { ...values, fields: values.withTotals(totals, count) }
    yield rows.map((row) => columns.map(({ tag }) => (row as Record<string, string>)[tag] ?? ''))
  }
  yield lines.filter((line) => !line.startsWith('#')).map((line) => [filledIn(line, counted)])
}
