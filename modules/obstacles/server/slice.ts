// The handlers of the obstacles.

import type { Slice } from '../../../platform/server/slice.ts'
import { obstacleRefusals } from '../contract.ts'
import { raiseObstacle } from './commands/raise.ts'
import {
  answerObstacle,
  noteObstacle,
  passObstacle,
  removeObstacle,
  reopenObstacle,
  sharePractice,
} from './commands/steps.ts'
import { listAskable, listObstacles, listRaisable } from './queries/list.ts'
import { listPractices, showObstacle } from './queries/one.ts'

export const slice: Slice = {
  module: 'obstacles',
  handlers: [
    listObstacles,
    showObstacle,
    listAskable,
    listRaisable,
    listPractices,
    raiseObstacle,
    answerObstacle,
    noteObstacle,
    passObstacle,
    removeObstacle,
    reopenObstacle,
    sharePractice,
  ],
  constraints: {
    obstacle_pkey: obstacleRefusals.already_recorded,
    obstacle_entry_pkey: obstacleRefusals.already_recorded,
    good_practice_pkey: obstacleRefusals.already_recorded,
  },
}
