// How long a roster of a million rows takes to leave as csv and as xlsx, and the most memory that either held; and that memory
// over what a quarter of the rows takes, which says whether it grows with them.

import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { atMost, type Figure, rounded } from '../figure.ts'

const limits = { csv: 10, xlsx: 60, megabytes: 400, growth: 1.5 }

/** The rows are there already; `areaId` is the unit that they belong to, `quarterId` one of a quarter of them. */
export async function exportBench(url: string, areaId: string, quarterId: string): Promise<Figure[]> {
  const once = async (format: string, of = areaId): Promise<{ ms: number; mb: number }> => {
    const program = path.join(import.meta.dirname, 'one-export.ts')
    const { stdout } = await promisify(execFile)(process.execPath, [program, url, of, format])
    return JSON.parse(stdout)
  }
  const csv = await once('csv')
  const xlsx = await once('xlsx')
  const quarter = await Promise.all([once('csv', quarterId), once('xlsx', quarterId)])
  const growth = Math.max(csv.mb / quarter[0].mb, xlsx.mb / quarter[1].mb)
  return [
    atMost('csv_s', rounded(csv.ms / 1000, 2), 's', limits.csv),
    atMost('xlsx_s', rounded(xlsx.ms / 1000, 2), 's', limits.xlsx),
    atMost('export_peak_mb', Math.round(Math.max(csv.mb, xlsx.mb)), 'MB', limits.megabytes),
    atMost('export_peak_growth', rounded(growth, 2), 'ratio', limits.growth),
  ]
}
