// Commitments: drives, who has signed of whom, and taking signatures.

export * from './contract/at-meeting.ts'
export * from './contract/countersigning.ts'
export * from './contract/coverage.ts'
export * from './contract/deciding.ts'
export * from './contract/drives.ts'
export * from './contract/entries.ts'
export * from './contract/following.ts'
export * from './contract/ink.ts'
export * from './contract/on-paper.ts'
export * from './contract/own-body.ts'
export * from './contract/signing.ts'
export * from './contract/unsigned.ts'
