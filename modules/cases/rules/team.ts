// Who is around a person now, as the events of the file name them: the team, its officer in charge, whoever helps besides.

import type { Moment } from '../../../rules/law/moment.ts'
import type { FileEvent } from '../events.ts'
import { effectiveEvents } from './effective.ts'

export type TeamMember = {
  role: string
  /** As it was written; not there for an officer who was named by their account alone. */
  name?: string
  /** The account, where the member works with the product. */
  person?: string
  since: Moment
}
export type Team = {
  members: readonly TeamMember[]
  /** Who answers for the file, and from whom they took it over. */
  officer: { person: string; since: Moment; before?: string } | undefined
}

/** The role whose member is the head of the team (Decree 163/2026 Art. 59). */
const headRole = 'police'

/** A new team takes the place of the one before; who helps besides stays until released. */
export function teamOf(events: readonly FileEvent[], now: Moment): Team {
  let team: TeamMember[] = []
  let helpers: TeamMember[] = []
  let officer: Team['officer']
  const charge = (person: string, since: Moment) => {
    if (officer?.person === person) return
    officer = { person, since, ...(officer && { before: officer.person }) }
  }
  for (const event of effectiveEvents(events, now)) {
    const since = event.at
    switch (event.kind) {
      case 'team-named': {
        team = event.details.members.map((member) => memberOf(member, since))
        const head = team.find(({ role, person }) => role === headRole && person)
        if (head?.person) charge(head.person, since)
        break
      }
      case 'helper-named':
        helpers = [...helpers, memberOf(event.details, since)]
        break
      case 'helper-released': {
        const { person, name } = event.details
        const stays = (member: TeamMember) => (person ? member.person !== person : member.name !== name)
        team = team.filter(stays)
        helpers = helpers.filter(stays)
        if (person && officer?.person === person) officer = undefined
        break
      }
      case 'officer-named': {
        const { person } = event.details
        const before = officer?.person
        charge(person, since)
        team = [
          { role: headRole, person, since },
          ...team.filter((member) => member.person !== person && (!member.person || member.person !== before)),
        ]
        break
      }
      // The new place names a team and an officer of its own.
      case 'file-handed-over':
        team = []
        helpers = []
        officer = undefined
        break
      default:
    }
  }
  return { members: [...team, ...helpers], officer }
}

const memberOf = ({ role, name, person }: { role: string; name: string; person?: string | undefined }, since: Moment) =>
  ({ role, name, since, ...(person && { person }) }) satisfies TeamMember
