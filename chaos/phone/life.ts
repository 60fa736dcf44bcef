// One life of the phone application, from opening the page to closing it: the product's own modules, loaded anew each time as a
// page loads them, over the same store.

import { registerHooks } from 'node:module'

const ofThePage = /\/(modules\/field\/web|platform\/web)\//

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    const life = context.parentURL && new URL(context.parentURL).searchParams.get('life')
    return life && ofThePage.test(found.url) ? { ...found, url: `${found.url}?life=${life}` } : found
  },
})

const names = ['corrected', 'keep', 'lock', 'noted', 'phone', 'sealed', 'signed', 'store', 'sync', 'vault'] as const
export type PhoneModules = typeof import('../../modules/field/web/phone/corrected.ts') &
  typeof import('../../modules/field/web/phone/keep.ts') &
  typeof import('../../modules/field/web/phone/lock.ts') &
  typeof import('../../modules/field/web/phone/noted.ts') &
  typeof import('../../modules/field/web/phone/phone.ts') &
  typeof import('../../modules/field/web/phone/sealed.ts') &
  typeof import('../../modules/field/web/phone/signed.ts') &
  typeof import('../../modules/field/web/phone/store.ts') &
  typeof import('../../modules/field/web/phone/sync.ts') &
  typeof import('../../modules/field/web/phone/vault.ts')

let lives = 0

export async function beginLife(): Promise<PhoneModules> {
  lives += 1
  const folder = new URL('../../modules/field/web/phone/', import.meta.url)
  const load = (name: string) =>
    import(`${new URL(`${name}.ts`, folder).href}?life=${lives}`) as Promise<Partial<PhoneModules>>
  const parts = await Promise.all(names.map(load))
  return Object.assign({}, ...parts) as PhoneModules
}
