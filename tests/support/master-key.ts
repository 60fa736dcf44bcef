// A master key of its own for the files of persons that a test makes. A test file that calls it by its name is kept apart from
// others (`vitest.config.ts`), so that nobody meets the key it leaves behind.

import { provideMasterKeys } from '../../modules/cases/server/public.ts'
import { fingerprintOf } from '../../platform/master-keys.ts'
import { newKey } from '../../platform/server/envelope.ts'

export function provideMasterKey(key = newKey()): Buffer {
  provideMasterKeys(() => ({ keys: [{ id: fingerprintOf(key), key }], from: 'environment' }))
  return key
}
