// A tree that is asked for branch by branch: what is not opened costs nothing, so a country opens as quickly as a district.

import './tree.css'
import { useState } from 'react'
import type { Answer } from '../answer.ts'
import { defineWords, useWords } from '../words.ts'
import { Icon } from './icon.tsx'
import { Shown } from './states.tsx'

const words = defineWords({
  open: { vi: (name: string) => `Mở nhánh ${name}`, en: (name: string) => `Open ${name}` },
  close: { vi: (name: string) => `Đóng nhánh ${name}`, en: (name: string) => `Close ${name}` },
})

export type TreeNode = {
  id: string
  title: string
  /** At the right end, such as how many are below. */
  count?: string
  /** There is something below it. */
  opens: boolean
}

type Branch = {
  chosen: string | undefined
  onChoose: (id: string) => void
  /** A hook: what lies right below a node. */
  useBelow: (id: string) => Answer<readonly TreeNode[]>
}

export function Tree({
  nodes,
  start = [],
  ...branch
}: Branch & {
  nodes: readonly TreeNode[]
  /** The branches that stand open at first. */
  start?: readonly string[]
}) {
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map())
  // A single branch says nothing until it is open.
  const isOpen = (id: string, alone: boolean) => turned.get(id) ?? (alone || start.includes(id))
  const turn = (id: string, open: boolean) => setTurned(new Map(turned).set(id, open))
  return <Nodes nodes={nodes} isOpen={isOpen} turn={turn} {...branch} />
}

type Turning = Branch & {
  isOpen: (id: string, alone: boolean) => boolean
  turn: (id: string, open: boolean) => void
}

function Nodes({ nodes, ...rest }: Turning & { nodes: readonly TreeNode[] }) {
  return (
    <ul className="tree">
      {nodes.map((node) => (
        <Item key={node.id} node={node} alone={nodes.length === 1} {...rest} />
      ))}
    </ul>
  )
}

function Item({ node, alone, ...rest }: Turning & { node: TreeNode; alone: boolean }) {
  const w = useWords(words)
  const { chosen, onChoose, isOpen, turn } = rest
  const open = node.opens && isOpen(node.id, alone)
  return (
    <li>
      <div className={chosen === node.id ? 'tree-row on' : 'tree-row'}>
        {node.opens ? (
          <button
            type="button"
            className="tree-turn"
            aria-expanded={open}
            aria-label={open ? w.close(node.title) : w.open(node.title)}
            onClick={() => turn(node.id, !open)}
          >
            <Icon name={open ? 'chev-d' : 'chev-r'} />
          </button>
        ) : (
          <span className="tree-turn" />
        )}
        <button
          type="button"
          className="tree-name"
          aria-current={chosen === node.id ? 'true' : undefined}
          onClick={() => onChoose(node.id)}
        >
          {node.title}
        </button>
        {node.count && <span className="tree-count">{node.count}</span>}
      </div>
      {open && <Below id={node.id} {...rest} />}
    </li>
  )
}

function Below({ id, ...rest }: Turning & { id: string }) {
  const branch = rest.useBelow(id)
  return (
    <Shown from={branch} lines={3}>
      {(nodes) => <Nodes nodes={nodes} {...rest} />}
    </Shown>
  )
}
