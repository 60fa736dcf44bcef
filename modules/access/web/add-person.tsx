// Adding a person: name, address, and at once the right they need.

import { useState } from 'react'
import { v7 } from 'uuid'
import { useCommand } from '../../../platform/web/command.ts'
import { CheckField } from '../../../platform/web/components/choice-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useGo } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { defineWords, useWords } from '../../../platform/web/words.ts'
import { AddPerson } from '../contract/people.ts'
import { emptyGrant, GrantFields, grantInput } from './grant-fields.tsx'

const words = defineWords({
  title: { vi: 'Thêm người', en: 'Add a person' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  email: { vi: 'Địa chỉ thư điện tử', en: 'E-mail address' },
  emailWhy: { vi: 'Người đó đăng nhập bằng địa chỉ này.', en: 'They sign in with this address.' },
  withRight: { vi: 'Cấp luôn một quyền', en: 'Give a right at once' },
  send: { vi: 'Thêm người', en: 'Add the person' },
  done: { vi: 'Đã thêm. Giờ hãy mời người đó đặt mật khẩu.', en: 'Added. Now invite them to set a password.' },
})

export function AddPersonDialog({ onClose }: { onClose: () => void }) {
  const w = useWords(words)
  const go = useGo()
  const { today } = useView()
  const [{ id, grantId }] = useState(() => ({ id: v7(), grantId: v7() }))
  const draft = useDraft('access.addPerson', { name: '', email: '', withGrant: true, grant: emptyGrant(today) })
  const { send, sending, problem } = useCommand(AddPerson)
  const { name, email, withGrant, grant } = draft.value
  const submit = async () => {
    const sent = await send({ id, name, email, grant: withGrant ? { id: grantId, ...grantInput(grant) } : undefined })
    if (!sent.ok) return
    draft.forget()
    say(w.done)
    go(`/people/${id}`)
  }
  return (
    <Dialog open side title={w.title} icon="user" onClose={onClose}>
      <Form
        onSend={() => void submit()}
        send={w.send}
        sending={sending}
        problem={problem}
        keptAt={draft.keptAt}
        onForget={draft.forget}
      >
        <TextField
          label={w.name}
          maxLength={120}
          value={name}
          onChange={(next) => draft.change({ name: next })}
          problem={fieldProblem(problem, 'name')}
        />
        <TextField
          label={w.email}
          reason={w.emailWhy}
          type="email"
          value={email}
          onChange={(next) => draft.change({ email: next })}
          problem={fieldProblem(problem, 'email')}
        />
        <CheckField label={w.withRight} value={withGrant} onChange={(next) => draft.change({ withGrant: next })} />
        {withGrant && (
          <GrantFields
            value={grant}
            onChange={(part) => draft.change({ grant: { ...grant, ...part } })}
            problem={problem}
            prefix="grant."
          />
        )}
      </Form>
    </Dialog>
  )
}
