// What the servers of other modules may ask of territory. All answers are as of a day that the caller names.

export { type Boundaries, boundariesOf, mostWithBoundaries } from './boundaries/boundaries-of.ts'
export { areaChores } from './chores.ts'
export { rebuildCoverage } from './coverage.ts'
export { communeCoded, communesNamed, heirsOn } from './heirs.ts'
export { type Succession, successionsFrom } from './lineage.ts'
export { type PlacedUnit, placedOn } from './placed-on.ts'
export { type Unit, unitsById, unitsOn } from './units-on.ts'
