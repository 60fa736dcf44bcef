// Entering a decision into the register.

import { useLanguage } from '../../../platform/web/language.ts'
import './recognition.css'
import { useMemo } from 'react'
import { v7 } from 'uuid'
import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListUnits, RegisterDecision } from '../contract.ts'
import { DecisionForm, nothingTyped, writtenOf } from './decision-form.tsx'
import { recognitionWords } from './words.ts'

export default function Enter() {
  const w = useWords(recognitionWords)
  const language = useLanguage()
  const search = useSearch()
  const { on } = useView()
  const wanted = search.get('unit') ?? ''
  const units = useAnswer(ListUnits, { on, q: '', limit: 200 }, { when: wanted !== '' })
  const named = units.answer?.units.find((unit) => unit.id === wanted)
  const start = { ...nothingTyped(on), areaId: named ? wanted : '', unitLabel: named ? unitTitle(named, language) : '' }
  const draft = useDraft(`recognition${wanted}`, start)
  const id = useMemo(() => v7(), [])
  const command = useCommand(RegisterDecision)
  return (
    <>
      <PageHead title={w.newTitle} crumbs={[{ label: w.tab, to: '/recognition' }, { label: w.enter }]} />
      <DecisionForm
        draft={draft}
        send={w.send}
        done={w.entered}
        others={<LinkButton to="/recognition">{w.back}</LinkButton>}
        command={command}
        onSend={(fileId) => command.send({ id, ...writtenOf(draft.value, fileId) })}
      />
    </>
  )
}
