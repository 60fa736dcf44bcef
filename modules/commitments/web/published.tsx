// Instead of the form of a draft, once its drive is published: what can still change, and where.

import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Empty } from '../../../platform/web/components/states.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { makingWords } from './making-words.ts'

export function Published({ driveId, closed }: { driveId: string; closed: boolean }) {
  const w = useWords(makingWords)
  return (
    <Card>
      <Empty
        icon="lock"
        title={closed ? w.closedAlready : w.publishedAlready}
        actions={
          <>
            <LinkButton to={`/commitments/${driveId}`}>{w.toDrive}</LinkButton>
            {!closed && <LinkButton to={`/commitments/${driveId}?tab=texts`}>{w.toTexts}</LinkButton>}
          </>
        }
      >
        {closed ? w.closedFixed : w.publishedFixed}
      </Empty>
    </Card>
  )
}
