// The cut-outs at the left, the sheet of the one in view at the right; what is decided goes out of the list at once.

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../../../platform/web/components/button.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { BulkBar } from '../../../platform/web/components/list-bar.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { pageAddress } from '../contract.ts'
import type { Waiting } from './confirm.tsx'
import { useDecisions } from './decisions.ts'
import { RejectDialog } from './reject-dialog.tsx'
import { SheetView } from './sheet-view.tsx'
import { confirmWords } from './words.ts'

type Props = {
  rows: readonly Waiting[]
  aside: boolean
  communeId: string
  signedOn: string
  onEnd: () => void
  more: boolean
}

/** Nothing speaks against it: the ink is there and it will simply count. */
const isClear = ({ doubt, foreseen }: Waiting): boolean => !doubt && !foreseen
/** Nobody confirms an empty box. */
export const hasSignature = ({ doubt }: Waiting): boolean => doubt !== 'box_empty' && doubt !== 'one_dot'

export function ConfirmList({ rows, aside, communeId, signedOn, onEnd, more }: Props) {
  const w = useWords(confirmWords)
  const [wanted, setWanted] = useState<string>()
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const [rejecting, reject] = useState<readonly Waiting[]>()
  const list = useRef<HTMLUListElement>(null)
  const { confirm, sort, busy } = useDecisions(communeId, signedOn)
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === wanted),
  )
  const current = rows[at] as Waiting
  const some = rows.filter(({ id }) => chosen.has(id))
  const clear = rows.filter(isClear)

  useEffect(() => {
    if (more && at > rows.length - 10) onEnd()
  }, [at, rows.length, more, onEnd])

  const view = (row: Waiting | undefined) => {
    if (!row) return
    setWanted(row.id)
    list.current?.querySelector<HTMLButtonElement>(`[data-id="${row.id}"]`)?.focus()
  }
  /** Goes on to the next one that stays, so that deciding is one key after another. */
  const after = async (gone: readonly Waiting[], deed: () => Promise<boolean>) => {
    const ids = new Set(gone.map(({ id }) => id))
    const next = rows.slice(at).find(({ id }) => !ids.has(id)) ?? rows.findLast(({ id }) => !ids.has(id))
    if (!(await deed())) return
    choose(new Set())
    view(next)
  }
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    choose(next)
  }
  const confirmThese = (these: readonly Waiting[]) => {
    const good = these.filter(hasSignature)
    if (good.length > 0 && !busy) void after(good, () => confirm(good))
  }
  const setAside = (these: readonly Waiting[]) => void after(these, () => sort(these, aside ? 'queued' : 'aside'))

  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target as HTMLElement).dataset.id) return
    const deeds = new Map<string, () => void>([
      ['arrowdown', () => view(rows[at + 1])],
      ['arrowup', () => view(rows[at - 1])],
      ['enter', () => confirmThese([current])],
      [' ', () => toggle(current.id)],
      ['l', () => reject([current])],
      ['r', () => setAside([current])],
    ])
    const deed = deeds.get(event.key.toLowerCase())
    if (!deed) return
    event.preventDefault()
    deed()
  }
  const deeds = {
    aside,
    busy,
    onConfirm: () => confirmThese([current]),
    onReject: () => reject([current]),
    onAside: () => setAside([current]),
  }
  return (
    <>
      <div className="confirm">
        <section className="card confirm-cuts" aria-label={w.list}>
          <div className="card-h">
            <p className="muted confirm-keys">{w.keys}</p>
            {clear.length > 0 && (
              <Button small icon="check" onClick={() => choose(new Set(clear.map(({ id }) => id)))}>
                {w.chooseClear(clear.length)}
              </Button>
            )}
          </div>
          <ul ref={list} onKeyDown={pressed}>
            {rows.map((row) => (
              <li key={row.id} className={row === current ? 'now' : undefined}>
                <input
                  type="checkbox"
                  aria-label={w.choose(row.name)}
                  checked={chosen.has(row.id)}
                  onChange={() => toggle(row.id)}
                />
                <button
                  type="button"
                  data-id={row.id}
                  aria-current={row === current ? 'true' : undefined}
                  tabIndex={row === current ? 0 : -1}
                  onFocus={() => setWanted(row.id)}
                  onClick={() => view(row)}
                >
                  <img
                    src={pageAddress(communeId, row.id, row.cut ? 'cut' : 'sheet')}
                    alt={w.cut(row.name)}
                    loading="lazy"
                  />
                  <span>
                    <b className="semi">
                      {row.number !== null && <span className="muted num">{row.number}. </span>}
                      {row.name}
                    </b>
                    {!isClear(row) && (
                      <span className="confirm-flag">
                        <Icon name={hasSignature(row) ? 'clock' : 'alert'} />
                      </span>
                    )}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
        <SheetView key={current.id} row={current} communeId={communeId} deeds={deeds} />
      </div>
      {some.length > 0 && (
        <BulkBar count={some.length} onNone={() => choose(new Set())}>
          {some.some(hasSignature) && (
            <Button small main icon="check" busy={busy} onClick={() => confirmThese(some)}>
              {w.confirmN(some.filter(hasSignature).length)}
            </Button>
          )}
          <Button small busy={busy} onClick={() => setAside(some)}>
            {aside ? w.putBack : w.setAside}
          </Button>
          <Button small danger onClick={() => reject(some)}>
            {w.reject}
          </Button>
        </BulkBar>
      )}
      {rejecting && (
        <RejectDialog
          communeId={communeId}
          rows={rejecting}
          onClose={() => reject(undefined)}
          onDone={() => {
            reject(undefined)
            void after(rejecting, async () => true)
          }}
        />
      )}
    </>
  )
}
