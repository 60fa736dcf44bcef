// Shows the settings with who changed them last.

import { answers, type Handler } from '../../../../platform/server/slice.ts'
import { type SettingKey, ShowSettings } from '../../contract.ts'
import { settingIn, settingRows } from '../public.ts'

export const showSettings: Handler = answers(ShowSettings, async ({ db }) => {
  const rows = await settingRows(db)
  const about = <K extends SettingKey>(key: K) => {
    const row = rows.find((each) => each.key === key)
    return {
      value: settingIn(rows, key),
      version: row?.version ?? 0,
      changedAt: row?.changed_at ?? null,
      changedBy: row?.changed_by ?? null,
    }
  }
  return { organisation: about('organisation'), retention: about('retention'), fileCounts: about('fileCounts') }
})
