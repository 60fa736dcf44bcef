// The frame of one setting: its form, who changed it last, and what happens when somebody else has saved meanwhile.

import type { ReactNode } from 'react'
import type { Sending } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card, More } from '../../../platform/web/components/card.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import type { IconName } from '../../../platform/web/components/icon.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Note } from '../../../platform/web/components/page.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { showInstant } from '../../../platform/web/format.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import type { SetFileCounts, SetOrganisation, SetRetention } from '../contract.ts'
import { settingsWords } from './words.ts'

export type Setting<V> = { value: V; version: number; changedAt: string | null; changedBy: string | null }

/** What is typed, as text by field. */
export type Typed<V> = Record<keyof V & string, string>

export type SettingFormProps<V> = {
  name: string
  title: string
  icon: IconName
  setting: Setting<V>
  typed: Typed<V>
  /** Undefined while a field cannot be read; the field then says so itself. */
  read: (typed: Typed<V>) => V | undefined
  command: Sending<typeof SetOrganisation> | Sending<typeof SetRetention> | Sending<typeof SetFileCounts>
  /** Asks for the setting again after a collision. */
  again: () => void
  children: (form: {
    value: Typed<V>
    change: (field: keyof V & string) => (text: string) => void
    wrong: (field: keyof V & string) => string | undefined
  }) => ReactNode
}

export function SettingForm<V>({
  name,
  title,
  icon,
  setting,
  typed,
  read,
  command,
  again,
  children,
}: SettingFormProps<V>) {
  const w = useWords(settingsWords)
  // The version that was shown when the typing began stays with the draft: a newer answer must not hide a collision.
  const draft = useDraft(`setting:${name}`, { ...typed, from: setting.version })
  const behind = draft.keptAt !== undefined && draft.value.from !== setting.version
  const submit = async () => {
    const value = read(draft.value)
    if (value === undefined) return
    const version = behind ? setting.version : draft.value.from
    const sent = await (command.send as (input: { version: number; value: V }) => ReturnType<typeof command.send>)({
      version,
      value,
    })
    if (sent.ok) {
      draft.forget()
      say(w.saved)
    } else if (sent.problem.code === 'platform.changed_meanwhile') again()
  }
  const collided = command.problem?.code === 'platform.changed_meanwhile'
  return (
    <Card
      title={title}
      icon={icon}
      padded
      end={<More to={`/audit?subject=${encodeURIComponent(`setting:${name}`)}`}>{w.history}</More>}
    >
      {behind && (
        <Note icon="swap">
          {w.meanwhile(setting.changedBy ?? w.somebody)}{' '}
          <Button small onClick={draft.forget}>
            {w.theirs}
          </Button>
        </Note>
      )}
      <Form
        send={w.save}
        onSend={() => void submit()}
        sending={command.sending}
        problem={collided ? undefined : command.problem}
        keptAt={draft.keptAt}
        onForget={draft.forget}
      >
        {children({
          value: draft.value,
          change: (field) => (text) => draft.change({ [field]: text, from: draft.value.from } as never),
          wrong: (field) => fieldProblem(command.problem, `value.${field}`),
        })}
      </Form>
      <p className="muted settings-by">
        {setting.changedAt
          ? w.changed(setting.changedBy ?? w.somebody, showInstant(setting.changedAt))
          : w.neverChanged}
      </p>
    </Card>
  )
}
