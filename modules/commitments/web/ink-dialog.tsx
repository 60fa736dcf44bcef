// Signing on this screen: the wording is read, then ink on the pad.

import { useEffect, useRef, useState } from 'react'
import './commitments.css'
import SignaturePad from 'signature_pad'
import { Button } from '../../../platform/web/components/button.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { gridHeight, gridWidth, type Ink, inkToText, signingReasons, tooLittleInk } from '../contract.ts'
import { followingWords } from './following-words.ts'
import type { SigningDialogProps } from './paper-dialog.tsx'
import { useSignBatches } from './sign-batches.ts'
import { commitmentWords } from './words.ts'

/** Strokes on the pad as strokes on the grid, whatever the size of the screen. */
function inkOf(pad: SignaturePad, canvas: HTMLCanvasElement): Ink {
  const { width, height } = canvas.getBoundingClientRect()
  const on = (value: number, size: number, grid: number) =>
    Math.min(grid, Math.max(0, Math.round((value / size) * grid)))
  return pad
    .toData()
    .map(({ points }) =>
      points.map(({ x, y }): [number, number] => [on(x, width, gridWidth), on(y, height, gridHeight)]),
    )
}

/** Today this moment; on another day in view, noon of that day: a demonstration works on a day of its own. */
const instantOf = (on: string, today: string): string =>
  on === today ? new Date().toISOString() : `${on}T12:00:00+07:00`

export function InkDialog({ coverage, communeId, bodyId, rows, onClose, onDone }: SigningDialogProps) {
  const [w, words] = [useWords(followingWords), useWords(commitmentWords)]
  const language = useLanguage()
  const { on, today } = useView()
  const { sendAll, sending, problem } = useSignBatches(coverage, communeId, rows, bodyId)
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<SignaturePad>(undefined)
  const [witness, setWitness] = useState('')
  const [wrong, setWrong] = useState<string>()
  const [row] = rows
  const text = coverage.groups.find(({ id }) => id === row?.groupId)?.text
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const { width, height } = element.getBoundingClientRect()
    const ratio = window.devicePixelRatio || 1
    element.width = width * ratio
    element.height = height * ratio
    element.getContext('2d')?.scale(ratio, ratio)
    pad.current = new SignaturePad(element, { penColor: getComputedStyle(element).color })
    return () => pad.current?.off()
  }, [])
  const send = async () => {
    if (!pad.current || !canvas.current) return
    const ink = inkOf(pad.current, canvas.current)
    const little = ink.length === 0 ? w.empty : tooLittleInk(ink) ? signingReasons.ink_too_small[language] : undefined
    setWrong(little)
    if (little) return
    if (await sendAll({ way: 'ink', signedAt: instantOf(on, today), ink: inkToText(ink), witness })) onDone()
  }
  return (
    <Dialog open title={w.signTitle(row?.name ?? '')} icon="pen" onClose={onClose}>
      {text && (
        <div className="vow" lang="vi">
          <p>{text.opening}</p>
          <ul>
            {text.promises.map((promise) => (
              <li key={promise}>{promise}</li>
            ))}
          </ul>
          {text.closing && <p>{text.closing}</p>}
        </div>
      )}
      <Form onSend={() => void send()} send={w.takeInk} sending={sending} {...(problem ? { problem } : {})}>
        <div className="ink-pad">
          <canvas ref={canvas} role="img" aria-label={w.pad} />
          <Button small icon="undo" onClick={() => pad.current?.clear()}>
            {w.clear}
          </Button>
          {wrong && (
            <p className="ink-pad-wrong" role="alert">
              {wrong}
            </p>
          )}
        </div>
        <TextField optional label={words.witness} value={witness} onChange={setWitness} />
      </Form>
    </Dialog>
  )
}
