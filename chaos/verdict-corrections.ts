// The verdict on corrections: what was taken is on record, once, each going on from the one before; what was said otherwise is kept
// beside it; and nobody is said to have said what no phone did.

import type { Done } from './ledger.ts'
import type { Correction } from './phone/deeds.ts'
import { type Fault, fault, type Office, repeatedIn } from './verdict.ts'

export function faultsOfCorrections(corrections: readonly Done<Correction>[], office: Office): Fault[] {
  const byId = new Map(corrections.map((done) => [done.id, done]))
  const said = new Set(corrections.map(({ entryId, value }) => `${entryId} ${value}`))
  const taken = new Set(office.taken.map(({ id }) => id))
  const kept = new Set(office.conflicts.map((one) => `${one.entryId} ${one.said}`))
  return [
    ...corrections.flatMap(faultsOfAnswers),
    ...repeatedIn(office.taken.map(({ id }) => id)).flatMap((id) => fault('corrected twice', `${id} was taken twice`)),
    ...office.taken.flatMap(({ id, after }) =>
      byId.get(id)?.value === after ? [] : fault('said by nobody', `${id} was taken as ${after}`),
    ),
    ...[...kept].filter((one) => !said.has(one)).flatMap((one) => fault('said by nobody', `entry and value: ${one}`)),
    ...office.entries.flatMap((entry) => faultsOfRecord(entry, office)),
  ]

  function faultsOfAnswers({ id, entryId, value, answers }: Done<Correction>): Fault[] {
    const outcomes = [...new Set(answers.map(({ outcome }) => outcome))]
    if (outcomes.length > 1)
      return fault('contradicted', `the correction ${id} was answered in different ways: ${outcomes.join(', ')}`)
    const [outcome] = outcomes
    if (outcome === 'taken') return taken.has(id) ? [] : fault('lost', `${id} was taken and is not in the audit`)
    if (outcome && taken.has(id)) return fault('contradicted', `${id} was answered ${outcome} and was taken`)
    if (outcome !== 'conflict' || kept.has(`${entryId} ${value}`)) return []
    return fault('lost', `${id} was kept beside the record and is not there`)
  }
}

/** From how it was listed to how it stands now, step by step; each step is a version. */
function faultsOfRecord({ entryId, headcount, version }: Office['entries'][number], { taken }: Office): Fault[] {
  const steps = taken.filter((one) => one.entryId === entryId)
  const broken = steps.some(({ before }, at) => before !== (steps[at - 1]?.after ?? null))
  const last = steps.at(-1)?.after ?? null
  if (!broken && last === headcount && version === steps.length + 1) return []
  const told = steps.map(({ before, after }) => `${before} to ${after}`).join(', ')
  return fault('record', `${entryId} says ${headcount} in version ${version}; taken were: ${told || 'none'}`)
}
