// Which screen of the phone is shown: its door first, then wherever the address says.

import './phone.css'
import { lazy, Suspense } from 'react'
import { useWords } from '../../../../platform/web/words.ts'
import { useAddress } from './address.ts'
import { Attention } from './attention.tsx'
import { Correct } from './correct.tsx'
import { Expired, Locked, Welcome, Wiped } from './enter.tsx'
import { Hamlets } from './hamlets.tsx'
import { Households } from './households.tsx'
import { Outbox } from './outbox.tsx'
import { Screen } from './parts.tsx'
import { usePhone } from './phone.ts'
import { Settings } from './settings.tsx'
import { Sign } from './sign.tsx'
import { phoneWords } from './words.ts'

const Carry = lazy(() => import('./carry.tsx').then(({ Carry: screen }) => ({ default: screen })))

export function PhoneApp() {
  const w = useWords(phoneWords)
  const { stage } = usePhone()
  if (stage === 'starting') return <Screen title={w.app}>{w.starting}</Screen>
  if (stage === 'unsafe') return <Screen title={w.app}>{w.unsafe}</Screen>
  if (stage === 'welcome') return <Welcome />
  if (stage === 'locked') return <Locked />
  if (stage === 'wiped') return <Wiped />
  if (stage === 'expired') return <Expired />
  return <Open />
}

function Open() {
  const [first = '', placeId = '', entryId, deed] = useAddress()
  const { packs } = usePhone()
  const pack = first === 'h' ? packs.get(placeId) : undefined
  if (pack && entryId && deed === 'correct') return <Correct key={entryId} pack={pack} entryId={entryId} />
  if (pack && entryId) return <Sign pack={pack} entryId={entryId} />
  if (pack) return <Households pack={pack} />
  if (first === 'outbox') return <Outbox />
  if (first === 'attention') return <Attention />
  if (first === 'settings') return <Settings />
  if (first === 'carry')
    return (
      <Suspense fallback={null}>
        <Carry />
      </Suspense>
    )
  return <Hamlets />
}
