// What the servers of other modules, and the demonstration, may ask of commitments.

export { signedOfLists } from './signed-of-lists.ts'
export { signMany } from './signing/sign-many.ts'
