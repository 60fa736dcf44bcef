// A role: its names, its purpose and what it may do.

import { useState } from 'react'
import { useCommand } from '../../../platform/web/command.ts'
import { ChecksField } from '../../../platform/web/components/choice-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { AddRole, ChangeRole } from '../contract/roles.ts'
import { roleWords } from './role-words.ts'
import type { Role, RolesAnswer } from './roles.tsx'

const empty = { id: '', nameVi: '', nameEn: '', purposeVi: '', purposeEn: '', permissions: [] as string[] }

export function EditRoleDialog({
  role,
  permissions,
  onClose,
}: {
  /** Undefined: a new one. */
  role: Role | undefined
  permissions: RolesAnswer['permissions']
  onClose: () => void
}) {
  const w = useWords(roleWords)
  const vi = useLanguage() === 'vi'
  const [typed, setTyped] = useState({ ...empty, ...role })
  const adding = useCommand(AddRole)
  const changing = useCommand(ChangeRole)
  const problem = adding.problem ?? changing.problem
  const submit = async () => {
    const { id, nameVi, nameEn, purposeVi, purposeEn, permissions: chosen } = typed
    const names = { id, nameVi, nameEn, purposeVi, purposeEn, permissions: chosen }
    const sent = role ? await changing.send({ ...names, version: role.version }) : await adding.send(names)
    if (!sent.ok) return
    say(w.saved)
    onClose()
  }
  const text = (name: 'id' | 'nameVi' | 'nameEn' | 'purposeVi' | 'purposeEn', most: number, reason?: string) => (
    <TextField
      label={w[name]}
      reason={reason}
      optional={name.startsWith('purpose')}
      maxLength={most}
      value={typed[name]}
      onChange={(value) => setTyped({ ...typed, [name]: value })}
      problem={fieldProblem(problem, name)}
    />
  )
  return (
    <Dialog
      open
      side
      title={role ? w.editTitle(vi ? role.nameVi : role.nameEn) : w.add}
      icon="columns"
      onClose={onClose}
    >
      <Form onSend={() => void submit()} send={w.save} sending={adding.sending || changing.sending} problem={problem}>
        {!role && text('id', 41, w.idWhy)}
        {text('nameVi', 80)}
        {text('nameEn', 80)}
        {text('purposeVi', 200)}
        {text('purposeEn', 200)}
        <ChecksField
          label={w.may}
          reason={w.mayWhy}
          values={typed.permissions}
          onChange={(chosen) => setTyped({ ...typed, permissions: chosen })}
          choices={permissions.map(({ name, ...words }) => ({
            value: name,
            label: vi ? words.vi : words.en,
            note: name,
          }))}
          problem={fieldProblem(problem, 'permissions')}
        />
      </Form>
    </Dialog>
  )
}
