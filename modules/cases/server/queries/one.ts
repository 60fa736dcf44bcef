// Reads a file that is open: what the reader's view shows of who it is of and of what happened, and how much it does not show.

import { refuse } from '../../../../platform/contract/refusal.ts'
import { answers, type Context } from '../../../../platform/server/slice.ts'
import { caseRefusals, type Identity, type LifeShown, ReadFile, ReadInEmergency } from '../../contract.ts'
import { eventKinds } from '../../events.ts'
import { factsOf } from '../../rules/person-facts.ts'
import { type Team, teamOf } from '../../rules/team.ts'
import { type LawChoices, type Life, readLife } from '../../rules.ts'
import { type View, type ViewId, views } from '../../views.ts'
import { eventsOf } from '../events.ts'
import { lawOn } from '../law.ts'
import { momentOf } from '../moment.ts'
import { inOpenedFile } from '../opened.ts'
import { viewIn } from '../reach.ts'
import { readersNames } from '../readers.ts'
import { identityOf, keyOf } from '../sealing/person.ts'

export const readFile = answers(ReadFile, async (context, input) => {
  const seen = await viewIn(context, input.communeId)
  if (!seen) throw refuse(caseRefusals.opens_for_others)
  return fileRead(context, input, seen)
})

/** In an emergency the whole file is read, for the time of it, by nobody but who opened it so. */
export const readInEmergency = answers(ReadInEmergency, async (context, input) => {
  const read = await fileRead(context, input, { id: 'police', view: views.police })
  if (read.opening.purpose !== 'emergency') throw refuse(caseRefusals.not_open)
  return read
})

type Asked = { communeId: string; fileId: string; openingId: string }
async function fileRead(context: Context, input: Asked, seen: { id: ViewId; view: View }) {
  const now = momentOf(context.now)
  const law = await lawOn(context.db, now.slice(0, 10))
  const { file, identity, events } = await inOpenedFile(context, input, async (files, opened) => ({
    file: opened,
    identity: identityOf(opened.person),
    events: await eventsOf(files, input.communeId, opened.id, keyOf(opened.person)),
  }))
  const shown = events.filter(({ kind }) => (seen.view.groups as readonly string[]).includes(eventKinds[kind].group))
  const team = teamOf(events, now)
  const { actingForId, ...opening } = file.opening
  const names = await readersNames(context.db, [
    ...shown.map(({ recordedBy }) => recordedBy),
    ...team.members.flatMap(({ person }) => person ?? []),
    ...[team.officer?.person, team.officer?.before, actingForId].flatMap((id) => id ?? []),
  ])
  const { id, number, openedAt, closedOn, onItsWay, demo, version } = file
  return {
    ...{ id, number, openedAt, closedOn, onItsWay, demo, version },
    opening: { ...opening, actingFor: actingForId && (names.get(actingForId) ?? '') },
    team: teamShown(team, names, context.person?.id),
    view: seen.id,
    reader: context.person?.name ?? '',
    identity: partOf(identity, seen.view),
    events: shown.map((event) => ({
      ...event,
      recordedBy: names.get(event.recordedBy) ?? null,
      from: event.from ? { number: event.from.number, folio: event.from.folio } : null,
    })),
    hidden: events.length - shown.length,
    status: seen.view.law ? file.status : null,
    life: seen.view.law ? asShown(readLife(factsOf(identity), events, now, law.choices)) : null,
    law: seen.view.law ? answersOf(law.choices) : null,
    holidays: seen.view.law ? holidaysOf(law.choices) : [],
  }
}

const answersOf = ({ holidays: _, ...answers }: LawChoices) => answers
const holidaysOf = ({ holidays = [] }: LawChoices) =>
  holidays.map(({ off, worked, ...year }) => ({ ...year, off: [...off], worked: [...worked] }))

function teamShown({ members, officer }: Team, names: ReadonlyMap<string, string>, readerId: string | undefined) {
  const nameOf = (id: string) => names.get(id) ?? ''
  return {
    officer: officer
      ? {
          ...{ id: officer.person, name: nameOf(officer.person), since: officer.since },
          before: officer.before ? nameOf(officer.before) : null,
        }
      : null,
    members: members.map(({ role, name, person }) => ({
      role,
      name: person ? nameOf(person) : (name ?? ''),
      isOfficer: person !== undefined && person === officer?.person,
      isReader: person !== undefined && person === readerId,
    })),
  }
}

/** The engine answers what nobody may change; an answer of the door is a copy of its own. */
const asShown = (life: Life): LifeShown => structuredClone(life) as LifeShown

const partOf = (identity: Identity, { identity: parts }: View): Partial<Identity> =>
  Object.fromEntries(parts.map((part) => [part, identity[part]]))
