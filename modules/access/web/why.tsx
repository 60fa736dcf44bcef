// "Why may she?": person × permission × area × day, answered rule by rule.

import { unitName } from '../../../platform/contract/unit-name.ts'
import './why.css'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { SelectField } from '../../../platform/web/components/field.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { defineWords, useWords } from '../../../platform/web/words.ts'
import { ShowUnit } from '../../areas/contract.ts'
import { Explain } from '../contract/explain.ts'
import { ViewPerson } from '../contract/people.ts'
import { ListRoles } from '../contract/roles.ts'
import { AreaPick } from './area-pick.tsx'
import { PeopleTabs } from './people-tabs.tsx'
import { PersonPick } from './person-pick.tsx'

const words = defineWords({
  title: { vi: 'Vì sao được, vì sao không?', en: 'Why may they, why not?' },
  ask: { vi: 'Câu hỏi', en: 'The question' },
  person: { vi: 'Ai', en: 'Who' },
  permission: { vi: 'Làm việc gì', en: 'To do what' },
  choose: { vi: 'Chọn quyền', en: 'Choose a permission' },
  area: { vi: 'Ở đâu', en: 'Where' },
  on: { vi: 'Ngày nào', en: 'On which day' },
  answer: { vi: 'Trả lời', en: 'The answer' },
  yes: { vi: 'Được', en: 'May' },
  no: { vi: 'Không được', en: 'May not' },
  waiting: { vi: 'Chọn người, việc và địa bàn', en: 'Choose a person, a permission and an area' },
  waitingWhat: {
    vi: 'Mỗi quy tắc mà hệ thống xét sẽ hiện ra, kèm kết quả và lý do.',
    en: 'Every rule that the system looks at is shown, with its outcome and its reason.',
  },
  allows: { vi: 'cho phép', en: 'allows' },
  denies: { vi: 'không cho phép', en: 'does not allow' },
  holds: { vi: 'đạt', en: 'holds' },
  fails: { vi: 'không đạt', en: 'fails' },
})

export default function Why() {
  const w = useWords(words)
  const language = useLanguage()
  const vi = useLanguage() === 'vi'
  const search = useSearch()
  const { today } = useView()
  const personId = search.get('person') ?? ''
  const permission = search.get('permission') ?? ''
  const areaId = search.get('area') ?? ''
  const on = search.get('day') ?? today
  const roles = useAnswer(ListRoles, {})
  const person = useAnswer(ViewPerson, { id: personId }, { when: personId !== '' })
  const unit = useAnswer(ShowUnit, { id: areaId }, { when: areaId !== '' })
  const whole = personId !== '' && permission !== '' && areaId !== ''
  const found = useAnswer(Explain, { personId, permission, areaId, on }, { when: whole, keep: true })
  return (
    <>
      <PageHead title={w.title} />
      <PeopleTabs />
      <div className="two why">
        <Card title={w.ask} padded>
          <div className="form">
            <PersonPick
              label={w.person}
              value={personId}
              chosen={person.answer && { value: personId, label: person.answer.person.name }}
              onChange={(value) => search.set({ person: value || undefined })}
            />
            <SelectField
              label={w.permission}
              empty={w.choose}
              value={permission}
              onChange={(value) => search.set({ permission: value || undefined })}
              choices={(roles.answer?.permissions ?? []).map(({ name, ...named }) => ({
                value: name,
                label: vi ? named.vi : named.en,
              }))}
            />
            <AreaPick
              label={w.area}
              value={areaId}
              chosen={unit.answer && { id: areaId, name: unitName(unit.answer.unit, language) }}
              onChange={(value) => search.set({ area: value || undefined })}
            />
            <DateField
              label={w.on}
              value={on}
              onChange={(day) => search.set({ day: day && day !== today ? day : undefined })}
            />
          </div>
        </Card>
        <Card title={w.answer}>
          {whole ? (
            <Shown from={found} lines={5}>
              {(answer) => <Explanation answer={answer} />}
            </Shown>
          ) : (
            <Empty icon="help" title={w.waiting}>
              {w.waitingWhat}
            </Empty>
          )}
        </Card>
      </div>
    </>
  )
}

type Answer = OutputOf<typeof Explain>

function Explanation({ answer }: { answer: Answer }) {
  const w = useWords(words)
  const language = useLanguage()
  return (
    <div className="why-a" aria-live="polite">
      <p className="why-v">
        <Status kind={answer.allowed ? 'met' : 'notmet'}>{answer.allowed ? w.yes : w.no}</Status>
        <span>{answer.verdict[language]}</span>
      </p>
      <ol>
        {answer.steps.map((step) => (
          <li key={`${step.about}-${step.subject.vi}-${step.rules.map(({ reason }) => reason.vi).join()}`}>
            <p className="why-s" data-lent={step.about === 'lent-grant' || undefined}>
              <Icon name={step.allows ? 'check-c' : 'x'} label={step.allows ? w.allows : w.denies} />
              {step.subject[language]}
            </p>
            <ul>
              {step.rules.map((rule) => (
                <li key={rule.rule} data-fails={!rule.holds || undefined}>
                  <Icon name={rule.holds ? 'check' : 'x'} label={rule.holds ? w.holds : w.fails} />
                  {rule.reason[language]}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </div>
  )
}
