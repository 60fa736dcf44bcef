// Makes a register: who is in it is written down before anything leaves, and so is by whom and for what.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db, type SignedInContext } from '../../../../platform/server/slice.ts'
import { dayOf } from '../../../../rules/law/moment.ts'
import {
  caseRefusals,
  formRefusals,
  MakeRegister,
  mostRowsOnPaper,
  purposes,
  registerRefusals,
} from '../../contract.ts'
import { hasNumber } from '../../forms.ts'
import { mayMakeRegister, type Register } from '../../registers/register.ts'
import type { Days } from '../../registers/rows.ts'
import { registerOf } from '../../registers.ts'
import type { View } from '../../views.ts'
import { newCode, qrOfCode } from '../forms/copy-code.ts'
import { templateOn } from '../forms/templates.ts'
import { momentOf } from '../moment.ts'
import { sayingWhatKeyIsMissing } from '../opened.ts'
import { type Reach, viewIn } from '../reach.ts'
import { insideFiles, type Way } from '../sealing/inside.ts'
import { sealWords, wordsKey } from '../sealing/statement.ts'
import { marksOfRegister, pageFor, valuesOfRegister } from './page.ts'
import { batchesOf } from './read.ts'
import { rowsFor } from './select.ts'

export const makeRegister = carriesOut(MakeRegister, async (context, input) => {
  const { db, person, now } = context
  const { communeId, register: id, from, until, format, purpose } = input
  const register = registerOf(id)
  const days = { from, until }
  if (until < from || daysBetween(days) > 366) throw refuse(registerRefusals.register_days)
  const { view, lender } = await readerOf(context, register, input)
  const way: Way = { communeId, readerId: person.id, purpose: 'register' }
  const moment = momentOf(now)
  const page = pageFor(register.form, view)
  const template = await templateOn(db, id, dayOf(moment), page)
  const values = await valuesOfRegister(context, {
    page,
    days,
    signer: input.signer,
    signing: input.signing,
    communeId,
  })
  if (values.signature?.may === false)
    throw refuse(formRefusals.signature_not_theirs, { why: values.signature.because })
  const code = newCode()
  await sayingWhatKeyIsMissing(() =>
    insideFiles(db, way, async (files) => {
      const rows = await rowsFor(files, { communeId, register, days, now: moment })
      if (format === 'docx' && rows.length > mostRowsOnPaper)
        throw refuse(registerRefusals.register_too_long, { most: mostRowsOnPaper })
      const sealed = sealWords(await wordsKey(files), `register ${code}`, { ground: input.ground })
      await sql`insert into cases.register_copy (commune_id, code, register, from_on, until_on, format, template_version, purpose,
          sealed, made_by, acting_for_id, made_at)
        values (${communeId}, ${code}, ${id}, ${from}, ${until}, ${format}, ${format === 'docx' ? template.version : null}, ${purpose},
          ${sealed}, ${person.id}, ${lender}::uuid, ${now.toISOString()})`.execute(files)
      await enterRows(files, { communeId, code, rows, by: person.id, now })
    }),
  )
  const { title } = register
  const name = `${hasNumber(id) ? id : title.vi} ${from} ${until}.${format}`
  const fill = async (): Promise<string> => {
    const filled = { ...values, lists: { ...values.lists, register: [] as Record<string, string>[] } }
    for await (const { rows, totals } of batchesOf(db, { way, code, register, days, view, now: moment })) {
      filled.lists.register.push(...(rows as Record<string, string>[]))
      filled.fields = values.withTotals(totals, filled.lists.register.length)
    }
    const { fillTemplate } = await import('../forms/fill.ts')
    const lines = marksOfRegister({ id, title, code, maker: person.name, now })
    return Buffer.from(fillTemplate(await template.content(), filled, { lines, qr: await qrOfCode(code) })).toString(
      'base64',
    )
  }
  return {
    answer: { code, name, docx: format === 'docx' ? await sayingWhatKeyIsMissing(fill) : null },
    // The ground may name somebody, and how many rows there are may tell of few: both stay behind the wall.
    audit: {
      subject: `case-register:${id}`,
      areaId: communeId,
      after: {
        ...{ code, from, until, format, purpose, template: template.version ?? 'ours' },
        ...(lender && { actingForId: lender }),
      },
    },
  }
})

const daysBetween = ({ from, until }: Days): number => (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1

/** By the view of the reader here, and for a purpose that is of their work. */
async function readerOf(
  context: SignedInContext,
  register: Register,
  { communeId, purpose }: { communeId: string; purpose: keyof typeof purposes },
): Promise<{ view: View; lender: string | null }> {
  const reach: Reach | undefined = await viewIn(context, communeId)
  const serves: readonly string[] = purposes[purpose].for
  if (!reach || !mayMakeRegister(register, reach.view) || !serves.includes(reach.view.permission))
    throw refuse(caseRefusals.opens_for_others)
  const own = context.rights.some(({ permission, actingFor }) => permission === reach.view.permission && !actingFor)
  return { view: reach.view, lender: own ? null : (reach.standsInFor[0] ?? null) }
}

type Rows = { communeId: string; code: string; rows: { fileId: string; eventId: string }[]; by: string; now: Date }
/** Each row is a paper of its file too: once that person is erased, it is asked back. */
async function enterRows(files: Db, { communeId, code, rows, by, now }: Rows): Promise<void> {
  await sql`with entered as (
      insert into cases.register_row (commune_id, code, row, file_id, event_id)
      select ${communeId}, ${code}, place, file_id, event_id
      from unnest(${rows.map(({ fileId }) => fileId)}::uuid[], ${rows.map(({ eventId }) => eventId)}::uuid[])
        with ordinality as given(file_id, event_id, place)
      returning row, file_id)
    insert into cases.issued (commune_id, id, file_id, serial, kind, made_at, made_by)
    select ${communeId}, gen_random_uuid(), file_id, ${code} || '/' || row, 'register', ${now.toISOString()}::timestamptz, ${by}::uuid
    from entered`.execute(files)
}
