// The operations of the tasks, gathered; each file beside declares one group of them.

export * from './contract/assigning.ts'
export * from './contract/lists.ts'
export * from './contract/one.ts'
export * from './contract/refusals.ts'
export * from './contract/reminding.ts'
export * from './contract/reporting.ts'
export * from './contract/time.ts'
export * from './contract/views.ts'
