// The secret under which identity numbers are hashed; the program that starts tells it, modules never read secrets.

let keyOf: (() => string) | undefined

export function provideIdentityKey(key: () => string): void {
  keyOf = key
}

export function identityKey(): string {
  if (!keyOf) throw new Error('nobody has provided the key of identity numbers')
  return keyOf()
}
