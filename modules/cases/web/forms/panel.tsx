// One form: to see it filled with invented data, to take a template and change it, to upload an official one, to go back.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { ask } from '../../../../platform/web/call.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { useConfirm } from '../../../../platform/web/components/confirm.tsx'
import { DateField } from '../../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { FileField } from '../../../../platform/web/components/file-field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { showDay, showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { ProblemError } from '../../../../platform/web/problem.ts'
import { saveFile } from '../../../../platform/web/save-file.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { ReadTemplate, type TemplateShown, templateLimit, UploadTemplate, WithdrawTemplate } from '../../contract.ts'
import { hasNumber } from '../../forms.ts'
import { isRegister, registers } from '../../registers.ts'
import { pageOf, type TemplateId } from '../../templates.ts'
import { wordFile } from '../word-file.ts'
import type { FormRow } from './list.tsx'
import { formWords } from './words.ts'

export function FormPanel({ row, onClose }: { row: FormRow; onClose: () => void }) {
  const w = useWords(formWords)
  const language = useLanguage()
  const { form, inUse, templates } = row
  const title = pageOf(form).title[language]
  return (
    <Dialog open side icon="doc" title={hasNumber(form) ? `${form}: ${title}` : title} onClose={onClose}>
      <div className="stack form-panel">
        {isRegister(form) && <Note icon="alert">{registers[form].toCheck[language]}</Note>}
        <p className="form-acts">
          <Fetch form={form} as="template">
            {w.fetchOurs}
          </Fetch>
          <Fetch form={form} as="sample">
            {w.sample}
          </Fetch>
        </p>
        <section>
          <h3>{w.history}</h3>
          {templates.length === 0 && <p className="muted">{w.noHistory}</p>}
          <ul className="form-versions">
            {templates.map((template) => (
              <Version key={template.id} form={form} template={template} used={template.id === inUse} />
            ))}
          </ul>
        </section>
        <section>
          <h3>{w.upload}</h3>
          <p className="muted">{w.uploadWhy}</p>
          <Upload form={form} />
        </section>
      </div>
    </Dialog>
  )
}

function Fetch({
  form,
  id,
  as,
  children,
}: {
  form: TemplateId
  id?: string
  as: 'template' | 'sample'
  children: string
}) {
  const [busy, setBusy] = useState(false)
  const fetchIt = async () => {
    setBusy(true)
    try {
      const { name, docx } = await ask(ReadTemplate, { form, as, ...(id && { id }) })
      saveFile(name, wordFile(docx))
    } catch (fault) {
      if (!(fault instanceof ProblemError)) throw fault
      say(fault.problem.title)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button small icon={as === 'sample' ? 'eye' : 'download'} busy={busy} onClick={() => void fetchIt()}>
      {children}
    </Button>
  )
}

function Version({ form, template, used }: { form: TemplateId; template: TemplateShown; used: boolean }) {
  const w = useWords(formWords)
  const confirm = useConfirm()
  const withdraw = useCommand(WithdrawTemplate)
  const { id, version, name, from, until, by, at, withdrawnAt } = template
  const takeOut = async () => {
    const yes = await confirm({ title: w.withdrawAsk(version), text: w.withdrawText, yes: w.withdraw, danger: true })
    if (!yes) return
    const sent = await withdraw.send({ id })
    say(sent.ok ? w.withdrawDone : sent.problem.title)
  }
  return (
    <li>
      <p>
        <b className="semi">{w.version(version)}</b> {used && <Tag icon="check">{w.used}</Tag>}
        {withdrawnAt && <Tag icon="x">{w.withdrawn}</Tag>}
        <small>
          {name} · {w.valid(showDay(from), until ? showDay(until) : undefined)}
        </small>
        <small>{w.by(by ?? w.somebody, showInstant(at))}</small>
      </p>
      <p className="form-acts">
        <Fetch form={form} id={id} as="sample">
          {w.sample}
        </Fetch>
        <Fetch form={form} id={id} as="template">
          {w.fetch}
        </Fetch>
        {!withdrawnAt && (
          <Button small danger icon="x" busy={withdraw.sending} onClick={() => void takeOut()}>
            {w.withdraw}
          </Button>
        )}
      </p>
    </li>
  )
}

function Upload({ form }: { form: TemplateId }) {
  const w = useWords(formWords)
  const upload = useCommand(UploadTemplate)
  const [files, setFiles] = useState<File[]>([])
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const [tried, setTried] = useState(false)
  const send = async () => {
    setTried(true)
    const [file] = files
    if (!file || !from) return
    const sent = await upload.send({ id: uuidv7(), form, name: file.name, from, ...(until && { until }) }, file)
    if (!sent.ok) return
    say(w.sent(sent.answer.version, sent.answer.fields.length))
    setFiles([])
    setTried(false)
  }
  return (
    <Form onSend={() => void send()} send={w.send} sending={upload.sending} problem={upload.problem}>
      <FileField
        label={w.file}
        files={files}
        onChange={(chosen) => {
          setFiles(chosen)
          upload.clear()
        }}
        kinds={['.docx']}
        megabytes={templateLimit / 1024 ** 2}
        {...(tried && files.length === 0 && { problem: w.fileNeeded })}
      />
      <DateField label={w.from} value={from} onChange={setFrom} {...(tried && !from && { problem: w.fromNeeded })} />
      <DateField label={w.until} optional value={until} onChange={setUntil} />
    </Form>
  )
}
