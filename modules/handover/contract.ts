// Handing a file over from commune to commune: every operation, declared once. The parts stand in contract/.

export * from './contract/before.ts'
export * from './contract/correspondents.ts'
export * from './contract/far.ts'
export * from './contract/far-refusals.ts'
export * from './contract/late.ts'
export * from './contract/notices.ts'
export * from './contract/packs.ts'
export * from './contract/refusals.ts'
export * from './contract/sendings.ts'
