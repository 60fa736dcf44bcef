// Which screen of the phone is shown: its door first, then wherever the address says.

import './phone.css'
import { lazy, Suspense } from 'react'
import { useWords } from '../../../../platform/web/words.ts'
import { useAddress } from './address.ts'
import { Attention } from './attention.tsx'
import { Correct } from './correct.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { Expired, Locked, Welcome, Wiped } from './enter.tsx'
import { Hamlets } from './hamlets.tsx'
import { Households } from './households.tsx'
import { Outbox } from './outbox.tsx'
import { Screen } from './parts.tsx'
import { usePhone } from './phone.ts'
import { Settings } from './settings.tsx'
import { Sign } from './sign.tsx'
import { phoneWords } from './words.ts'

const ReadCodes = lazy(() => import('./read-codes.tsx').then(({ ReadCodes: screen }) => ({ default: screen })))
const TakeIn = lazy(() => import('./take-in.tsx').then(({ TakeIn: screen }) => ({ default: screen })))
const Carry = lazy(() => import('./carry.tsx').then(({ Carry: screen }) => ({ default: screen })))

export function PhoneApp() {
  const w = useWords(phoneWords)
  const { stage } = usePhone()
  const [first] = useAddress()
  // At a desk in the office: nothing is kept there, so it needs no PIN.
  if (first === 'take-in')
    return (
      <Suspense fallback={null}>
        <TakeIn />
      </Suspense>
    )
  if (stage === 'starting') return <Screen title={w.app}>{w.starting}</Screen>
  if (stage === 'unsafe') return <Screen title={w.app}>{w.unsafe}</Screen>
  if (stage === 'elsewhere') return <Elsewhere />
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
  if (first === 'carry' || first === 'read')
    return <Suspense fallback={null}>{first === 'carry' ? <Carry /> : <ReadCodes />}</Suspense>
  return <Hamlets />
}
