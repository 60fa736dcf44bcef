// Areas: every operation on territory, declared once. The parts stand in contract/, by what they are about.

export * from './contract/bodies.ts'
export * from './contract/figures.ts'
export * from './contract/import.ts'
export * from './contract/kinds.ts'
export * from './contract/pictures.ts'
export * from './contract/refusals.ts'
export * from './contract/succession.ts'
export * from './contract/units.ts'
