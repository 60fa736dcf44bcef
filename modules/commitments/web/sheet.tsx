// A promise as it stands on paper: an administrative form with its wording, always in Vietnamese.

import './commitments.css'
import type { ReactNode } from 'react'
import { makingWords } from './making-words.ts'

export type Wording = { title: string; opening: string; promises: readonly string[]; closing: string }
const words = makingWords

export function Sheet({ text, head, signer, counterpart, foot }: SheetProps) {
  return (
    <article className="sheet" lang="vi">
      <header>
        <b>{words.nation.vi}</b>
        <span className="motto">{words.motto.vi}</span>
      </header>
      <p className="named">{text.title}</p>
      {head}
      <p>{text.opening}</p>
      <ol>
        {text.promises.map((promise) => (
          <li key={promise}>{promise}</li>
        ))}
      </ol>
      {text.closing && <p>{text.closing}</p>}
      <div className="hands">
        <div>
          <b>{words.receiver.vi}</b>
          {counterpart}
        </div>
        <div>
          <b>{words.signer.vi}</b>
          {signer}
        </div>
      </div>
      {foot}
    </article>
  )
}
type SheetProps = {
  text: Wording
  head?: ReactNode
  signer?: ReactNode
  counterpart?: ReactNode
  foot?: ReactNode
}
