// What was just done, and the way back from it, for six seconds; away with a touch. It stands at the end of the page: it lies over
// nothing, and when it comes or goes nothing moves but the lower edge of what is above it.

import { useEffect } from 'react'
import { useWords } from '../../../../platform/web/words.ts'
import { changePhone, usePhone } from './phone.ts'
import { phoneWords } from './words.ts'

const away = () => changePhone({ said: undefined })

/** Calls after six seconds, or once the finger is lifted: the pad grows then, and a stroke on it is not to be broken. */
function afterAWhile(then: () => void): () => void {
  const over = new AbortController()
  const { signal } = over
  let touched = false
  for (const kind of ['pointerdown', 'pointerup', 'pointercancel'])
    window.addEventListener(
      kind,
      () => {
        touched = kind === 'pointerdown'
      },
      { capture: true, signal },
    )
  const timer = setTimeout(() => {
    if (touched) window.addEventListener('pointerup', then, { signal })
    else then()
  }, 6_000)
  return () => {
    clearTimeout(timer)
    over.abort()
  }
}

export function Said() {
  const w = useWords(phoneWords)
  const { said } = usePhone()
  useEffect(() => (said ? afterAWhile(away) : undefined), [said])
  return (
    <div role="status">
      {said && (
        <div className="said">
          <button type="button" className="text" onClick={away}>
            {said.text}
          </button>
          {said.undo && (
            <button type="button" onClick={said.undo}>
              {w.undo}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
