// Plugs the files of persons into the server.

import type { Slice } from '../../../platform/server/slice.ts'
import { caseRefusals } from '../contract.ts'
import { beginFile } from './commands/begin.ts'
import { changeIdentity } from './commands/change-identity.ts'
import { chooseLaw } from './commands/choose-law.ts'
import { closeEmergency, findInEmergency, openInEmergency } from './commands/emergency.ts'
import { enterHolidays } from './commands/enter-holidays.ts'
import { fillForm } from './commands/fill-form.ts'
import { findFiles } from './commands/find.ts'
import { giveFiles, nameOfficer } from './commands/name-officer.ts'
import { closeOpening, openFile } from './commands/open.ts'
import { recordEvent } from './commands/record.ts'
import { setCircleRole } from './commands/set-circle-role.ts'
import { uploadTemplate, withdrawTemplate } from './commands/templates.ts'
import { countFiles } from './counts/counts.ts'
import { readCertificate } from './erasing/certificate.ts'
import { decideErasure } from './erasing/decide.ts'
import { proposeErasure } from './erasing/propose.ts'
import { checkList } from './lists/check.ts'
import { enterList } from './lists/enter.ts'
import { listLists, listRows, showList } from './lists/queries.ts'
import { lookAtList, sendList } from './lists/send.ts'
import { cancelList, undoList } from './lists/take-back.ts'
import { lookAtMerge } from './merging/look.ts'
import { mergeFiles } from './merging/merge.ts'
import { listMerges, unmergeFiles } from './merging/unmerge.ts'
import { listCircle, listCircleRoles } from './queries/circle.ts'
import { listDeadlines } from './queries/deadlines.ts'
import { showForm } from './queries/form.ts'
import { listFormCopies } from './queries/form-copies.ts'
import { listForms, readTemplate } from './queries/forms.ts'
import { listHolidays } from './queries/holidays.ts'
import { listLawPoints } from './queries/law-points.ts'
import { listFiles } from './queries/list.ts'
import { listFilesOfOfficer, listOfficers } from './queries/officers.ts'
import { readFile, readInEmergency } from './queries/one.ts'
import { listOpenings } from './queries/openings.ts'
import { listReminders, myReminders, seeReminders } from './queries/reminders.ts'
import { listWork } from './queries/work.ts'
import { listRegisters } from './registers/list.ts'
import { makeRegister } from './registers/make.ts'
import { collectIssued } from './retention/collect.ts'
import { listDue } from './retention/due.ts'
import { endHold, placeHold } from './retention/holds.ts'
import { enterLength, listLengths } from './retention/lengths.ts'
import { readRetention } from './retention/read.ts'
import { acknowledgeRequest, extendRequest } from './rights/notices.ts'
import { answerRequest, listRequests, takeRequest } from './rights/requests.ts'
import { giveStatement } from './rights/statement.ts'
import { decidePair, listPairs } from './same/list-pairs.ts'
import { listEmergencies, reviewEmergency, watchWaiting } from './watch/emergencies.ts'
import { listKeepings } from './watch/keepings.ts'
import { answerReadingQuestion, listReadingQuestions, setReaderHome } from './watch/questions.ts'

export const slice: Slice = {
  module: 'cases',
  uncounted: true,
  handlers: [
    listDeadlines,
    listFiles,
    findFiles,
    beginFile,
    openFile,
    closeOpening,
    readFile,
    listOpenings,
    recordEvent,
    changeIdentity,
    findInEmergency,
    openInEmergency,
    readInEmergency,
    closeEmergency,
    listEmergencies,
    reviewEmergency,
    watchWaiting,
    listReadingQuestions,
    answerReadingQuestion,
    setReaderHome,
    listKeepings,
    showForm,
    fillForm,
    listFormCopies,
    makeRegister,
    listRegisters,
    listForms,
    uploadTemplate,
    withdrawTemplate,
    readTemplate,
    readRetention,
    placeHold,
    endHold,
    listDue,
    proposeErasure,
    decideErasure,
    readCertificate,
    collectIssued,
    listLengths,
    enterLength,
    listRequests,
    takeRequest,
    acknowledgeRequest,
    extendRequest,
    answerRequest,
    giveStatement,
    sendList,
    lookAtList,
    checkList,
    enterList,
    cancelList,
    undoList,
    showList,
    listLists,
    listRows,
    listPairs,
    decidePair,
    lookAtMerge,
    mergeFiles,
    listMerges,
    unmergeFiles,
    countFiles,
    listWork,
    listOfficers,
    listFilesOfOfficer,
    nameOfficer,
    giveFiles,
    listReminders,
    myReminders,
    seeReminders,
    listCircle,
    listCircleRoles,
    setCircleRole,
    listLawPoints,
    listHolidays,
    enterHolidays,
    chooseLaw,
  ],
  // A file has one owner, and its id is of one file; on its way to another installation nobody writes to it.
  constraints: { file_one_owner: caseRefusals.already_recorded, file_sent_away: caseRefusals.sent_away },
}
