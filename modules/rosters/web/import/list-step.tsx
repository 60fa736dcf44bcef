// Which list it is: the group, where its people belong, its day and paper, and what becomes of the list that is there.

import { useState } from 'react'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { RadioField } from '../../../../platform/web/components/choice-field.tsx'
import { DateField } from '../../../../platform/web/components/date-field.tsx'
import { SelectField, TextField } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { PickField } from '../../../../platform/web/components/pick-field.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { columnsOf, type ImportDraft, placeKindOf } from './draft.ts'
import type { StepProps } from './steps.tsx'
import { importWords } from './words.ts'

export function ListStep({ draft, change, look, choices, goTo, keptAt, forget }: StepProps) {
  const w = useWords(importWords)
  const language = useLanguage()
  const named = columnsOf(draft, look).hamlet !== undefined
  const place = placeKindOf(draft, look)
  const single = choices.area.level === 'commune'
  const [asked, ask] = useState(false)
  const missing = (value: string) => (asked && value.trim() === '' ? w.needed : undefined)
  const as = (key: 'asOf' | 'source' | 'title') => ({
    value: draft[key],
    onChange: (value: string) => change({ [key]: value }),
    problem: missing(draft[key]),
  })
  const whole = [draft.groupId, draft.asOf, draft.source, draft.title, placeId(draft, place)]
  const next = () => {
    ask(true)
    if (whole.every((value) => value.trim() !== '')) goTo('check')
  }
  return (
    <Card title={w.stepList} padded>
      <Form
        onSend={next}
        send={w.next}
        others={<Button onClick={() => goTo('columns')}>{w.back}</Button>}
        {...(keptAt ? { keptAt } : {})}
        onForget={forget}
      >
        <SelectField
          label={w.group}
          value={draft.groupId}
          onChange={(groupId) => change({ groupId })}
          choices={[
            { value: '', label: w.choose },
            ...choices.groups.map((group) => ({ value: group.id, label: group[language] })),
          ]}
          problem={missing(draft.groupId)}
        />
        <RadioField
          label={w.place}
          value={place}
          onChange={(kind) => change({ place: kind as ImportDraft['place'] })}
          choices={[
            {
              value: 'hamlet-column',
              label: w.placeByColumn,
              disabled: !named,
              ...(named ? {} : { note: w.placeByColumnWhy }),
            },
            ...(choices.hamlets.length > 0 ? [{ value: 'hamlet', label: w.placeHamlet }] : []),
            ...(choices.bodies.length > 0 ? [{ value: 'body', label: w.placeBody }] : []),
            ...(single || columnsOf(draft, look).commune !== undefined
              ? [{ value: 'commune', label: w.placeCommune, note: w.placeCommuneWhy }]
              : []),
          ]}
        />
        {place === 'hamlet' && (
          <PickField
            label={w.hamlet}
            value={draft.hamletId}
            placeholder={w.choose}
            onChange={(hamletId) => change({ hamletId })}
            choices={choices.hamlets.map(({ id, name }) => ({ value: id, label: name }))}
            problem={missing(draft.hamletId)}
          />
        )}
        {place === 'body' && (
          <PickField
            label={w.body}
            value={draft.bodyId}
            placeholder={w.choose}
            onChange={(bodyId) => change({ bodyId })}
            choices={choices.bodies.map(({ id, name }) => ({ value: id, label: name }))}
            problem={missing(draft.bodyId)}
          />
        )}
        <DateField label={w.asOf} reason={w.asOfWhy} {...as('asOf')} />
        <TextField label={w.source} reason={w.sourceWhy} {...as('source')} />
        <TextField label={w.listName} {...as('title')} />
        <RadioField
          label={w.how}
          value={draft.how}
          onChange={(how) => change({ how: how === 'add' ? 'add' : 'replace' })}
          choices={[
            { value: 'replace', label: w.replace, note: w.replaceWhy },
            { value: 'add', label: w.add, note: w.addWhy },
          ]}
        />
      </Form>
    </Card>
  )
}

/** Where one place has to be picked: whichever it is; else nothing is missing. */
const placeId = ({ hamletId, bodyId }: ImportDraft, place: ImportDraft['place']): string =>
  place === 'hamlet' ? hamletId : place === 'body' ? bodyId : place
