// Shares of a known whole for the home screen: who has signed, who meets the standard. No records is `no-data`, never 0.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import type { Language } from '../../../platform/contract/words.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { linesInForce, measureLines, type Programme, plansOf } from '../../programme/server/public.ts'
import type { ShowHome } from '../contract.ts'

type Coverage = OutputOf<typeof ShowHome>['bodies']

/** One line for each group of the plan in force, and one for agencies, units and schools. */
export async function coverageOf(
  db: Db,
  programme: Programme,
  on: PlainDate,
  language: Language,
): Promise<{ coverage: Coverage[]; bodies: Coverage }> {
  const plans = await plansOf(db, programme.id, { knownOn: on })
  const plan = plans.find((each) => each.year <= Number(on.slice(0, 4)) && each.versions.length > 0)
  const lines = plan
    ? linesInForce(plan, on).filter(
        (line) => line.area.id === programme.areaId && (line.kind === 'commitments' || line.kind === 'bodies-standard'),
      )
    : []
  const measured = lines.length > 0 ? (await measureLines(db, { programme, year: plan!.year, lines, on })).lines : []
  const rowOf = (line: (typeof measured)[number]): Coverage => {
    const counted = line.result.count !== null && line.result.of !== null
    return {
      id: line.group?.id ?? line.kind,
      name: line.group?.name[language] ?? line.title[language],
      state: counted ? 'counted' : 'no-data',
      have: line.result.count,
      of: line.result.of,
      basis: counted ? line.result.basis : null,
    }
  }
  const bodies = measured.find((line) => line.kind === 'bodies-standard')
  return {
    coverage: measured.filter((line) => line.kind === 'commitments').map(rowOf),
    bodies: bodies
      ? rowOf(bodies)
      : { id: 'bodies-standard', name: '', state: 'no-data', have: null, of: null, basis: null },
  }
}
