// Fills a form from a file: the copy leaves with a code, its maker and the time at its foot, and stands on the record.

import { sql } from 'kysely'
import { carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { dayOf } from '../../../../rules/law/moment.ts'
import { FillForm } from '../../contract.ts'
import { shortDay } from '../../forms/officials.ts'
import { hasNumber } from '../../forms.ts'
import { newCode, qrOfCode } from '../forms/copy-code.ts'
import { type Gathered, gather } from '../forms/gather.ts'
import { templateOn } from '../forms/templates.ts'
import { registerForm } from '../issued.ts'
import { momentOf } from '../moment.ts'
import { insideFiles } from '../sealing/inside.ts'

export const fillForm = carriesOut(FillForm, async (context, input) => {
  const { db, person, now } = context
  const { communeId, fileId, eventId, typed, signing } = input
  const gathered = await gather(context, input, { typed, signing })
  const { id, values, file } = gathered
  const template = await templateOn(db, id, values.day)
  const code = newCode()
  await insideFiles(db, { communeId, readerId: person.id, purpose: 'opened' }, (files) =>
    keepCopy(files, {
      ...{ communeId, code, fileId, form: id, version: template.version, by: person.id, at: now },
      eventId: eventId ?? null,
    }),
  )
  const { fillTemplate } = await import('../forms/fill.ts')
  const docx = fillTemplate(await template.content(), values, {
    lines: marksOf(gathered, code, person.name, now),
    qr: await qrOfCode(code),
  })
  return {
    answer: { code, name: `${id} ${file.number}.docx`, docx: Buffer.from(docx).toString('base64') },
    audit: {
      subject: `case-file:${fileId}`,
      areaId: communeId,
      after: { form: id, code, event: eventId ?? null, template: template.version ?? 'ours' },
    },
  }
})

type Copy = {
  communeId: string
  code: string
  fileId: string
  eventId: string | null
  form: string
  version: number | null
  by: string
  at: Date
}
async function keepCopy(files: Db, { communeId, code, fileId, eventId, form, version, by, at }: Copy): Promise<void> {
  await sql`insert into cases.form_copy (commune_id, code, file_id, event_id, form, template_version, made_by, made_at)
    values (${communeId}, ${code}, ${fileId}, ${eventId}, ${form}, ${version}, ${by}, ${at.toISOString()})`.execute(
    files,
  )
  await registerForm(files, { communeId, code, fileId, by, now: at })
}

/** Nothing in it names the person of the file. */
function marksOf({ id, form, values, file }: Gathered, code: string, maker: string, now: Date): string[] {
  const called = hasNumber(id) && values.bearsNumber ? `mẫu ${id}, Nghị định 163/2026/NĐ-CP` : form.title.vi
  const moment = momentOf(now)
  return [
    `Bản lập từ hồ sơ ${file.number} · ${called} · mã bản ${code}`,
    [
      `Người lập: ${maker}`,
      `${moment.slice(11)} ${shortDay(dayOf(moment))}`,
      ...(file.demo ? ['dữ liệu minh họa, không có giá trị pháp lý'] : []),
    ].join(' · '),
  ]
}
