// What can be asked of and done to programmes, plans and targets.

export * from './contract/plans.ts'
export * from './contract/programmes.ts'
export * from './contract/standard.ts'
export * from './contract/targets.ts'
