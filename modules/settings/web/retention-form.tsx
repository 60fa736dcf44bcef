// How long the product remembers what was sent, so that sending twice stays harmless.

import { useCommand } from '../../../platform/web/command.ts'
import { TextField } from '../../../platform/web/components/field.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { type Retention, SetRetention } from '../contract.ts'
import { type Setting, SettingForm } from './setting-form.tsx'
import { settingsWords } from './words.ts'

const whole = /^\d{1,6}$/

export function RetentionForm({ setting, again }: { setting: Setting<Retention>; again: () => void }) {
  const w = useWords(settingsWords)
  const command = useCommand(SetRetention)
  return (
    <SettingForm
      name="retention"
      title={w.retention}
      icon="clock"
      setting={setting}
      typed={{ commandDays: String(setting.value.commandDays) }}
      read={({ commandDays }) => (whole.test(commandDays.trim()) ? { commandDays: Number(commandDays) } : undefined)}
      command={command}
      again={again}
    >
      {({ value, change, wrong }) => (
        <TextField
          label={w.commandDays}
          reason={w.commandDaysWhy}
          inputMode="numeric"
          value={value.commandDays}
          onChange={change('commandDays')}
          problem={whole.test(value.commandDays.trim()) ? wrong('commandDays') : w.numberNeeded}
        />
      )}
    </SettingForm>
  )
}
