// The list as a CSV file, every row of it: page after page is fetched, then handed to the browser.

import { useState } from 'react'
import type { InputOf } from '../../../platform/contract/operation.ts'
import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { ask } from '../../../platform/web/call.ts'
import { say } from '../../../platform/web/components/messages.tsx'
import { csvOf, download } from '../../../platform/web/csv.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { ProblemError } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { ListDecisions } from '../contract.ts'
import type { DecisionRow } from './decision-list.tsx'
import { recognitionWords } from './words.ts'

export function useCsv(filters: Omit<InputOf<typeof ListDecisions>, 'cursor' | 'limit'>) {
  const w = useWords(recognitionWords)
  const language = useLanguage()
  const [rows, setRows] = useState<number>()
  const cellsOf = (row: DecisionRow): string[] => [
    row.unit.code,
    unitTitle(row.unit, language),
    w[row.outcome],
    row.number,
    row.decidedOn,
    row.effectiveOn,
    row.validTo ?? '',
    row.issuer,
    row.criteriaVersion,
    row.cancelledOn ?? '',
  ]
  const start = async () => {
    setRows(0)
    const head = [
      'code',
      w.unit,
      w.outcome,
      w.number,
      w.decidedOn,
      w.effectiveOn,
      w.validUntil,
      w.issuer,
      w.criteria,
      w.cancelled,
    ]
    const lines: string[][] = [head]
    try {
      let cursor: string | undefined
      do {
        const page = await ask(ListDecisions, { ...filters, limit: 500, cursor })
        lines.push(...page.rows.map(cellsOf))
        setRows(lines.length - 1)
        cursor = page.next ?? undefined
      } while (cursor)
      download('quyet-dinh-cong-nhan.csv', csvOf(lines))
    } catch (fault) {
      if (!(fault instanceof ProblemError)) throw fault
      say({ text: fault.problem.title, bad: true })
    } finally {
      setRows(undefined)
    }
  }
  return { busy: rows !== undefined, rows: rows ?? 0, start: () => void start() }
}
