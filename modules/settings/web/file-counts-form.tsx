// From which number on counts of files of persons may leave.

import { useCommand } from '../../../platform/web/command.ts'
import { TextField } from '../../../platform/web/components/field.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { type FileCounts, SetFileCounts } from '../contract.ts'
import { type Setting, SettingForm } from './setting-form.tsx'
import { settingsWords } from './words.ts'

const whole = /^\d{1,6}$/

export function FileCountsForm({ setting, again }: { setting: Setting<FileCounts>; again: () => void }) {
  const w = useWords(settingsWords)
  const command = useCommand(SetFileCounts)
  return (
    <SettingForm
      name="fileCounts"
      title={w.fileCounts}
      icon="eye-off"
      setting={setting}
      typed={{ least: String(setting.value.least) }}
      read={({ least }) => (whole.test(least.trim()) ? { least: Number(least) } : undefined)}
      command={command}
      again={again}
    >
      {({ value, change, wrong }) => (
        <TextField
          label={w.least}
          reason={w.leastWhy}
          inputMode="numeric"
          value={value.least}
          onChange={change('least')}
          problem={whole.test(value.least.trim()) ? wrong('least') : w.numberNeeded}
        />
      )}
    </SettingForm>
  )
}
