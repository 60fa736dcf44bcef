// How a phone becomes a device: a code for its camera, and the three steps on it.

import './office.css'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import Qr from '../../../../platform/web/components/qr.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { officeWords } from './words.ts'

export function EnrolDialog({ onClose }: { onClose: () => void }) {
  const w = useWords(officeWords)
  const address = `${window.location.origin}/field/`
  return (
    <Dialog
      open
      title={w.addTitle}
      icon="device"
      onClose={onClose}
      actions={
        <Button main onClick={onClose}>
          {w.close}
        </Button>
      }
    >
      <div className="enrol">
        <Qr text={address} label={w.addQr} />
        <ol>
          <li>
            {w.step1} <b className="semi">{address.replace(/^https?:\/\//, '')}</b>
          </li>
          <li>{w.step2}</li>
          <li>{w.step3}</li>
        </ol>
      </div>
    </Dialog>
  )
}
