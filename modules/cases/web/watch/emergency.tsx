// The emergency way, second step: what is at stake; then the whole file, for three hours, under a bar that cannot be overlooked.

import '../law.css'
import '../files/files.css'
import '../file/file.css'
import '../file/cards.css'
import '../file/clocks.css'
import './watch.css'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useCommand } from '../../../../platform/web/command.ts'
import { LinkButton } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { RadioField } from '../../../../platform/web/components/choice-field.tsx'
import { TextArea, TextField } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { PageHead } from '../../../../platform/web/components/page.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { fieldProblem } from '../../../../platform/web/problem.ts'
import { useParam } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { OpenInEmergency, type StakeId, stakeIds, stakes } from '../../contract.ts'
import { EndedNote } from '../file/gate.tsx'
import { Opened } from '../file/opened.tsx'
import { type Ended, type Opening, useOpening } from '../file/opening.ts'
import { emergencyWords } from './emergency-words.ts'
import { Warning } from './find-emergency.tsx'

export default function EmergencyPage() {
  const communeId = useParam('communeId')
  const fileId = useParam('fileId')
  return <Emergency key={fileId} communeId={communeId} fileId={fileId} />
}

function Emergency({ communeId, fileId }: { communeId: string; fileId: string }) {
  const { opening, ended, begin, end, close } = useOpening(communeId, fileId, 'emergency')
  if (!opening) return <EmergencyGate communeId={communeId} fileId={fileId} ended={ended} onOpen={begin} />
  return (
    <Opened
      key={opening.id}
      at={{ communeId, fileId, openingId: opening.id }}
      opening={opening}
      onOver={() => end('time')}
      onClose={() => void close(opening.id, 'closed')}
    />
  )
}

type Props = { communeId: string; fileId: string; ended: Ended | undefined; onOpen: (opening: Opening) => void }

function EmergencyGate({ communeId, fileId, ended, onOpen }: Props) {
  const w = useWords(emergencyWords)
  const language = useLanguage()
  const open = useCommand(OpenInEmergency)
  const [id] = useState(() => uuidv7())
  const [stake, setStake] = useState<StakeId>()
  const [ground, setGround] = useState('')
  const [statement, setStatement] = useState('')
  const [tried, setTried] = useState(false)
  const isMissing = (text: string) => tried && text.trim() === ''
  const send = async () => {
    setTried(true)
    if (!stake || ground.trim() === '' || statement.trim() === '') return
    const sent = await open.send({ communeId, fileId, id, stake, ground, statement })
    if (sent.ok) onOpen({ ...sent.answer, purpose: 'emergency' })
  }
  return (
    <>
      <PageHead
        title={w.title}
        crumbs={[{ label: w.title, to: '/files/emergency' }, { label: w.sealedFile }]}
        facts={<Status kind="sealed">{w.sealedFile}</Status>}
      />
      <div className="stack">
        <EndedNote ended={ended} />
        <Warning />
        <Card padded className="case-gate">
          <Form
            onSend={() => void send()}
            send={w.open}
            sending={open.sending}
            problem={open.problem}
            others={<LinkButton to="/files/emergency">{w.cancel}</LinkButton>}
          >
            <RadioField
              label={w.stake}
              value={stake ?? ''}
              onChange={(chosen) => setStake(chosen as StakeId)}
              problem={tried && !stake ? w.stakeNeeded : undefined}
              choices={stakeIds.map((each) => ({ value: each, label: stakes[each][language] }))}
            />
            <TextField
              label={w.ground}
              reason={w.groundWhy}
              maxLength={300}
              value={ground}
              onChange={setGround}
              problem={isMissing(ground) ? w.groundNeeded : fieldProblem(open.problem, 'ground')}
            />
            <TextArea
              label={w.statement}
              reason={w.statementWhy}
              value={statement}
              onChange={setStatement}
              problem={isMissing(statement) ? w.statementNeeded : fieldProblem(open.problem, 'statement')}
            />
          </Form>
        </Card>
      </div>
    </>
  )
}
