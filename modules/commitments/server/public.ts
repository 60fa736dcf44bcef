// What the servers of other modules, and the demonstration, may ask of commitments.

export { signMany } from './signing/sign-many.ts'
