// Publishing: now, or at a day and an hour on the clock of Viet Nam.

import { useState } from 'react'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { RadioField } from '../../../platform/web/components/choice-field.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Note } from '../../../platform/web/components/page.tsx'
import { showInstant } from '../../../platform/web/format.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { PublishArticle } from '../contract.ts'
import type { Found } from './article.tsx'
import { portalWords } from './words.ts'

type Props = { article: Found['article']; open: boolean; onClose: () => void }

export function PublishDialog({ article, open, onClose }: Props) {
  const w = useWords(portalWords)
  const [how, setHow] = useState('now')
  const [day, setDay] = useState('')
  const [hour, setHour] = useState('08:00')
  const command = useCommand(PublishArticle)
  const send = async () => {
    const { id, version } = article
    const publishAt = how === 'later' ? `${day}T${hour.padStart(5, '0')}:00+07:00` : undefined
    const sent = await command.send({ id, version, publishAt })
    if (!sent.ok) return
    say(publishAt ? w.scheduledNow(showInstant(sent.answer.publishAt)) : w.publishedNow)
    onClose()
  }
  return (
    <Dialog open={open} title={w.publishTitle} icon="news" onClose={onClose}>
      <Note>{w.publishNote}</Note>
      <Form
        send={how === 'later' ? w.later : w.now}
        onSend={() => void send()}
        sending={command.sending}
        problem={command.problem}
        others={<Button onClick={onClose}>{w.keep}</Button>}
      >
        <RadioField
          label={w.how}
          value={how}
          onChange={setHow}
          choices={[
            { value: 'now', label: w.now },
            { value: 'later', label: w.later },
          ]}
        />
        {how === 'later' && (
          <>
            <DateField
              label={w.day}
              value={day}
              onChange={setDay}
              problem={fieldProblem(command.problem, 'publishAt')}
            />
            <TextField label={w.hour} reason={w.hourWhy} value={hour} onChange={setHour} inputMode="numeric" />
          </>
        )}
      </Form>
    </Dialog>
  )
}
