// A file: first what it is opened for, then what this reader may see of it, until the time is over.

import '../law.css'
import '../files/files.css'
import './file.css'
import './cards.css'
import './clocks.css'
import '../retention/retention.css'
import { useParam, useSearch } from '../../../../platform/web/route.tsx'
import { Gate } from './gate.tsx'
import { Opened } from './opened.tsx'
import { useOpening } from './opening.ts'

export default function FilePage() {
  const communeId = useParam('communeId')
  const fileId = useParam('fileId')
  // Another file is another opening: nothing of the one before may stay.
  return <File key={fileId} communeId={communeId} fileId={fileId} />
}

function File({ communeId, fileId }: { communeId: string; fileId: string }) {
  const { opening, ended, begin, end, close } = useOpening(communeId, fileId)
  const search = useSearch()
  const check = search.get('do') === 'check'
  if (!opening) return <Gate communeId={communeId} fileId={fileId} check={check} ended={ended} onOpen={begin} />
  return (
    <Opened
      key={opening.id}
      at={{ communeId, fileId, openingId: opening.id }}
      opening={opening}
      check={check}
      onChecked={() => search.set({ do: undefined })}
      onOver={() => end('time')}
      onClose={() => void close(opening.id, 'closed')}
      onOtherPurpose={() => void close(opening.id)}
    />
  )
}
