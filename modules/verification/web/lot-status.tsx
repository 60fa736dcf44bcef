// Where a lot stands, as an icon and words.

import { Status, type StatusKind } from '../../../platform/web/components/status.tsx'
import { useWords } from '../../../platform/web/words.ts'
import type { LotState } from '../contract.ts'
import { lotWords } from './words.ts'

const kinds: Record<LotState, StatusKind> = {
  closed: 'unknown',
  drawn: 'ontime',
  visiting: 'ontime',
  passed: 'met',
  failed: 'notmet',
  withdrawn: 'nodata',
}

export function LotStatus({ state }: { state: LotState }) {
  const w = useWords(lotWords)
  return <Status kind={kinds[state]}>{w[state]}</Status>
}
