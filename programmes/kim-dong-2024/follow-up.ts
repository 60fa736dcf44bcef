// What waits in the drive of 2024: two households to come to again, and one that signed twice, for the commune to decide on. Invented.

import { noteOnRecord, signMany } from '../../modules/commitments/server/public.ts'
import type { Db } from '../../platform/server/slice.ts'
import { areaId, demoId, personId } from './ids.ts'

const here = { driveId: demoId('drive:2024'), communeId: areaId('12280'), hamletId: null }
const today = '2024-11-15'
const household = (number: number): string => demoId(`entry:12280:household-heads:${number - 1}`)

const notes = [
  { number: 34, reason: 'absent', visitAgainOn: '2024-11-15', at: '2024-11-12T17:40:00+07:00' },
  { number: 44, reason: 'absent', visitAgainOn: '2024-11-20', at: '2024-11-14T18:05:00+07:00' },
] as const

export async function loadFollowUp(db: Db): Promise<void> {
  const noted = { personId: personId('xa'), today, now: new Date(`${today}T08:00:00+07:00`) }
  for (const { number, ...note } of notes)
    await noteOnRecord(db, { ...here, ...note, entryId: household(number) }, noted)
  const signature = {
    id: demoId('held:12280:8'),
    entryId: household(8),
    textNumber: 1,
    way: 'paper',
    signedAt: '2024-11-13T09:00:00+07:00',
    witness: '',
  } as const
  await signMany(db, today, [{ ...here, personId: personId('xa'), signatures: [signature] }])
}
