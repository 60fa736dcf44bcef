// Entering a decision into the register.

import { useLanguage } from '../../../platform/web/language.ts'
import './recognition.css'
import { useMemo, useState } from 'react'
import { v7 } from 'uuid'
import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import type { Problem } from '../../../platform/web/problem.ts'
import { useGo, useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { useUpload } from '../../documents/web/public.tsx'
import { ListUnits, RegisterDecision } from '../contract.ts'
import { DecisionFields, nothingTyped, writtenOf } from './decision-form.tsx'
import { recognitionWords } from './words.ts'

export default function Enter() {
  const w = useWords(recognitionWords)
  const language = useLanguage()
  const go = useGo()
  const search = useSearch()
  const { on } = useView()
  const wanted = search.get('unit') ?? ''
  const units = useAnswer(ListUnits, { on, q: '', limit: 200 }, { when: wanted !== '' })
  const named = units.answer?.units.find((unit) => unit.id === wanted)
  const start = { ...nothingTyped(on), areaId: named ? wanted : '', unitLabel: named ? unitTitle(named, language) : '' }
  const draft = useDraft(`recognition${wanted}`, start)
  const id = useMemo(() => v7(), [])
  const [files, setFiles] = useState<File[]>([])
  const [fileProblem, setFileProblem] = useState<Problem>()
  const { upload, uploading } = useUpload()
  const command = useCommand(RegisterDecision)

  const send = async () => {
    setFileProblem(undefined)
    const file = files[0]
    const kept = file && draft.value.areaId ? await upload(file, draft.value.areaId) : undefined
    if (kept?.problem) return setFileProblem(kept.problem)
    const sent = await command.send({ id, ...writtenOf(draft.value, kept?.id) })
    if (!sent.ok) return
    draft.forget()
    say(w.entered)
    go(`/recognition/${sent.answer.id}`)
  }
  const problem = fileProblem ?? command.problem
  return (
    <>
      <PageHead title={w.newTitle} crumbs={[{ label: w.tab, to: '/recognition' }, { label: w.enter }]} />
      <Card padded title={w.facts}>
        <Form
          send={w.send}
          onSend={() => void send()}
          sending={command.sending || uploading}
          problem={problem}
          keptAt={draft.keptAt}
          onForget={draft.forget}
          others={<LinkButton to="/recognition">{w.back}</LinkButton>}
        >
          <DecisionFields
            typed={draft.value}
            change={draft.change}
            problem={problem}
            files={files}
            onFiles={setFiles}
          />
        </Form>
      </Card>
    </>
  )
}
