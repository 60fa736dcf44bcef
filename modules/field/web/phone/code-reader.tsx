// Reads a run of QR codes with the camera, or from pictures where there is none, and hands on the bytes when all are there.

import { type ChangeEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useWords } from '../../../../platform/web/words.ts'
import { joinFrames, type Reading, readMore } from '../../contract/frames.ts'
import { decoder, pictureOf } from './decode.ts'
import { phoneWords } from './words.ts'

/** Between two looks: each frame of the other phone is shown for 700 ms. */
const pause = 120

export function CodeReader({ onRead }: { onRead(bytes: Uint8Array): void }) {
  const w = useWords(phoneWords)
  const [reading, setReading] = useState<Reading>()
  const [wrong, say] = useState<'otherCode' | 'noCodeThere'>()
  // The camera goes on while words and callers change.
  const done = useRef(onRead)
  done.current = onRead
  const known = useRef<Reading>(undefined)
  const read = useCallback(async (texts: readonly string[]): Promise<void> => {
    const before = known.current
    const now = readMore(before, texts)
    if (texts.length > 0 && !now) say('otherCode')
    if (now === before || !now) return
    say(undefined)
    known.current = now
    setReading(now)
    if (now.texts.size < now.count) return
    const bytes = await joinFrames([...now.texts.values()])
    if (bytes) done.current(bytes)
  }, [])
  const pictures = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])]
    event.target.value = ''
    const texts = await textsOf(files)
    if (texts.length === 0) say('noCodeThere')
    await read(texts)
  }
  return (
    <>
      <Camera onTexts={read} />
      <p role="status" className="reading">
        {reading ? w.codesRead(reading.texts.size, reading.count) : w.noCodeRead}
      </p>
      {reading && (
        <progress className="read-bar" max={reading.count} value={reading.texts.size} aria-label={w.readCodes} />
      )}
      <p role="alert" className="wrong">
        {wrong && w[wrong]}
      </p>
      <label className="sec">
        {w.choosePictures}
        <input type="file" className="hidden" accept="image/*" multiple onChange={(event) => void pictures(event)} />
      </label>
    </>
  )
}

async function textsOf(files: readonly File[]): Promise<string[]> {
  const decode = await decoder()
  const texts: string[] = []
  for (const file of files) {
    // A picture that cannot be opened holds no code.
    const bitmap = await createImageBitmap(file).catch(() => undefined)
    const picture = bitmap && pictureOf(bitmap, bitmap.width, bitmap.height)
    if (picture) texts.push(...(await decode(picture)))
    bitmap?.close()
  }
  return texts
}

function Camera({ onTexts }: { onTexts(texts: string[]): Promise<void> }) {
  const w = useWords(phoneWords)
  const screen = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<'starting' | 'seeing' | 'none'>('starting')
  useEffect(() => {
    let gone = false
    let stream: MediaStream | undefined
    const look = async () => {
      const video = screen.current
      stream = await navigator.mediaDevices?.getUserMedia({
        video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 1280 } },
      })
      if (!stream || !video) return setState('none')
      if (gone) return stop(stream)
      video.srcObject = stream
      await video.play()
      setState('seeing')
      const decode = await decoder()
      while (!gone) {
        const picture = pictureOf(video, video.videoWidth, video.videoHeight)
        if (picture) await onTexts(await decode(picture))
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    }
    look().catch(() => {
      if (!gone) setState('none')
    })
    return () => {
      gone = true
      if (stream) stop(stream)
    }
  }, [onTexts])
  return (
    <div className="seeing">
      <video ref={screen} muted playsInline aria-label={w.cameraView} />
      {state !== 'seeing' && <p>{state === 'none' ? w.cameraNone : w.cameraStarting}</p>}
    </div>
  )
}

const stop = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop()
}
