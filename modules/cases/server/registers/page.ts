// The page around the rows of a register: whose it is, of which days, who signs, what stands at its foot.

import type { Bilingual } from '../../../../platform/contract/words.ts'
import type { Context } from '../../../../platform/server/slice.ts'
import { dayOf } from '../../../../rules/law/moment.ts'
import type { FieldId, PartOf, RowColumn } from '../../forms/fields.ts'
import type { Form } from '../../forms/form.ts'
import { bearsNumber, longDay, shortDay } from '../../forms/officials.ts'
import { type Given, type Values, valuesOf } from '../../forms/values.ts'
import { hasNumber } from '../../forms.ts'
import { type Days, noTotals, type Totals } from '../../registers/rows.ts'
import type { View } from '../../views.ts'
import { placeOf, sees } from '../forms/gather.ts'
import { momentOf } from '../moment.ts'

const partOfColumn: Partial<Record<RowColumn, PartOf>> = {
  name: 'name',
  birth: 'birth',
  sex: 'sex',
  paperNumber: 'papers',
  residence: 'residence',
  number: 'decision',
}

/** Without the columns that are not for this reader. */
export const pageFor = (form: Form, view: View): Form => {
  const columns = form.columns?.filter(({ tag }) => {
    const part = partOfColumn[tag]
    return part === undefined || sees(view, part)
  })
  return { ...form, ...(columns && { columns }) }
}

type Asked = { page: Form; days: Days; signer: string; signing: Given['signing']; communeId: string }
export type RegisterValues = Values & { withTotals: (totals: Totals, count: number) => Map<FieldId, string> }

export async function valuesOfRegister(
  context: Context,
  { page, days, signer, signing, communeId }: Asked,
): Promise<RegisterValues> {
  const now = momentOf(context.now)
  const values = valuesOf(page, {
    ...{ identity: {}, events: [], papers: [], dossier: [], roles: new Map() },
    sees: () => true,
    now,
    place: await placeOf(context, communeId),
    file: { number: '', begunOn: days.from },
    reader: context.person?.name ?? '',
    typed: signer ? { signer } : {},
    signing,
  })
  const fields = new Map<FieldId, string>([
    ...values.fields,
    ['signedOn', longDay(dayOf(now))],
    ['from', shortDay(days.from)],
    ['until', shortDay(days.until)],
  ])
  fields.delete('fileBegun')
  const withTotals = (totals: Totals, count: number): Map<FieldId, string> =>
    new Map<FieldId, string>([
      ...fields,
      ['total', String(count)],
      ['totalHome', String(totals.home)],
      ['totalPublic', String(totals.public)],
      ['totalSchool', String(totals['reform-school'])],
      ['totalPrivate', String(totals.private)],
      ['totalOngoing', String(totals.ongoing)],
      ['totalDone', String(totals.done)],
    ])
  return { ...values, fields: withTotals(noTotals(), 0), withTotals }
}

/** Nothing in it names anybody of the register. */
export function marksOfRegister({
  id,
  title,
  code,
  maker,
  now,
}: {
  id: string
  title: Bilingual
  code: string
  maker: string
  now: Date
}): string[] {
  const moment = momentOf(now)
  const called =
    hasNumber(id) && bearsNumber(dayOf(moment)) ? `${title.vi}, mẫu ${id}, Nghị định 163/2026/NĐ-CP` : title.vi
  return [
    `${called} · mã bản ${code}`,
    `Người lập: ${maker} · ${moment.slice(11)} ${shortDay(dayOf(moment))} · có dữ liệu cá nhân nhạy cảm: dùng xong thì hủy, không sao chụp`,
  ]
}
