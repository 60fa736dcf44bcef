// What the servers of other modules may ask of commitments.

export { codeFor, type SigningCall, signMany } from './signing/sign-many.ts'
