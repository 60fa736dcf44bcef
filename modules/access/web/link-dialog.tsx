// A one-time link, shown once: copied and handed over in person.

import './link-dialog.css'
import { Button } from '../../../platform/web/components/button.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { showInstant } from '../../../platform/web/format.ts'
import { useWords } from '../../../platform/web/words.ts'
import { personWords } from './person-words.ts'

export type Link = { path: string; expiresAt: string }

export function LinkDialog({ link, name, onClose }: { link: Link; name: string; onClose: () => void }) {
  const w = useWords(personWords)
  const address = window.location.origin + link.path
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    say(w.copied)
  }
  return (
    <Dialog
      open
      wide
      title={w.linkTitle}
      icon="lock"
      onClose={onClose}
      actions={
        <>
          <Button main onClick={() => void copy()}>
            {w.copy}
          </Button>
          <Button onClick={onClose}>{w.close}</Button>
        </>
      }
    >
      <p>{w.linkWhat(name, showInstant(link.expiresAt))}</p>
      <p className="once">
        <code>{address}</code>
      </p>
    </Dialog>
  )
}
