// How far a device has read: everything of transactions before a number. A plain sequence would lose what commits late: a
// row numbered 7 may appear after 8 was read. So the bound is the oldest transaction still under way when it was read.

export type Cursor = { xid: bigint; issuedAt: number }
export type CursorVerdict = { good: true; xid: string } | { good: false; reason: 'cursor_too_old' | 'cursor_unknown' }

const oldest = 30 * 86_400_000

export const cursorText = (xmin: string, now: Date): string => `${xmin}.${now.getTime().toString(36)}`

export function readCursor(text: string): Cursor | undefined {
  const found = /^(\d{1,20})\.([0-9a-z]{1,12})$/.exec(text)
  return found ? { xid: BigInt(found[1] as string), issuedAt: Number.parseInt(found[2] as string, 36) } : undefined
}

/** `next` is the next transaction of the database: a cursor beyond it is of another one, restored from a back-up perhaps. */
export function judgeCursor(text: string, next: string, now: Date): CursorVerdict {
  const cursor = readCursor(text)
  if (!cursor || cursor.xid > BigInt(next)) return { good: false, reason: 'cursor_unknown' }
  if (now.getTime() - cursor.issuedAt > oldest) return { good: false, reason: 'cursor_too_old' }
  return { good: true, xid: String(cursor.xid) }
}
