// What likely duplicates plug into the slice of rosters.

import type { Handler } from '../../../../platform/server/slice.ts'
import { decidePair } from './decide.ts'
import { listPairs, searchPairs } from './list.ts'
import { mergePair } from './merge.ts'
import { reopenPair } from './reopen.ts'

export const duplicateHandlers: readonly Handler[] = [listPairs, searchPairs, decidePair, mergePair, reopenPair]
