// What the servers of other modules may ask of territory. All answers are as of a day that the caller names.

export { areaChores } from './chores.ts'
export { rebuildCoverage } from './coverage.ts'
export {
  type HeldUnit,
  holdersOn,
  type Succession,
  successionsFrom,
  successionsInto,
  successionsOf,
} from './lineage.ts'
export { ancestors, everBelow, type Unit, unitByCode, unitById, unitsById, unitsOn } from './units-on.ts'
