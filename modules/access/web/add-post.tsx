// Adding a post to an area.

import { useState } from 'react'
import { v7 } from 'uuid'
import { useCommand } from '../../../platform/web/command.ts'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useGo } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { AddPost } from '../contract/posts.ts'
import { AreaPick } from './area-pick.tsx'
import { PostPick } from './post-pick.tsx'
import { postWords } from './post-words.ts'

const empty = { areaId: '', kind: '', titleVi: '', titleEn: '', reportsToId: '' }

export function AddPostDialog({ onClose }: { onClose: () => void }) {
  const w = useWords(postWords)
  const go = useGo()
  const [id] = useState(() => v7())
  const { value, change, forget, keptAt } = useDraft('access.addPost', empty)
  const { send, sending, problem } = useCommand(AddPost)
  const submit = async () => {
    const sent = await send({ ...value, id, bodyId: null, reportsToId: value.reportsToId || null })
    if (!sent.ok) return
    forget()
    say(w.added)
    go(`/posts/${id}`)
  }
  return (
    <Dialog open side title={w.add} icon="stamp" onClose={onClose}>
      <Form
        onSend={() => void submit()}
        send={w.add}
        sending={sending}
        problem={problem}
        keptAt={keptAt}
        onForget={forget}
      >
        <AreaPick
          label={w.area}
          value={value.areaId}
          onChange={(areaId) => change({ areaId })}
          problem={fieldProblem(problem, 'areaId')}
        />
        <TextField
          label={w.titleVi}
          maxLength={120}
          value={value.titleVi}
          onChange={(titleVi) => change({ titleVi })}
          problem={fieldProblem(problem, 'titleVi')}
        />
        <TextField
          label={w.titleEn}
          maxLength={120}
          value={value.titleEn}
          onChange={(titleEn) => change({ titleEn })}
          problem={fieldProblem(problem, 'titleEn')}
        />
        <TextField
          label={w.kind}
          reason={w.kindWhy}
          maxLength={40}
          value={value.kind}
          onChange={(kind) => change({ kind })}
          problem={fieldProblem(problem, 'kind')}
        />
        <PostPick
          label={w.reportsTo}
          optional
          reason={w.reportsToWhy}
          value={value.reportsToId}
          onChange={(reportsToId) => change({ reportsToId })}
          problem={fieldProblem(problem, 'reportsToId')}
        />
      </Form>
    </Dialog>
  )
}
