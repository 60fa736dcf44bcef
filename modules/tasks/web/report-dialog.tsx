// Reporting on a task: what was done, how many, the evidence, and whether the result is handed in. The draft is kept.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useCommand } from '../../../platform/web/command.ts'
import { CheckField } from '../../../platform/web/components/choice-field.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextArea, TextField } from '../../../platform/web/components/field.tsx'
import { FileField } from '../../../platform/web/components/file-field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { readWhole } from '../../../platform/web/number.ts'
import { fieldProblem, type Problem } from '../../../platform/web/problem.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { UploadFile } from '../../documents/contract.ts'
import { ReportTask } from '../contract.ts'
import { postName } from './shown.ts'
import type { OneTask } from './task.tsx'
import { deedWords } from './task-words.ts'

const kinds = ['.pdf', '.docx', '.xlsx', '.png', '.jpg', '.jpeg', '.webp', '.csv']

/** Sends the chosen files one after the other; a file that went through is not sent again when the report is retried. */
function useUploads(areaId: string) {
  const upload = useCommand(UploadFile)
  const [files, setFiles] = useState<File[]>([])
  const [sent, setSent] = useState<ReadonlyMap<File, string>>(new Map())
  const [problem, setProblem] = useState<Problem>()
  const sendAll = async (): Promise<string[] | undefined> => {
    setProblem(undefined)
    const ids = new Map(sent)
    for (const file of files) {
      if (ids.has(file)) continue
      const result = await upload.send({ areaId, name: file.name }, file)
      if (!result.ok) {
        setSent(ids)
        setProblem(result.problem)
        return undefined
      }
      ids.set(file, result.answer.id)
    }
    setSent(ids)
    return files.flatMap((file) => ids.get(file) ?? [])
  }
  return { files, setFiles, sendAll, problem, sending: upload.sending }
}

export function ReportDialog({ one, onClose }: { one: OneTask; onClose: () => void }) {
  const w = useWords(deedWords)
  const { opens } = useView()
  const report = useCommand(ReportTask)
  const [id] = useState(() => uuidv7())
  const [pressed, press] = useState(false)
  const total = one.resultTotal === null ? '' : String(one.resultTotal)
  const start = { text: '', doneCount: '', totalCount: total, done: false, noEvidence: false, reportedOn: '' }
  const draft = useDraft(`report:${one.task.id}`, start)
  const uploads = useUploads(one.task.area.id)
  const { value, change } = draft
  const mayHandIn = one.task.lane !== 'waiting'

  // A total alone says nothing; one that was typed is not dropped for it.
  const totalAlone = value.doneCount.trim() === '' && !['', total].includes(value.totalCount.trim())

  const send = async () => {
    press(true)
    if (totalAlone) return
    const fileIds = await uploads.sendAll()
    if (!fileIds) return
    const doneCount = readWhole(value.doneCount)
    const sent = await report.send({
      id,
      taskId: one.task.id,
      reportedOn: value.reportedOn || undefined,
      text: value.text,
      doneCount,
      totalCount: doneCount === null ? null : readWhole(value.totalCount),
      done: mayHandIn && value.done,
      noEvidence: value.done && value.noEvidence,
      fileIds,
    })
    if (!sent.ok) return
    draft.forget()
    say(w.reported)
    onClose()
  }
  const problem = report.problem
  return (
    <Dialog open side icon="pen" title={w.reportTitle} onClose={onClose}>
      <Form
        onSend={() => void send()}
        send={w.sendReport}
        sending={report.sending || uploads.sending}
        problem={problem}
        keptAt={draft.keptAt}
        onForget={draft.forget}
      >
        <p className="semi">{one.task.title}</p>
        <TextArea
          label={w.reportText}
          reason={w.reportTextWhy}
          value={value.text}
          onChange={(text) => change({ text })}
          problem={fieldProblem(problem, 'text')}
        />
        <div className="two">
          <TextField
            optional
            inputMode="numeric"
            label={w.done(one.resultUnit)}
            value={value.doneCount}
            onChange={(doneCount) => change({ doneCount })}
            problem={pressed && totalAlone ? w.doneToo : fieldProblem(problem, 'doneCount')}
          />
          <TextField
            optional
            inputMode="numeric"
            label={w.total}
            value={value.totalCount}
            onChange={(totalCount) => change({ totalCount })}
            problem={fieldProblem(problem, 'totalCount')}
          />
        </div>
        <FileField
          optional
          several
          label={w.files}
          reason={w.filesWhy}
          kinds={kinds}
          files={uploads.files}
          onChange={uploads.setFiles}
          problem={fieldProblem(problem, 'fileIds') ?? uploads.problem?.title}
        />
        {mayHandIn && (
          <CheckField
            label={w.finished}
            note={one.authorityPost ? w.finishedNote(postName(one.authorityPost)) : undefined}
            value={value.done}
            onChange={(done) => change({ done })}
          />
        )}
        {mayHandIn && value.done && uploads.files.length === 0 && (
          <CheckField
            label={w.noEvidence}
            note={w.noEvidenceNote}
            value={value.noEvidence}
            onChange={(noEvidence) => change({ noEvidence })}
          />
        )}
        <DateField
          label={w.reportedOn}
          value={value.reportedOn || opens}
          onChange={(reportedOn) => change({ reportedOn })}
          problem={fieldProblem(problem, 'reportedOn')}
        />
      </Form>
    </Dialog>
  )
}
