// Changes a setting, if nobody else has meanwhile. The row is made with the first change.

import { sql } from 'kysely'
import { platformRefusals, Refusal } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Handler, type SignedInContext } from '../../../../platform/server/slice.ts'
import { SetFileCounts, SetOrganisation, SetRetention, type SettingKey, type SettingValues } from '../../contract.ts'
import { settingIn, settingRows } from '../public.ts'

export const setOrganisation: Handler = carriesOut(SetOrganisation, (context, input) =>
  change(context, 'organisation', input),
)
export const setRetention: Handler = carriesOut(SetRetention, (context, input) => change(context, 'retention', input))

export const setFileCounts: Handler = carriesOut(SetFileCounts, (context, input) =>
  change(context, 'fileCounts', input),
)

async function change<K extends SettingKey>(
  { db, person, now }: SignedInContext,
  key: K,
  { version, value }: { version: number; value: SettingValues[K] },
) {
  // The row is there before it is compared, so that two first changes at once also meet.
  await sql`
    insert into setting (key, value, version, changed_at) values (${key}, '{}', 0, ${now}) on conflict do nothing`.execute(
    db,
  )
  const before = settingIn(await settingRows(db), key)
  const saved = await sql<{ version: number }>`
    update setting set value = ${JSON.stringify(value)}::jsonb, version = version + 1, changed_by = ${person.id}, changed_at = ${now}
    where key = ${key} and version = ${version} returning version`.execute(db)
  const row = saved.rows[0]
  if (!row) {
    const rows = await settingRows(db)
    const current = { value: settingIn(rows, key), version: rows.find((each) => each.key === key)?.version ?? 0 }
    throw new Refusal(platformRefusals.changed_meanwhile, { extra: { current } })
  }
  return { answer: { version: row.version }, audit: { subject: `setting:${key}`, before, after: value } }
}
