// One phone takes another's outbox along: read from its screen, sealed, and sent when there is a network.

import { useWords } from '../../../../platform/web/words.ts'
import { go } from './address.ts'
import { CodeReader } from './code-reader.tsx'
import { Screen } from './parts.tsx'
import { changePhone } from './phone.ts'
import { takeAlong } from './take-along.ts'
import { phoneWords } from './words.ts'

export function ReadCodes() {
  const w = useWords(phoneWords)
  const take = async (bytes: Uint8Array) => {
    changePhone({ said: { text: (await takeAlong(bytes)) ? w.taken : w.takenNot } })
    go('outbox')
  }
  return (
    <Screen title={w.readCodes} back={{ to: '#/carry', label: w.back }} slim>
      <p className="muted">{w.readCodesWhy}</p>
      <CodeReader onRead={(bytes) => void take(bytes)} />
    </Screen>
  )
}
