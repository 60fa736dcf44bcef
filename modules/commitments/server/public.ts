// What the servers of other modules, and the demonstration, may ask of commitments.

export { provideSilentDevices } from './counting/silent-slot.ts'
export { signedOfLists } from './signed-of-lists.ts'
export { type SignedShare, signedShares } from './signed-shares.ts'
export { signMany } from './signing/sign-many.ts'
