// One signature beside its sheet and its name, with what will come of confirming it, and the three deeds.

import { Button } from '../../../platform/web/components/button.tsx'
import { Note } from '../../../platform/web/components/page.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import { shownCode } from '../../commitments/contract.ts'
import { pageAddress } from '../contract.ts'
import type { Waiting } from './confirm.tsx'
import { sentenceOf } from './reasons.ts'
import { confirmWords } from './words.ts'

type Deeds = { aside: boolean; busy: boolean; onConfirm: () => void; onReject: () => void; onAside: () => void }

export function SheetView({ row, communeId, deeds }: { row: Waiting; communeId: string; deeds: Deeds }) {
  const w = useWords(confirmWords)
  const language = useLanguage()
  const unsigned = row.doubt === 'box_empty' || row.doubt === 'one_dot'
  const sheet = pageAddress(communeId, row.id, 'sheet')
  return (
    <section className="card confirm-one" aria-live="polite">
      <div className="confirm-who">
        <h2>
          {row.number !== null && <span className="muted num">{row.number}. </span>}
          {row.name}
        </h2>
        <p>
          {[row.group[language], row.address, row.place].filter(Boolean).join(' · ')}
          <span className="confirm-facts">
            {w.code} <span className="num">{shownCode(row.code)}</span> · {w.wording(row.textNumber)} ·{' '}
            {w.from(row.file, row.page, row.pages)}
          </span>
        </p>
      </div>
      {row.cut && <img className="confirm-cut" src={pageAddress(communeId, row.id, 'cut')} alt={w.cut(row.name)} />}
      {row.doubt && (
        <Note icon="alert" tone={unsigned ? 'late' : 'soon'}>
          {row.cut ? sentenceOf(row.doubt, language) : w.noCut}
        </Note>
      )}
      {row.foreseen && (
        <Note icon="clock" tone={row.foreseen.outcome === 'held' ? 'soon' : 'late'}>
          {row.foreseen.outcome === 'held'
            ? w.willBeHeld(sentenceOf(row.foreseen.reason, language))
            : w.cannotCount(sentenceOf(row.foreseen.reason, language))}
        </Note>
      )}
      <div className="confirm-deeds">
        <Button main icon="check" busy={deeds.busy} disabled={unsigned} onClick={deeds.onConfirm}>
          {w.confirm}
        </Button>
        <Button busy={deeds.busy} onClick={deeds.onAside}>
          {deeds.aside ? w.putBack : w.setAside}
        </Button>
        <Button danger icon="x" onClick={deeds.onReject}>
          {w.reject}
        </Button>
      </div>
      <a href={sheet} target="_blank" rel="noreferrer" className="confirm-sheet" title={w.openSheet}>
        <img src={sheet} alt={w.sheet(row.name)} />
      </a>
    </section>
  )
}
