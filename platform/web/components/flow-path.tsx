// The same lineage for a narrow screen and a screen reader: the unit's own path as a list, or what each present unit was made of.

import type { FlowLink } from '../flow-layout.ts'
import { Go } from '../route.tsx'
import { defineWords, useWords } from '../words.ts'
import type { FlowColumn, FlowUnit } from './flow.tsx'
import { Icon } from './icon.tsx'
import { statusIcon, useStatusWords } from './status.tsx'

const words = defineWords({
  path: { vi: 'Đường kế thừa', en: 'The line of succession' },
  code: { vi: (code: string) => `mã ${code}`, en: (code: string) => `code ${code}` },
  from: { vi: (names: string) => `gồm ${names}`, en: (names: string) => `from ${names}` },
  part: { vi: (name: string) => `một phần ${name}`, en: (name: string) => `a part of ${name}` },
})

export function FlowPath({
  columns,
  links,
  line,
}: {
  columns: readonly FlowColumn[]
  links: readonly FlowLink[]
  line: ReadonlySet<string>
}) {
  const w = useWords(words)
  const statusWords = useStatusWords()
  const names = new Map(columns.flatMap((column) => column.units.map((unit) => [unit.id, unit.name] as const)))
  const parents = (id: string) =>
    links
      .filter((link) => link.to === id)
      .map((link) => (link.share === null ? w.part(names.get(link.from) ?? '') : (names.get(link.from) ?? '')))
  const shown: { unit: FlowUnit; column: FlowColumn }[] =
    line.size > 0
      ? columns.flatMap((column) => column.units.filter((unit) => line.has(unit.id)).map((unit) => ({ unit, column })))
      : (columns.at(-1)?.units ?? []).map((unit) => ({ unit, column: columns.at(-1)! }))
  return (
    <ol className="path" aria-label={w.path}>
      {shown.map(({ unit, column }) => {
        const made = parents(unit.id)
        const facts = [
          unit.code && w.code(unit.code),
          column.title,
          made.length > 1 || line.size === 0 ? w.from(made.join(', ')) : undefined,
          unit.status && (unit.statusText ?? statusWords[unit.status]),
        ].filter(Boolean)
        return (
          <li key={unit.id}>
            <Icon name={unit.status ? statusIcon[unit.status] : 'map'} />
            <span>
              <b>{unit.to ? <Go to={unit.to}>{unit.name}</Go> : unit.name}</b>
              {facts.join(' · ')}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
