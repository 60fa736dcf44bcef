// Sister systems for the administrator: our card to give out, theirs to register, compare by telephone and revoke.

import '../hand-over.css'
import { useState } from 'react'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { unitTitle } from '../../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { useConfirm } from '../../../../platform/web/components/confirm.tsx'
import { AsOf } from '../../../../platform/web/components/marks.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { Note, PageHead } from '../../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../../platform/web/components/states.tsx'
import { showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { saveFile } from '../../../../platform/web/save-file.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { ListCorrespondents, RenewKeys } from '../../contract.ts'
import { carriedName } from '../../rules/far/names.ts'
import { Line } from '../one/facts.tsx'
import { NameDialog } from './name.tsx'
import { SystemCard } from './one.tsx'
import { RegisterDialog } from './register.tsx'
import { systemWords } from './words.ts'

type Ours = OutputOf<typeof ListCorrespondents>['ours']

export default function SystemsPage() {
  const w = useWords(systemWords)
  const found = useAnswer(ListCorrespondents, {})
  const [registering, setRegistering] = useState(false)
  return (
    <>
      <PageHead
        title={w.title}
        facts={<AsOf at={found.asOf} />}
        actions={
          <Button main icon="upload" onClick={() => setRegistering(true)}>
            {w.register}
          </Button>
        }
      />
      <div className="stack">
        <Note icon="swap">{w.why}</Note>
        <Shown from={found} lines={8}>
          {({ ours, rows }) => (
            <>
              <OursCard ours={ours} />
              {rows.length === 0 ? (
                <Card title={w.known} icon="swap">
                  <Empty icon="swap" title={w.noneKnown}>
                    {w.noneKnownWhy}
                  </Empty>
                </Card>
              ) : (
                rows.map((row) => <SystemCard key={row.id} system={row} />)
              )}
            </>
          )}
        </Shown>
      </div>
      {registering && <RegisterDialog onClose={() => setRegistering(false)} />}
    </>
  )
}

function OursCard({ ours }: { ours: Ours }) {
  const w = useWords(systemWords)
  const language = useLanguage()
  const renew = useCommand(RenewKeys)
  const confirm = useConfirm()
  const [naming, setNaming] = useState(false)
  const anew = async () => {
    if (!(await confirm({ title: w.renew, text: w.renewSure, yes: w.renew, danger: true }))) return
    const sent = await renew.send({})
    if (sent.ok) say(w.renewed)
  }
  const dialog = naming && <NameDialog ours={ours} onClose={() => setNaming(false)} />
  if (!ours)
    return (
      <Card title={w.none} icon="lock" padded>
        <p className="hand-over-why">{w.noneWhy}</p>
        <Button main icon="plus" onClick={() => setNaming(true)}>
          {w.make}
        </Button>
        {dialog}
      </Card>
    )
  return (
    <Card title={w.ours} icon="lock">
      <dl className="hand-over-lines">
        <Line label={w.name}>{ours.name}</Line>
        <Line label={w.serves}>
          {unitTitle(ours.serves, language)}, {w.communes(ours.communes)}
        </Line>
        <Line label={w.code}>
          <code className="hand-over-code-long num">{ours.code}</code>
          <span className="hand-over-served">{w.codeWhy}</span>
        </Line>
        <Line label={w.madeAt}>
          <span className="num">{showInstant(ours.madeAt)}</span>
        </Line>
        <Line label={w.olderKeys}>{ours.olderKeys > 0 && w.olderKeysWhy(ours.olderKeys)}</Line>
      </dl>
      <div className="hand-over-answers noprint">
        {renew.problem && (
          <Note icon="alert" tone="late">
            {renew.problem.title}
          </Note>
        )}
        <Button
          icon="download"
          onClick={() => saveFile(carriedName('card', ours.code.slice(0, 5)), new Blob([ours.card]))}
        >
          {w.download}
        </Button>
        <Button icon="pen" onClick={() => setNaming(true)}>
          {w.change}
        </Button>
        <Button icon="again" busy={renew.sending} onClick={() => void anew()}>
          {w.renew}
        </Button>
      </div>
      {dialog}
    </Card>
  )
}
