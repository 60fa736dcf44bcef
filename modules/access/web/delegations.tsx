// My delegations: what I lend, what was lent to me, and lending for a time.

import { useState } from 'react'
import { v7 } from 'uuid'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { SelectField, TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { addDays } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { defineWords, useWords } from '../../../platform/web/words.ts'
import { Delegate, MyDelegations } from '../contract/delegations.ts'
import { longestDelegationDays } from '../limits.ts'
import { DelegationList } from './delegation-list.tsx'
import { ColleaguePick } from './person-pick.tsx'

const words = defineWords({
  title: { vi: 'Ủy quyền của tôi', en: 'My delegations' },
  given: { vi: 'Tôi ủy quyền', en: 'Lent by me' },
  received: { vi: 'Tôi được ủy quyền', en: 'Lent to me' },
  noneGiven: { vi: 'Bạn chưa ủy quyền cho ai', en: 'You lend nothing' },
  noneGivenWhat: {
    vi: 'Khi đi vắng, hãy ủy quyền cho đồng nghiệp để việc không dừng lại. Nhật ký luôn ghi ai làm thay ai.',
    en: 'When you are away, lend your rights so that work goes on. The audit always says who acted for whom.',
  },
  noneReceived: { vi: 'Chưa ai ủy quyền cho bạn', en: 'Nothing is lent to you' },
  lend: { vi: 'Ủy quyền', en: 'Lend rights' },
  to: { vi: 'Cho ai', en: 'To whom' },
  what: { vi: 'Quyền', en: 'Rights' },
  all: { vi: 'Mọi quyền của tôi', en: 'All my rights' },
  post: { vi: 'Làm quyền chức danh', en: 'As acting head of' },
  noPost: { vi: 'Không thay chức danh nào', en: 'No post' },
  from: { vi: 'Từ ngày', en: 'From' },
  until: { vi: 'Đến trước ngày', en: 'Until before' },
  untilWhy: {
    vi: `Nhiều nhất ${longestDelegationDays} ngày. Hết hạn thì tự chấm dứt.`,
    en: `At most ${longestDelegationDays} days. It ends by itself.`,
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  done: { vi: 'Đã ủy quyền.', en: 'Rights lent.' },
})

type Answer = OutputOf<typeof MyDelegations>

export default function Delegations() {
  const w = useWords(words)
  const mine = useAnswer(MyDelegations, {})
  const [lending, setLending] = useState(false)
  return (
    <>
      <PageHead
        title={w.title}
        actions={
          mine.answer &&
          mine.answer.roles.length > 0 && (
            <Button main icon="swap" onClick={() => setLending(true)}>
              {w.lend}
            </Button>
          )
        }
      />
      <Shown from={mine} lines={4}>
        {(answer) => (
          <>
            <div className="two">
              <Card title={w.given}>
                {answer.given.length === 0 ? (
                  <Empty icon="swap" title={w.noneGiven}>
                    {w.noneGivenWhat}
                  </Empty>
                ) : (
                  <DelegationList rows={answer.given} />
                )}
              </Card>
              <Card title={w.received}>
                {answer.received.length === 0 ? (
                  <Empty icon="swap" title={w.noneReceived} />
                ) : (
                  <DelegationList rows={answer.received} />
                )}
              </Card>
            </div>
            {lending && <LendDialog mine={answer} onClose={() => setLending(false)} />}
          </>
        )}
      </Shown>
    </>
  )
}

function LendDialog({ mine, onClose }: { mine: Answer; onClose: () => void }) {
  const w = useWords(words)
  const vi = useLanguage() === 'vi'
  const [id] = useState(() => v7())
  const { value, change, forget, keptAt } = useDraft('access.delegate', {
    toPersonId: '',
    roleId: '',
    postId: '',
    from: mine.today,
    to: addDays(mine.today, 14),
    reason: '',
  })
  const { send, sending, problem } = useCommand(Delegate)
  const submit = async () => {
    const sent = await send({ ...value, id, roleId: value.roleId || null, postId: value.postId || null })
    if (!sent.ok) return
    forget()
    say(w.done)
    onClose()
  }
  return (
    <Dialog open side title={w.lend} icon="swap" onClose={onClose}>
      <Form
        onSend={() => void submit()}
        send={w.lend}
        sending={sending}
        problem={problem}
        keptAt={keptAt}
        onForget={forget}
      >
        <ColleaguePick
          label={w.to}
          value={value.toPersonId}
          onChange={(toPersonId) => change({ toPersonId })}
          problem={fieldProblem(problem, 'toPersonId')}
        />
        <SelectField
          label={w.what}
          empty={w.all}
          value={value.roleId}
          onChange={(roleId) => change({ roleId })}
          choices={mine.roles.map((role) => ({ value: role.id, label: vi ? role.nameVi : role.nameEn }))}
          problem={fieldProblem(problem, 'roleId')}
        />
        {mine.posts.length > 0 && (
          <SelectField
            label={w.post}
            empty={w.noPost}
            value={value.postId}
            onChange={(postId) => change({ postId })}
            choices={mine.posts.map((post) => ({ value: post.id, label: vi ? post.titleVi : post.titleEn }))}
            problem={fieldProblem(problem, 'postId')}
          />
        )}
        <DateField
          label={w.from}
          value={value.from}
          onChange={(from) => change({ from })}
          problem={fieldProblem(problem, 'from')}
        />
        <DateField
          label={w.until}
          reason={w.untilWhy}
          value={value.to}
          onChange={(to) => change({ to })}
          problem={fieldProblem(problem, 'to')}
        />
        <TextField
          label={w.reason}
          maxLength={300}
          value={value.reason}
          onChange={(reason) => change({ reason })}
          problem={fieldProblem(problem, 'reason')}
        />
      </Form>
    </Dialog>
  )
}
