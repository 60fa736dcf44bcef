// The form of one body: new, or changed and perhaps ended.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useCommand } from '../../../platform/web/command.ts'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { SelectField, TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { readWhole } from '../../../platform/web/number.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { AddBody, type BodyKind, bodyKindNames, bodyKinds, ChangeBody, EndBody, type Tree } from '../contract.ts'
import type { BodyRow } from './bodies-card.tsx'
import { unitWords } from './words.ts'

type Props = { areaId: string; on: string; tree: Tree; row: BodyRow | undefined; onClose: () => void }

export function BodyDialog({ areaId, on, tree, row, onClose }: Props) {
  const u = useWords(unitWords)
  const language = useLanguage()
  const add = useCommand(AddBody)
  const change = useCommand(ChangeBody)
  const end = useCommand(EndBody)
  // The change may be saved and the end refused: the next try builds on what was saved.
  const [version, setVersion] = useState(row?.version ?? 1)
  const draft = useDraft(`body:${row?.id ?? areaId}`, {
    id: uuidv7(),
    kind: (row?.kind ?? (tree === 'government' ? 'agency' : 'organisation')) as BodyKind,
    name: row?.name ?? '',
    address: row?.address ?? '',
    members: row?.members === null || row === undefined ? '' : String(row.members),
    validFrom: on,
    validTo: '',
  })
  const { value } = draft
  const problem = add.problem ?? change.problem ?? end.problem
  const send = async () => {
    const { kind, name, address } = value
    const common = { kind, name, address, members: readWhole(value.members) }
    const sent = row
      ? await change.send({ id: row.id, version, ...common })
      : await add.send({ id: value.id, areaId, tree, validFrom: value.validFrom, ...common })
    if (!sent.ok) return
    setVersion(sent.answer.version)
    if (row && value.validTo !== '') {
      const ended = await end.send({ id: row.id, version: sent.answer.version, validTo: value.validTo })
      if (!ended.ok) return
    }
    draft.forget()
    say(u.saved)
    onClose()
  }
  return (
    <Dialog open title={row ? u.changeBody(row.name) : u.addBody} onClose={onClose}>
      <Form
        onSend={() => void send()}
        send={u.send}
        sending={add.sending || change.sending || end.sending}
        problem={problem}
        keptAt={draft.keptAt}
        onForget={draft.forget}
      >
        <TextField
          label={u.bodyName}
          value={value.name}
          onChange={(name) => draft.change({ name })}
          problem={fieldProblem(problem, 'name')}
        />
        <SelectField
          label={u.bodyKind}
          value={value.kind}
          onChange={(next) => draft.change({ kind: bodyKinds.find((kind) => kind === next) ?? value.kind })}
          choices={bodyKinds.map((kind) => ({ value: kind, label: bodyKindNames[kind][language] }))}
        />
        <TextField
          label={u.bodyMembers}
          optional
          value={value.members}
          onChange={(members) => draft.change({ members })}
          problem={fieldProblem(problem, 'members')}
        />
        <TextField
          label={u.bodyAddress}
          optional
          value={value.address}
          onChange={(address) => draft.change({ address })}
          problem={fieldProblem(problem, 'address')}
        />
        {row ? (
          <DateField
            label={u.bodyEnd}
            reason={u.bodyEndWhy}
            optional
            value={value.validTo}
            onChange={(validTo) => draft.change({ validTo })}
            problem={fieldProblem(problem, 'validTo')}
          />
        ) : (
          <DateField
            label={u.bodyFrom}
            value={value.validFrom}
            onChange={(validFrom) => draft.change({ validFrom })}
            problem={fieldProblem(problem, 'validFrom')}
          />
        )}
      </Form>
    </Dialog>
  )
}
