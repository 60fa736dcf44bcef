// Changing the title of a post and the line it reports to.

import { useState } from 'react'
import { useCommand } from '../../../platform/web/command.ts'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { ChangePost } from '../contract/posts.ts'
import type { PostAnswer } from './post.tsx'
import { PostPick } from './post-pick.tsx'
import { postWords } from './post-words.ts'

export function ChangePostDialog({ answer, onClose }: { answer: PostAnswer; onClose: () => void }) {
  const w = useWords(postWords)
  const vi = useLanguage() === 'vi'
  const { post, reportsTo } = answer
  const [titleVi, setTitleVi] = useState(post.titleVi)
  const [titleEn, setTitleEn] = useState(post.titleEn)
  const [reportsToId, setReportsTo] = useState(reportsTo?.id ?? '')
  const { send, sending, problem } = useCommand(ChangePost)
  const submit = async () => {
    const sent = await send({
      id: post.id,
      version: post.version,
      titleVi,
      titleEn,
      reportsToId: reportsToId || null,
    })
    if (!sent.ok) return
    say(w.saved)
    onClose()
  }
  return (
    <Dialog open side title={w.change} icon="pen" onClose={onClose}>
      <Form onSend={() => void submit()} send={w.save} sending={sending} problem={problem}>
        <TextField
          label={w.titleVi}
          maxLength={120}
          value={titleVi}
          onChange={setTitleVi}
          problem={fieldProblem(problem, 'titleVi')}
        />
        <TextField
          label={w.titleEn}
          maxLength={120}
          value={titleEn}
          onChange={setTitleEn}
          problem={fieldProblem(problem, 'titleEn')}
        />
        <PostPick
          label={w.reportsTo}
          optional
          reason={w.reportsToWhy}
          value={reportsToId}
          onChange={setReportsTo}
          chosen={reportsTo ? { value: reportsTo.id, label: vi ? reportsTo.titleVi : reportsTo.titleEn } : undefined}
          problem={fieldProblem(problem, 'reportsToId')}
        />
      </Form>
    </Dialog>
  )
}
