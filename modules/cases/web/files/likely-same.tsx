// Files that may be of the same person: links to look at first, and the way to go on if it is somebody else.

import { type ReactNode, useEffect, useState } from 'react'
import { useCommand } from '../../../../platform/web/command.ts'
import { Note } from '../../../../platform/web/components/page.tsx'
import type { Problem } from '../../../../platform/web/problem.ts'
import { Go } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { type FileRow, FindFiles } from '../../contract.ts'
import { filesWords } from './words.ts'

const fileNumbers = /HC-\d{4}-\d+/g

export function LikelySame({
  problem,
  communeId,
  children,
}: {
  problem: Problem
  communeId: string
  children: ReactNode
}) {
  const w = useWords(filesWords)
  const { send } = useCommand(FindFiles)
  const [rows, setRows] = useState<readonly FileRow[]>([])
  const numbers = [...new Set(problem.title.match(fileNumbers))].join(' ')
  useEffect(() => {
    const find = async () => {
      const found: FileRow[] = []
      for (const text of numbers.split(' ').filter(Boolean)) {
        const sent = await send({ communeId, text })
        if (sent.ok) found.push(...sent.answer.rows)
      }
      setRows(found)
    }
    void find()
  }, [numbers, communeId, send])
  return (
    <div role="alert" className="likely-same">
      <Note icon="users" tone="sealed">
        <b className="semi">{w.same}.</b> {w.sameWhy}
        <ul>
          {(rows.length > 0
            ? rows
            : numbers
                .split(' ')
                .filter(Boolean)
                .map((number) => ({ id: '', number, name: '' }))
          ).map(({ id, number, name }) => (
            <li key={number}>
              {id ? <Go to={`/files/${communeId}/${id}`}>{number}</Go> : number} {name}
            </li>
          ))}
        </ul>
        {children}
      </Note>
    </div>
  )
}
