// Signatures that were read, side by side with their sheets: one after the other by keyboard, or many at a glance.

import './paper.css'
import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Chip, Chips } from '../../../platform/web/components/chip.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, Loading, Refused } from '../../../platform/web/components/states.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { usePages } from '../../../platform/web/pages.ts'
import { useParam, useSearch } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListQueue, ShowPaper } from '../contract.ts'
import { ConfirmList } from './confirm-list.tsx'
import { confirmWords, paperWords } from './words.ts'

export type Queue = OutputOf<typeof ListQueue>
export type Waiting = Queue['rows'][number]

export default function ConfirmPage() {
  const [w, words] = [useWords(confirmWords), useWords(paperWords)]
  const language = useLanguage()
  const [driveId, communeId] = [useParam('driveId'), useParam('areaId')]
  const state = useSearch().get('state') === 'aside' ? 'aside' : 'queued'
  const pages = usePages(
    ListQueue,
    { driveId, communeId, state, limit: 100 },
    { rows: (answer: Queue) => answer.rows, next: (answer: Queue) => answer.next },
  )
  const paper = useAnswer(ShowPaper, { driveId, communeId })
  const { first } = pages
  const [day, setDay] = useState<string>()
  const home = `/paper/${driveId}/areas/${communeId}`
  return (
    <>
      <PageHead
        title={words.confirmTitle}
        crumbs={[
          { label: words.commitments, to: '/commitments' },
          { label: paper.answer?.drive.name[language] ?? words.drive, to: `/commitments/${driveId}` },
          { label: first ? words.of(first.commune) : words.title, to: home },
          { label: words.confirmTitle },
        ]}
      />
      <div className="confirm-bar">
        <Chips label={w.which}>
          <Chip to={`${home}/confirm`} on={state === 'queued'} count={first?.queued ?? 0}>
            {w.queued}
          </Chip>
          <Chip to={`${home}/confirm?state=aside`} on={state === 'aside'} count={first?.aside ?? 0}>
            {w.aside}
          </Chip>
        </Chips>
        {first && <DateField label={w.signedOn} value={day ?? first.drive.day} onChange={setDay} />}
      </div>
      {pages.loading && (
        <Card>
          <Loading lines={6} />
        </Card>
      )}
      {pages.problem && pages.rows.length === 0 && (
        <Card>
          <Refused problem={pages.problem} onAgain={pages.again} />
        </Card>
      )}
      {first && pages.rows.length === 0 && (
        <Card>
          <Empty icon="check-c" title={w.empty} actions={<LinkButton to={home}>{w.toPaper}</LinkButton>}>
            {w.emptyWhy}
          </Empty>
        </Card>
      )}
      {first && pages.rows.length > 0 && (
        <ConfirmList
          rows={pages.rows}
          aside={state === 'aside'}
          communeId={communeId}
          signedOn={day ?? first.drive.day}
          onEnd={pages.askMore}
          more={pages.more}
        />
      )}
    </>
  )
}
