// The list as a CSV file, every row of it: page after page is fetched, then handed to the browser.

import { useState } from 'react'
import type { InputOf } from '../../../platform/contract/operation.ts'
import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { ask } from '../../../platform/web/call.ts'
import { say } from '../../../platform/web/components/messages.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { ProblemError } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { ListDecisions } from '../contract.ts'
import type { DecisionRow } from './decision-list.tsx'
import { recognitionWords } from './words.ts'

// A cell that begins like a formula would be run by a spreadsheet: it gets a quote in front.
const cell = (value: string): string => {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\n;]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

export function useCsv(filters: Omit<InputOf<typeof ListDecisions>, 'cursor' | 'limit'>) {
  const w = useWords(recognitionWords)
  const language = useLanguage()
  const [rows, setRows] = useState<number>()
  const lineOf = (row: DecisionRow): string =>
    [
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
      .map(cell)
      .join(',')
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
    const lines = [head.map(cell).join(',')]
    try {
      let cursor: string | undefined
      do {
        const page = await ask(ListDecisions, { ...filters, limit: 500, cursor })
        lines.push(...page.rows.map(lineOf))
        setRows(lines.length - 1)
        cursor = page.next ?? undefined
      } while (cursor)
      // The mark at the beginning tells spreadsheets that the letters are UTF-8.
      save(`\ufeff${lines.join('\r\n')}\r\n`)
    } catch (fault) {
      if (!(fault instanceof ProblemError)) throw fault
      say({ text: fault.problem.title, bad: true })
    } finally {
      setRows(undefined)
    }
  }
  return { busy: rows !== undefined, rows: rows ?? 0, start: () => void start() }
}

function save(text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  link.download = 'quyet-dinh-cong-nhan.csv'
  link.click()
  URL.revokeObjectURL(link.href)
}
