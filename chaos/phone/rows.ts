// What lies in the store of a phone: read from there, not from the memory of the application.

import type { Item } from '../../modules/field/web/phone/kept.ts'
import type { PhoneModules } from './life.ts'

/** `id`: of the signature; of the command where an item holds none. */
export type Row = { id: string; state: string; outcome: string | undefined; reason: string | undefined }

/** By the number that each closing uses once: what was not written again need not be opened again. */
let opened = new Map<string, Row>()

export async function readRows({ store, unseal, keyInHand }: PhoneModules): Promise<Row[]> {
  const closed = await store.outbox.toArray()
  const rows = await Promise.all(
    closed.map(async (row): Promise<[string, Row]> => {
      const number = Buffer.from(row.iv).toString('base64')
      const known = opened.get(number)
      if (known) return [number, known]
      const item = await unseal<Item>(keyInHand(), row)
      const { state, outcome, reason } = item
      return [number, { id: idOf(item), state, outcome, reason }]
    }),
  )
  opened = new Map(rows)
  return [...opened.values()]
}

export const idOf = ({ kind, id, command }: Item): string => (kind === 'sign' ? id : command.id)
