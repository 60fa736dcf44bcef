// Asks before a deed that cannot be taken back: what will happen, in words, and a button that names the deed.

import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { defineWords, useWords } from '../words.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import type { IconName } from './icon.tsx'

const words = defineWords({ no: { vi: 'Thôi', en: 'Cancel' } })

export type Question = {
  title: string
  /** What will happen, and what cannot be taken back. */
  text?: ReactNode
  /** The button that does it: "Thu hồi quyết định", never "OK". */
  yes: string
  no?: string
  icon?: IconName
  danger?: boolean
}

const Ask = createContext<(question: Question) => Promise<boolean>>(() => Promise.resolve(false))

/** `const ask = useConfirm(); if (await ask({...})) …` */
export function useConfirm() {
  return useContext(Ask)
}

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const w = useWords(words)
  const [asked, setAsked] = useState<{ question: Question; answer: (yes: boolean) => void }>()
  const ask = useCallback((question: Question) => new Promise<boolean>((answer) => setAsked({ question, answer })), [])
  const answer = (yes: boolean) => {
    asked?.answer(yes)
    setAsked(undefined)
  }
  return (
    <Ask.Provider value={ask}>
      {children}
      <Dialog
        open={asked !== undefined}
        title={asked?.question.title ?? ''}
        icon={asked?.question.icon}
        onClose={() => answer(false)}
        actions={
          <>
            <Button main={!asked?.question.danger} danger={asked?.question.danger} onClick={() => answer(true)}>
              {asked?.question.yes}
            </Button>
            <Button onClick={() => answer(false)}>{asked?.question.no ?? w.no}</Button>
          </>
        }
      >
        {asked?.question.text}
      </Dialog>
    </Ask.Provider>
  )
}
