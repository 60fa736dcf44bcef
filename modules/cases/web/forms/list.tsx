// The forms of the files for the administrator: which template each is filled with, and what still has to be checked.

import './forms.css'
import { useState } from 'react'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Chip } from '../../../../platform/web/components/chip.tsx'
import { Filters, SearchField } from '../../../../platform/web/components/list-bar.tsx'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { Note, PageHead } from '../../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../../platform/web/components/table.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { ListForms } from '../../contract.ts'
import { hasNumber } from '../../forms.ts'
import { isTemplate, pageOf, type TemplateId } from '../../templates.ts'
import { FieldNames } from './field-names.tsx'
import { FormPanel } from './panel.tsx'
import { formWords } from './words.ts'

export type FormRow = OutputOf<typeof ListForms>['rows'][number] & { form: TemplateId }
type Only = 'all' | 'official' | 'ours'

export default function FormsPage() {
  const w = useWords(formWords)
  const forms = useAnswer(ListForms, {})
  const rows = (forms.answer?.rows ?? []).filter((row): row is FormRow => isTemplate(row.form))
  const official = rows.filter(({ inUse }) => inUse).length
  return (
    <>
      <PageHead
        title={w.title}
        crumbs={[{ label: w.settings, to: '/settings' }, { label: w.title }]}
        facts={
          forms.answer && (
            <>
              <Tag>{w.count(rows.length)}</Tag>
              <Tag icon="stamp">{w.official(official)}</Tag>
            </>
          )
        }
      />
      <div className="stack">
        <Note icon="alert">{w.why}</Note>
        <Shown from={forms} lines={10}>
          {() => <FormsTable rows={rows} />}
        </Shown>
        <FieldNames />
      </div>
    </>
  )
}

function FormsTable({ rows }: { rows: readonly FormRow[] }) {
  const w = useWords(formWords)
  const language = useLanguage()
  const [text, setText] = useState('')
  const [only, setOnly] = useState<Only>('all')
  const [open, setOpen] = useState<TemplateId>()
  const wanted = nameKey(text)
  const found = rows.filter(({ form, inUse }) => {
    const { vi, en } = pageOf(form).title
    return (
      nameKey(`${form} ${vi} ${en}`).includes(wanted) && (only === 'all' || (only === 'official') === (inUse !== null))
    )
  })
  const opened = rows.find(({ form }) => form === open)
  const columns: Column<FormRow>[] = [
    {
      key: 'form',
      title: w.form,
      cell: ({ form }) => (
        <Button small quiet className="form-name" onClick={() => setOpen(form)}>
          {hasNumber(form) ? `${form} · ${pageOf(form).title[language]}` : pageOf(form).title[language]}
        </Button>
      ),
    },
    { key: 'use', title: w.inUse, width: '210px', cell: (row) => <InUse row={row} /> },
    { key: 'state', title: w.state, width: '230px', cell: (row) => <State row={row} /> },
    { key: 'versions', title: w.versions, width: '110px', align: 'right', cell: ({ templates }) => templates.length },
  ]
  return (
    <>
      <Filters>
        <SearchField value={text} onChange={setText} />
        {(
          [
            ['all', w.all],
            ['official', w.onlyOfficial],
            ['ours', w.onlyOurs],
          ] as const
        ).map(([id, label]) => (
          <Chip key={id} on={only === id} onPress={() => setOnly(id)}>
            {label}
          </Chip>
        ))}
      </Filters>
      <Card>
        {found.length === 0 ? (
          <Empty icon="doc" title={w.none} />
        ) : (
          <Table
            label={w.title}
            columns={columns}
            rows={found}
            rowKey={({ form }) => form}
            onOpen={({ form }) => setOpen(form)}
          />
        )}
      </Card>
      {opened && <FormPanel key={opened.form} row={opened} onClose={() => setOpen(undefined)} />}
    </>
  )
}

const usedOf = ({ inUse, templates }: FormRow) => templates.find(({ id }) => id === inUse)

function InUse({ row }: { row: FormRow }) {
  const w = useWords(formWords)
  const used = usedOf(row)
  return used ? <Tag icon="stamp">{w.officialOne(used.version)}</Tag> : <Tag>{w.ours}</Tag>
}

function State({ row }: { row: FormRow }) {
  const w = useWords(formWords)
  if (row.inUse) return <Tag icon="check">{w.checked}</Tag>
  return hasNumber(row.form) ? <Tag icon="alert">{w.toCheck}</Tag> : <Tag>{w.withoutForm}</Tag>
}
