// The draw of a lot, and how anybody can make it again.

import { useCommand } from '../../../platform/web/command.ts'
import { Button, LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Note } from '../../../platform/web/components/page.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { showInstant } from '../../../platform/web/format.ts'
import { useWords } from '../../../platform/web/words.ts'
import { DrawLot } from '../contract.ts'
import type { Lot } from './lot.tsx'
import { oneLotWords } from './lot-words.ts'

export function DrawCard({ lot }: { lot: Lot }) {
  const w = useWords(oneLotWords)
  return (
    <Card title={w.draw} padded>
      {lot.draw ? <Drawn lot={lot} draw={lot.draw} /> : <ToDraw lot={lot} />}
      <dl className="seals">
        {lot.draw && (
          <>
            <dt>{w.seal}</dt>
            <dd>
              <code>{lot.draw.seal}</code>{' '}
              <span className="muted">{lot.draw.position === null ? w.demoSeal : w.position(lot.draw.position)}</span>
            </dd>
          </>
        )}
        <dt>{w.digest}</dt>
        <dd>
          <code>{lot.digest}</code>
        </dd>
      </dl>
    </Card>
  )
}

function Drawn({ lot, draw }: { lot: Lot; draw: NonNullable<Lot['draw']> }) {
  const w = useWords(oneLotWords)
  return (
    <>
      <p>{w.drawnAt(showInstant(draw.at), lot.sample, draw.reserve)}</p>
      <p>
        <Status kind={draw.same ? 'met' : 'late'}>{draw.same ? w.same : w.notSame}</Status>
      </p>
      <p className="muted">{w.howDrawn}</p>
      {lot.may.audit && (
        <LinkButton small icon="download" href={`/api/verification/frame?id=${lot.id}`} download={`lot-${lot.id}.json`}>
          {w.frame}
        </LinkButton>
      )}
    </>
  )
}

function ToDraw({ lot }: { lot: Lot }) {
  const w = useWords(oneLotWords)
  const draw = useCommand(DrawLot)
  const drawIt = async () => {
    const sent = await draw.send({ id: lot.id, version: lot.version })
    if (sent.ok) say(w.drawDone)
  }
  return (
    <>
      <p>{w.toDraw}</p>
      {draw.problem && (
        <Note icon="clock">
          <b className="semi">{draw.problem.title}</b> {draw.problem.detail}
        </Note>
      )}
      {lot.may.draw && (
        <div className="lot-deeds">
          <Button main busy={draw.sending} onClick={() => void drawIt()}>
            {w.draw}
          </Button>
        </div>
      )}
    </>
  )
}
