// Setting up a programme: its area, its time, its phases.

import './programme.css'
import { useRef, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button, LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { CheckField } from '../../../platform/web/components/choice-field.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { fold } from '../../../platform/web/fold.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useGo } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListAreas } from '../../areas/contract.ts'
import { CreateProgramme } from '../contract.ts'
import { formWords } from './line-words.ts'
import { programmeWords } from './words.ts'

type Phase = { key: string; nameVi: string; nameEn: string; startsOn: string; endsOn: string }

const addressOf = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

export default function Create() {
  const w = useWords(formWords)
  const common = useWords(programmeWords)
  const language = useLanguage()
  const go = useGo()
  const { on } = useView()
  const id = useRef(uuidv7())
  const creating = useCommand(CreateProgramme)
  const { problem } = creating
  const [text, setText] = useState('')
  const areas = useAnswer(ListAreas, { on, text, limit: '20' }, { keep: true })
  const kept = useDraft('programme:new', {
    nameVi: '',
    nameEn: '',
    slug: '',
    areaId: '',
    areaName: '',
    startsOn: '',
    endsOn: '',
    public: true,
    phases: [] as Phase[],
  })
  const typed = kept.value
  const slug = typed.slug || addressOf(typed.nameVi)
  const choices = (areas.answer?.rows ?? []).map((unit) => ({
    value: unit.id,
    label: unitTitle(unit, language),
    note: [unit.code, unit.parent?.name].filter(Boolean).join(', '),
  }))
  const chosen =
    typed.areaId && !choices.some((each) => each.value === typed.areaId)
      ? [{ value: typed.areaId, label: typed.areaName }]
      : []
  const phase = (key: string, part: Partial<Phase>) =>
    kept.change({ phases: typed.phases.map((each) => (each.key === key ? { ...each, ...part } : each)) })
  const send = async () => {
    const sent = await creating.send({
      id: id.current,
      slug,
      nameVi: typed.nameVi,
      nameEn: typed.nameEn || typed.nameVi,
      areaId: typed.areaId,
      startsOn: typed.startsOn,
      endsOn: typed.endsOn,
      public: typed.public,
      phases: typed.phases.map(({ key: _, ...each }) => ({ ...each, nameEn: each.nameEn || each.nameVi })),
    })
    if (!sent.ok) return
    kept.forget()
    say(w.created)
    go(`/programme?programme=${slug}`)
  }
  return (
    <>
      <PageHead
        title={w.createTitle}
        crumbs={[{ label: common.programme, to: '/programme' }, { label: w.createTitle }]}
      />
      <Card padded title={common.programme}>
        <Form
          send={w.create}
          sending={creating.sending}
          problem={problem}
          onSend={() => void send()}
          keptAt={kept.keptAt}
          onForget={kept.forget}
          others={<LinkButton to="/programme">{w.cancel}</LinkButton>}
        >
          <TextField
            label={w.titleVi}
            problem={fieldProblem(problem, 'nameVi')}
            value={typed.nameVi}
            onChange={(nameVi) => kept.change({ nameVi })}
          />
          <TextField
            label={w.titleEn}
            optional
            placeholder={typed.nameVi}
            value={typed.nameEn}
            onChange={(nameEn) => kept.change({ nameEn })}
          />
          <TextField
            label={w.slug}
            reason={w.slugWhy}
            problem={fieldProblem(problem, 'slug')}
            placeholder={addressOf(typed.nameVi)}
            value={typed.slug}
            onChange={(value) => kept.change({ slug: value })}
          />
          <PickField
            label={w.area}
            problem={fieldProblem(problem, 'areaId')}
            value={typed.areaId}
            onChange={(areaId) =>
              kept.change({ areaId, areaName: choices.find((each) => each.value === areaId)?.label ?? typed.areaName })
            }
            onType={setText}
            choices={[...chosen, ...choices]}
          />
          <div className="row2">
            <DateField
              label={w.startsOn}
              problem={fieldProblem(problem, 'startsOn')}
              value={typed.startsOn}
              onChange={(startsOn) => kept.change({ startsOn })}
            />
            <DateField
              label={w.endsOn}
              problem={fieldProblem(problem, 'endsOn')}
              value={typed.endsOn}
              onChange={(endsOn) => kept.change({ endsOn })}
            />
          </div>
          {typed.phases.map((each, place) => (
            <fieldset key={each.key} className="fld">
              <legend className="semi">{w.phase(place + 1)}</legend>
              <TextField
                label={w.titleVi}
                problem={fieldProblem(problem, `phases.${place}.nameVi`)}
                value={each.nameVi}
                onChange={(nameVi) => phase(each.key, { nameVi })}
              />
              <div className="row2">
                <DateField
                  label={w.startsOn}
                  problem={fieldProblem(problem, `phases.${place}.startsOn`)}
                  value={each.startsOn}
                  onChange={(startsOn) => phase(each.key, { startsOn })}
                />
                <DateField
                  label={w.endsOn}
                  problem={fieldProblem(problem, `phases.${place}.endsOn`)}
                  value={each.endsOn}
                  onChange={(endsOn) => phase(each.key, { endsOn })}
                />
              </div>
              <span>
                <Button
                  small
                  quiet
                  onClick={() => kept.change({ phases: typed.phases.filter((one) => one.key !== each.key) })}
                >
                  {w.remove}
                </Button>
              </span>
            </fieldset>
          ))}
          <p className="fld">
            <span>
              <Button
                small
                icon="plus"
                onClick={() =>
                  kept.change({
                    phases: [
                      ...typed.phases,
                      { key: uuidv7(), nameVi: '', nameEn: '', startsOn: typed.startsOn, endsOn: typed.endsOn },
                    ],
                  })
                }
              >
                {w.addPhase}
              </Button>
            </span>
          </p>
          <CheckField
            label={w.public}
            note={w.publicWhy}
            value={typed.public}
            onChange={(value) => kept.change({ public: value })}
          />
        </Form>
      </Card>
    </>
  )
}
