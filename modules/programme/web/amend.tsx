// Amending a plan.

import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { say } from '../../../platform/web/components/messages.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useGo, useParam } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { AmendPlan, PlanDraft } from '../contract.ts'
import { AmendForm } from './amend-form.tsx'
import { formWords } from './line-words.ts'
import { programmeWords } from './words.ts'

export default function Amend() {
  const w = useWords(formWords)
  const common = useWords(programmeWords)
  const language = useLanguage()
  const go = useGo()
  const planId = useParam('planId')
  const draft = useAnswer(PlanDraft, { planId })
  const amending = useCommand(AmendPlan)
  return (
    <Shown from={draft} lines={8}>
      {(answer) => {
        const { plan, programme } = answer
        return (
          <>
            <PageHead
              title={w.amendTitle(plan?.year ?? 0)}
              crumbs={[
                { label: common.programme, to: `/programme?programme=${programme.slug}` },
                { label: programme.name[language], to: `/programme?programme=${programme.slug}` },
                { label: w.amendTitle(plan?.year ?? 0) },
              ]}
            />
            {plan?.closedOn ? (
              <Note icon="lock">{w.closed(showDay(plan.closedOn))}</Note>
            ) : (
              <AmendForm
                draft={answer}
                draftKey={`amend:${planId}`}
                sending={amending.sending}
                problem={amending.problem}
                back="/programme"
                onSend={async (input) => {
                  const sent = await amending.send(input)
                  if (sent.ok) {
                    say(w.amended(sent.answer.number))
                    go('/programme')
                  }
                  return sent.ok
                }}
              />
            )}
          </>
        )
      }}
    </Shown>
  )
}
