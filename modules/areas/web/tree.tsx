// The tree of a day, branch by branch: what is not opened is not asked for, so a country opens as quickly as a district.

import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { AreaTree } from '../contract.ts'
import { areaWords } from './words.ts'

type Node = OutputOf<typeof AreaTree>['units'][number]
type Props = {
  units: readonly Node[]
  /** The branches that stand open at first. */
  start: readonly string[]
  chosen: string | undefined
  onChoose: (id: string) => void
}

export function Tree({ units, start, chosen, onChoose }: Props) {
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map())
  const isOpen = (id: string) => turned.get(id) ?? start.includes(id)
  const turn = (id: string) => setTurned(new Map(turned).set(id, !isOpen(id)))
  return <Branch units={units} chosen={chosen} onChoose={onChoose} isOpen={isOpen} turn={turn} />
}

type BranchProps = {
  units: readonly Node[]
  chosen: string | undefined
  onChoose: (id: string) => void
  isOpen: (id: string) => boolean
  turn: (id: string) => void
}

function Branch({ units, ...rest }: BranchProps) {
  return (
    <ul className="tree">
      {units.map((unit) => (
        <Item key={unit.id} unit={unit} {...rest} />
      ))}
    </ul>
  )
}

function Item({ unit, ...rest }: Omit<BranchProps, 'units'> & { unit: Node }) {
  const w = useWords(areaWords)
  const language = useLanguage()
  const { chosen, onChoose, isOpen, turn } = rest
  const open = unit.children > 0 && isOpen(unit.id)
  const title = unitTitle(unit, language)
  return (
    <li>
      <div className={chosen === unit.id ? 'tree-row on' : 'tree-row'}>
        {unit.children > 0 ? (
          <button
            type="button"
            className="tree-turn"
            aria-expanded={open}
            aria-label={open ? w.close(title) : w.open(title)}
            onClick={() => turn(unit.id)}
          >
            <Icon name={open ? 'chev-d' : 'chev-r'} />
          </button>
        ) : (
          <span className="tree-turn" />
        )}
        <button
          type="button"
          className="tree-name"
          aria-current={chosen === unit.id ? 'true' : undefined}
          onClick={() => onChoose(unit.id)}
        >
          {title}
        </button>
        {unit.children > 0 && <span className="tree-count">{showNumber(unit.children, language)}</span>}
      </div>
      {open && <Below under={unit.id} {...rest} />}
    </li>
  )
}

function Below({ under, ...rest }: Omit<BranchProps, 'units'> & { under: string }) {
  const { on } = useView()
  const branch = useAnswer(AreaTree, { on, under }, { keep: true })
  return (
    <Shown from={branch} lines={3}>
      {(answer) => <Branch units={answer.units} {...rest} />}
    </Shown>
  )
}
