// Verification: lots of signed promises, the sample that is visited, what follows; and questions how a lot came to be signed.

export * from './contract/coverage.ts'
export * from './contract/lots.ts'
export * from './contract/questions.ts'
export * from './contract/refusals.ts'
export * from './contract/risks.ts'
export * from './contract/visits.ts'
