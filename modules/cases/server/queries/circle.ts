// The roles around a person and who may be named to them.

import { answers } from '../../../../platform/server/slice.ts'
import { ListCircle, ListCircleRoles } from '../../contract.ts'
import { circlePeople, circleRoles } from '../circle.ts'

export const listCircle = answers(ListCircle, async ({ db, today }, { communeId }) => ({
  roles: await circleRoles(db, today),
  people: await circlePeople(db, communeId, today),
}))

export const listCircleRoles = answers(ListCircleRoles, async ({ db, today }) => ({
  roles: await circleRoles(db, today),
}))
