// Rows pasted from a spreadsheet: number, name, address, headcount, apart by tabs. A bad row is named, the good ones are kept.

export type PastedEntry = { number?: number; name: string; address: string; headcount?: number }
export type PastedFault = {
  row: number
  text: string
  fault: 'no_name' | 'name_too_long' | 'number_wrong' | 'headcount_wrong'
}

/** `text` as it comes from the clipboard. Without tabs each line is a name; a first column of digits is the number. */
export function readPasted(text: string): { entries: PastedEntry[]; faults: PastedFault[] } {
  const [entries, faults] = [[] as PastedEntry[], [] as PastedFault[]]
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const read = readRow(line)
    if ('fault' in read) faults.push({ row: index + 1, text: line.slice(0, 80), fault: read.fault })
    else entries.push(read)
  }
  return { entries, faults }
}

function readRow(line: string): PastedEntry | { fault: PastedFault['fault'] } {
  const cells = line.split('\t').map((cell) => cell.normalize('NFC').replace(/\s+/g, ' ').trim())
  const numbered = cells.length > 1
  const [number, name = '', address = '', headcount = ''] = numbered ? cells : ['', ...cells]
  if (number && !/^\d{1,6}$/.test(number)) return { fault: 'number_wrong' }
  if (!/\p{L}/u.test(name)) return { fault: 'no_name' }
  if (name.length > 120) return { fault: 'name_too_long' }
  if (headcount && !/^[1-9]\d?$/.test(headcount)) return { fault: 'headcount_wrong' }
  return {
    name,
    address: address.slice(0, 200),
    ...(number && Number(number) > 0 ? { number: Number(number) } : {}),
    ...(headcount ? { headcount: Number(headcount) } : {}),
  }
}
