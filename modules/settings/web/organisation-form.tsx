// The name of the organisation that runs the programme, as the public reads it.

import { useCommand } from '../../../platform/web/command.ts'
import { TextField } from '../../../platform/web/components/field.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { type Organisation, SetOrganisation } from '../contract.ts'
import { type Setting, SettingForm } from './setting-form.tsx'
import { settingsWords } from './words.ts'

export function OrganisationForm({ setting, again }: { setting: Setting<Organisation>; again: () => void }) {
  const w = useWords(settingsWords)
  const command = useCommand(SetOrganisation)
  return (
    <SettingForm
      name="organisation"
      title={w.organisation}
      icon="home"
      setting={setting}
      typed={setting.value}
      read={({ nameVi, nameEn, address }) => ({ nameVi, nameEn, address })}
      command={command}
      again={again}
    >
      {({ value, change, wrong }) => (
        <>
          <TextField
            label={w.nameVi}
            reason={w.nameWhy}
            value={value.nameVi}
            onChange={change('nameVi')}
            problem={wrong('nameVi')}
          />
          <TextField label={w.nameEn} value={value.nameEn} onChange={change('nameEn')} problem={wrong('nameEn')} />
          <TextField
            label={w.address}
            optional
            value={value.address}
            onChange={change('address')}
            problem={wrong('address')}
          />
        </>
      )}
    </SettingForm>
  )
}
