// One entry on its own page: the whole difference, what was recorded word for word, and its seal.

import './audit.css'
import { useAnswer } from '../../../platform/web/answer.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { useParam } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ShowAuditEntry } from '../contract.ts'
import { Difference } from './difference.tsx'
import { EntryFacts } from './entry-dialog.tsx'
import { auditWords } from './words.ts'

export default function AuditEntry() {
  const w = useWords(auditWords)
  const language = useLanguage()
  const id = useParam('entryId')
  const entry = useAnswer(ShowAuditEntry, { id })
  return (
    <>
      <PageHead
        title={entry.answer?.operation.title[language] ?? w.entry}
        crumbs={[{ label: w.title, to: '/audit' }, { label: w.entry }]}
        actions={
          entry.answer && (
            <>
              <LinkButton icon="history" to={`/audit?subject=${encodeURIComponent(entry.answer.subject)}`}>
                {w.history}
              </LinkButton>
              <LinkButton icon="user" to={`/audit?person=${entry.answer.person.id}`}>
                {w.byPerson}
              </LinkButton>
            </>
          )
        }
      />
      <Shown from={entry} lines={8}>
        {(answer) => (
          <div className="stack">
            <Card title={w.entry} icon="history" padded>
              <EntryFacts row={answer} />
            </Card>
            <Card title={w.difference} icon="swap" padded>
              <Difference changes={answer.changes} />
            </Card>
            <Card title={w.recorded} icon="doc" padded>
              <div className="aud-recorded">
                <Recorded title={w.before} text={answer.before} />
                <Recorded title={w.after} text={answer.after} />
              </div>
            </Card>
            <Card title={w.seal} icon="sealed" padded>
              <dl className="aud-facts">
                <Line name={w.id} value={answer.id} />
                <Line name={w.command} value={answer.command} />
                <Line name={w.hash} value={answer.hash} />
                <Line name={w.previous} value={answer.previousHash} />
              </dl>
            </Card>
          </div>
        )}
      </Shown>
    </>
  )
}

function Recorded({ title, text }: { title: string; text: string | null }) {
  const w = useWords(auditWords)
  return (
    <section>
      <h3>{title}</h3>
      {text === null ? <p className="muted">{w.wasNot}</p> : <pre className="aud-id">{text}</pre>}
    </section>
  )
}

function Line({ name, value }: { name: string; value: string | null }) {
  return (
    <div className="aud-wide">
      <dt>{name}</dt>
      <dd className="aud-id">{value ?? '–'}</dd>
    </div>
  )
}
