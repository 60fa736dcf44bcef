// The application is open in another tab; this one can take over.

import { useWords } from '../../../../platform/web/words.ts'
import { startPhone } from './lock.ts'
import { Screen } from './parts.tsx'
import { phoneWords } from './words.ts'

export function Elsewhere() {
  const w = useWords(phoneWords)
  return (
    <Screen
      title={w.elsewhere}
      foot={
        <button type="button" className="big" onClick={() => void startPhone(true)}>
          {w.useHere}
        </button>
      }
    >
      <p>{w.elsewhereWhy}</p>
    </Screen>
  )
}
