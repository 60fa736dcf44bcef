// In which order Vitest takes the test files: what takes long begins first, so that nothing is left running alone at the end.
// A clean checkout knows no times of earlier runs, and the size of a file says little of it.
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that took longest when all were last measured, longest first. */
const long = [
  'tests/wall.test.ts',
  'tests/scope.fuzz.test.ts',
  'tests/journeys/screens.test.ts',
  'tests/journeys/dialogs.test.ts',
  'app/launch.test.ts',
  'platform/database/embedded-accounts.test.ts',
  'platform/database/embedded.test.ts',
  'modules/paper/server/paper.test.ts',
  'modules/paper/server/read/reading.test.ts',
  'modules/handover/server/one-owner.test.ts',
]
const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = long.findIndex((name) => moduleId.endsWith(name))
  return place === -1 ? long.length : place
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    // Files of a project stay together: they share their workers.
    const projects = [...new Set(sorted.map(({ project }) => project.name))]
    const rank = (file: TestSpecification) => projects.indexOf(file.project.name) * 1000 + placeOf(file)
    return sorted.toSorted((one, other) => rank(one) - rank(other))
  }
}
