// The door of the module: what others may know of paper.

export * from './contract/confirming.ts'
export * from './contract/matching.ts'
export * from './contract/printing.ts'
export * from './contract/reading.ts'
export * from './contract/reasons.ts'
export * from './contract/refusals.ts'
