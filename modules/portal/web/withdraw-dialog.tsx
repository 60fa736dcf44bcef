// Withdrawing an item asks why; the reason is public.

import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextArea } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Note } from '../../../platform/web/components/page.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { WithdrawArticle } from '../contract.ts'
import type { Found } from './article.tsx'
import { portalWords } from './words.ts'

type Props = { article: Found['article']; open: boolean; onClose: () => void }

export function WithdrawDialog({ article, open, onClose }: Props) {
  const w = useWords(portalWords)
  const draft = useDraft(`news-withdraw-${article.id}`, { because: '' })
  const command = useCommand(WithdrawArticle)
  const send = async () => {
    const sent = await command.send({ id: article.id, version: article.version, because: draft.value.because })
    if (!sent.ok) return
    draft.forget()
    say(w.withdrawnNow)
    onClose()
  }
  return (
    <Dialog open={open} title={w.withdrawTitle} icon="x" onClose={onClose}>
      <Note>{w.withdrawNote}</Note>
      <Form
        send={w.withdraw}
        onSend={() => void send()}
        sending={command.sending}
        problem={command.problem}
        others={<Button onClick={onClose}>{w.keep}</Button>}
      >
        <TextArea
          label={w.withdrawBecause}
          value={draft.value.because}
          onChange={(because) => draft.change({ because })}
          problem={fieldProblem(command.problem, 'because')}
        />
      </Form>
    </Dialog>
  )
}
