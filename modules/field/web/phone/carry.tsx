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

/** One after another, round and round, until the other side has all of them. */
function Codes({ frames }: { frames: readonly string[] }) {
  const w = useWords(phoneWords)
  const [at, setAt] = useState(0)
  const [picture, setPicture] = useState('')
  useEffect(() => {
    let gone = false
    void codeAsSvg([{ data: frames[at] as string, mode: 'alphanumeric' }], {
      type: 'svg',
      errorCorrectionLevel: 'L',
      margin: 2,
    }).then((svg) => {
      if (!gone) setPicture(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`)
    })
    const timer = setTimeout(() => setAt((at + 1) % frames.length), 700)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [frames, at])
  return (
    <figure className="codes">
      {picture && <img src={picture} alt={w.codeOf(at + 1, frames.length)} />}
      <figcaption>{w.codeOf(at + 1, frames.length)}</figcaption>
    </figure>
  )
}
