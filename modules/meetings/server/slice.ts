// Plugs meetings into the server.

import type { Slice } from '../../../platform/server/slice.ts'
import { meetingRefusals } from '../contract.ts'
import { callMeeting, changeMeeting } from './commands/call.ts'
import { closeMinutes, recordMeeting } from './commands/record.ts'
import { amendFromConclusion, assignConclusion } from './commands/settle.ts'
import { meetingChoices } from './queries/choices.ts'
import { listMeetings } from './queries/list.ts'
import { oneMeeting } from './queries/one.ts'

export const slice: Slice = {
  module: 'meetings',
  handlers: [
    listMeetings,
    oneMeeting,
    meetingChoices,
    callMeeting,
    changeMeeting,
    recordMeeting,
    closeMinutes,
    assignConclusion,
    amendFromConclusion,
  ],
  constraints: {
    meeting_minutes_number: meetingRefusals.number_taken,
    meeting_called: meetingRefusals.called_after_held,
    meeting_attendance_once: meetingRefusals.invited_twice,
  },
}
