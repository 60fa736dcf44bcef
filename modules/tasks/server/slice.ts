// The handlers of the tasks.

import type { Slice } from '../../../platform/server/slice.ts'
import { taskRefusals } from '../contract.ts'
import { assignTaskCommand } from './commands/assign.ts'
import { cancelTask } from './commands/cancel.ts'
import { decideResult } from './commands/decide-result.ts'
import { editTask } from './commands/edit.ts'
import { askMoreTime, decideMoreTime, giveMoreTime, withdrawRequest } from './commands/more-time.ts'
import { remindHeads, withdrawReminders } from './commands/remind.ts'
import { reopenTask } from './commands/reopen.ts'
import { reportTask } from './commands/report.ts'
import { tasksByHead } from './queries/by-head.ts'
import { inheritedTasks } from './queries/inherited.ts'
import { listInstructions, showInstruction } from './queries/instructions.ts'
import { listTasks } from './queries/list.ts'
import { myWork } from './queries/mine.ts'
import { listNotices, seeNotices } from './queries/notices.ts'
import { showTask } from './queries/one.ts'
import { listPosts } from './queries/posts.ts'
import { dropView, listViews, saveView } from './views.ts'

export const slice: Slice = {
  module: 'tasks',
  handlers: [
    listTasks,
    showTask,
    tasksByHead,
    inheritedTasks,
    listInstructions,
    showInstruction,
    myWork,
    listPosts,
    listNotices,
    seeNotices,
    assignTaskCommand,
    editTask,
    cancelTask,
    reportTask,
    decideResult,
    reopenTask,
    askMoreTime,
    withdrawRequest,
    decideMoreTime,
    giveMoreTime,
    remindHeads,
    withdrawReminders,
    listViews,
    saveView,
    dropView,
  ],
  constraints: {
    task_origin_once: taskRefusals.already_assigned,
    task_extension_pending: taskRefusals.extension_pending,
    task_report_waiting: taskRefusals.waits_for_decision,
    saved_view_name: taskRefusals.view_name_taken,
    task_pkey: taskRefusals.already_recorded,
    instruction_pkey: taskRefusals.already_recorded,
    task_report_pkey: taskRefusals.already_recorded,
    task_extension_pkey: taskRefusals.already_recorded,
    task_reopening_pkey: taskRefusals.already_recorded,
    saved_view_pkey: taskRefusals.already_recorded,
  },
}
