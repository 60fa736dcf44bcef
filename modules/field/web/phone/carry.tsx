// No network for days: the outbox as a sealed file or a run of QR codes, and another phone's file taken along.

import { toString as codeAsSvg } from 'qrcode'
import { type ChangeEvent, useEffect, useState } from 'react'
import { Icon } from '../../../../platform/web/components/icon.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { framesOf } from '../../contract/frames.ts'
import { Note, Screen } from './parts.tsx'
import { changePhone, phoneNow, usePhone, waitingOf } from './phone.ts'
import { saveSealed } from './save-file.ts'
import { sealOutbox } from './sealed.ts'
import { takeAlong } from './take-along.ts'
import { phoneWords } from './words.ts'

export function Carry() {
  const w = useWords(phoneWords)
  const { outbox } = usePhone()
  const [frames, setFrames] = useState<string[]>()
  const waiting = waitingOf(outbox)
  const sealed = async (): Promise<Uint8Array> => {
    const { profile } = phoneNow()
    if (!profile) throw new Error('the phone is locked')
    return sealOutbox(profile, waitingOf(phoneNow().outbox))
  }
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    if (!file) return
    const bytes = new Uint8Array(await file.arrayBuffer())
    changePhone({ said: { text: (await takeAlong(bytes)) ? w.taken : w.takenNot } })
  }
  return (
    <Screen title={w.carry} back={{ to: '#/outbox', label: w.back }}>
      <p className="muted">{w.carryWhy}</p>
      {waiting.length === 0 ? (
        <Note icon="check-c">{w.nothingWaits}</Note>
      ) : (
        <>
          <button type="button" className="big" onClick={() => void sealed().then(saveSealed)}>
            {w.saveFile} ({waiting.length})
          </button>
          <button type="button" className="sec" onClick={() => void sealed().then(framesOf).then(setFrames)}>
            {w.showCodes}
          </button>
        </>
      )}
      {frames && <Codes frames={frames} />}
      <a className="sec" href="#/read">
        <Icon name="qr" />
        {w.readCodes}
      </a>
      <label className="sec">
        {w.takeFile}
        <input
          type="file"
          className="hidden"
          accept=".byb,application/octet-stream"
          onChange={(event) => void take(event)}
        />
      </label>
    </Screen>
  )
}

/** One after another, round and round, until the other side has all of them. A code and its number change together: who looks,
 * or takes a picture, never has the number of the next beside the code of the last. */
function Codes({ frames }: { frames: readonly string[] }) {
  const w = useWords(phoneWords)
  const [shown, show] = useState<{ at: number; picture: string }>()
  useEffect(() => {
    let gone = false
    const next = async (at: number): Promise<void> => {
      const picture = await pictureOf(frames[at] as string)
      if (gone) return
      show({ at, picture })
      setTimeout(() => void next((at + 1) % frames.length), 700)
    }
    void next(0)
    return () => {
      gone = true
    }
  }, [frames])
  return (
    <figure className="codes">
      {shown && (
        <>
          <img src={shown.picture} alt={w.codeOf(shown.at + 1, frames.length)} />
          <figcaption>{w.codeOf(shown.at + 1, frames.length)}</figcaption>
        </>
      )}
    </figure>
  )
}

async function pictureOf(frame: string): Promise<string> {
  const svg = await codeAsSvg([{ data: frame, mode: 'alphanumeric' }], {
    type: 'svg',
    errorCorrectionLevel: 'L',
    margin: 2,
  })
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`
}
