// A list pasted from a spreadsheet: what was read, and which rows are to be mended, is said before anything is saved.

import { useMemo, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { CheckField } from '../../../platform/web/components/choice-field.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { SelectField, TextArea, TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useGo, useParam } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { AddList, ListDenominators } from '../contract.ts'
import { readPasted } from '../pasted.ts'
import { rosterWords } from './words.ts'

export default function AddRoster() {
  const w = useWords(rosterWords)
  const { on } = useView()
  const areaId = useParam('areaId')
  const rosters = useAnswer(ListDenominators, { areaId, on })
  return (
    <>
      <PageHead
        title={w.paste}
        crumbs={[
          { label: w.commitments, to: '/commitments' },
          { label: rosters.answer ? w.of(rosters.answer.area.name) : w.title, to: `/rosters/${areaId}` },
          { label: w.paste },
        ]}
      />
      <Card padded>
        <Shown from={rosters} lines={6}>
          {(known) => <AddForm known={known} />}
        </Shown>
      </Card>
    </>
  )
}

function AddForm({ known }: { known: OutputOf<typeof ListDenominators> }) {
  const { area, groups, hamlets, bodies } = known
  const areaId = area.id
  const w = useWords(rosterWords)
  const language = useLanguage()
  const go = useGo()
  const { on } = useView()
  const add = useCommand(AddList)
  const [id] = useState(() => uuidv7())
  const draft = useDraft(`roster-new:${areaId}`, {
    groupId: '',
    placeId: areaId,
    title: '',
    asOf: on,
    source: '',
    rows: '',
    allowRepeats: false,
  })
  const { value, change } = draft
  const { entries, faults } = useMemo(() => readPasted(value.rows), [value.rows])
  const ids = useMemo(() => entries.map(() => uuidv7()), [entries])
  const [fault] = faults
  const send = async () => {
    const sent = await add.send({
      id,
      communeId: areaId,
      groupId: value.groupId,
      ...(value.placeId === areaId ? {} : { placeId: value.placeId }),
      title: value.title,
      asOf: value.asOf,
      source: value.source,
      allowRepeats: value.allowRepeats,
      entries: entries.map((entry, index) => ({ ...entry, id: ids[index] as string })),
    })
    if (!sent.ok) return
    draft.forget()
    say(w.saved(sent.answer.entries))
    go(`/rosters/${areaId}`)
  }
  const rowsRead = entries.length > 0 ? w.read(entries.length) : undefined
  return (
    <Form
      onSend={() => void send()}
      send={w.save}
      sending={add.sending}
      problem={add.problem}
      keptAt={draft.keptAt}
      onForget={draft.forget}
      others={<LinkButton to={`/rosters/${areaId}`}>{w.back}</LinkButton>}
    >
      <SelectField
        label={w.group}
        value={value.groupId}
        onChange={(groupId) => change({ groupId })}
        choices={[
          { value: '', label: w.choose },
          ...groups.map((group) => ({ value: group.id, label: group.name[language] })),
        ]}
        problem={fieldProblem(add.problem, 'groupId')}
      />
      <SelectField
        label={w.place}
        reason={w.placeWhy}
        value={value.placeId}
        onChange={(placeId) => change({ placeId })}
        choices={[
          { value: areaId, label: w.wholeOf(area.name) },
          ...[...hamlets, ...bodies].map((place) => ({ value: place.id, label: place.name })),
        ]}
        problem={fieldProblem(add.problem, 'placeId')}
      />
      <TextField
        label={w.name}
        value={value.title}
        onChange={(title) => change({ title })}
        problem={fieldProblem(add.problem, 'title')}
      />
      <DateField
        label={w.asOf}
        value={value.asOf}
        onChange={(asOf) => change({ asOf })}
        problem={fieldProblem(add.problem, 'asOf')}
      />
      <TextField
        label={w.source}
        reason={w.sourceWhy}
        value={value.source}
        onChange={(source) => change({ source })}
        problem={fieldProblem(add.problem, 'source')}
      />
      <TextArea
        label={w.rows}
        reason={[w.rowsWhy, rowsRead].filter(Boolean).join(' ')}
        value={value.rows}
        onChange={(rows) => change({ rows })}
        problem={fault ? w.faulty(fault.row, w[fault.fault]) : fieldProblem(add.problem, 'entries')}
      />
      {(add.problem?.code === 'rosters.listed_already' || value.allowRepeats) && (
        <CheckField
          label={w.allowRepeats}
          value={value.allowRepeats}
          onChange={(allowRepeats) => change({ allowRepeats })}
        />
      )}
    </Form>
  )
}
