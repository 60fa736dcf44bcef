// Lent rights: who to whom, what, until when; ended early by either side.

import './account.css'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { useConfirm } from '../../../platform/web/components/confirm.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { showDay, showSpan } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useView } from '../../../platform/web/view.tsx'
import { defineWords, useWords } from '../../../platform/web/words.ts'
import { EndDelegation } from '../contract/delegations.ts'
import type { PersonAnswer } from './person.tsx'

const words = defineWords({
  fromTo: {
    vi: (from: string, to: string) => `${from} ủy quyền cho ${to}`,
    en: (from: string, to: string) => `${from} lends to ${to}`,
  },
  allRights: { vi: 'mọi quyền của mình', en: 'all own rights' },
  role: { vi: (name: string) => `vai trò ${name}`, en: (name: string) => `the role ${name}` },
  acting: { vi: (title: string) => `quyền ${title}`, en: (title: string) => `acting ${title}` },
  inForce: { vi: 'Đang hiệu lực', en: 'In force' },
  ended: { vi: (day: string) => `Chấm dứt ${day}`, en: (day: string) => `Ended ${day}` },
  notYet: { vi: 'Chưa đến ngày', en: 'Not yet' },
  over: { vi: 'Đã hết hạn', en: 'Over' },
  end: { vi: 'Chấm dứt', en: 'End it' },
  ask: { vi: 'Chấm dứt ủy quyền này?', en: 'End this lending?' },
  askWhat: { vi: 'Quyền được mượn mất ngay.', en: 'The lent rights end at once.' },
  done: { vi: 'Đã chấm dứt ủy quyền.', en: 'Lending ended.' },
})

export function DelegationList({ rows }: { rows: PersonAnswer['delegations'] }) {
  const w = useWords(words)
  const language = useLanguage()
  const vi = language === 'vi'
  const ask = useConfirm()
  const { today } = useView()
  const ending = useCommand(EndDelegation)
  const end = async (id: string) => {
    if (!(await ask({ title: w.ask, text: w.askWhat, yes: w.end, danger: true }))) return
    const sent = await ending.send({ id })
    say(sent.ok ? w.done : { text: sent.problem.title, bad: true })
  }
  return (
    <ul className="acc-list acc-in">
      {rows.map((row) => (
        <li key={row.id}>
          <Icon name="swap" />
          <span className="grow">
            {w.fromTo(row.from.name, row.to.name)}:{' '}
            {row.role ? w.role(vi ? row.role.nameVi : row.role.nameEn) : w.allRights}
            {row.post && `, ${w.acting(vi ? row.post.titleVi : row.post.titleEn)}`}
            <small>
              {showSpan(row.validFrom, row.validTo, language)} · {row.reason}
            </small>
          </span>
          <Status kind={row.inForce ? 'met' : 'unknown'}>
            {row.revokedOn
              ? w.ended(showDay(row.revokedOn))
              : row.inForce
                ? w.inForce
                : row.validFrom > today
                  ? w.notYet
                  : w.over}
          </Status>
          {row.may.end && (
            <Button small quiet danger onClick={() => void end(row.id)}>
              {w.end}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
