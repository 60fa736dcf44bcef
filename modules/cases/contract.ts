// The files of persons under dated law: every operation, declared once. The parts stand in contract/, by what they are about.

export * from './contract/deadlines.ts'
export * from './contract/emergency.ts'
export * from './contract/event-refusals.ts'
export * from './contract/files.ts'
export * from './contract/forms.ts'
export * from './contract/identity.ts'
export * from './contract/life.ts'
export * from './contract/purposes.ts'
export * from './contract/refusals.ts'
export * from './contract/watch.ts'
