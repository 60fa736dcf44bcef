// People and rights: every operation, declared once. The parts stand in contract/, by what they are about.

export * from './contract/delegations.ts'
export * from './contract/explain.ts'
export * from './contract/grants.ts'
export * from './contract/me.ts'
export * from './contract/people.ts'
export * from './contract/posts.ts'
export * from './contract/refusals.ts'
export * from './contract/roles.ts'
export * from './contract/sessions.ts'
