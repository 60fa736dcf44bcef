// The roles around a person, as data: added, renamed, retired.

import { useState } from 'react'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { RadioField } from '../../../../platform/web/components/choice-field.tsx'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { AsOf } from '../../../../platform/web/components/marks.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { Note, PageHead } from '../../../../platform/web/components/page.tsx'
import { Shown } from '../../../../platform/web/components/states.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import { Table } from '../../../../platform/web/components/table.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { type CircleRole, ListCircleRoles, SetCircleRole } from '../../contract.ts'
import { adminWords } from './words.ts'

export default function RolesPage() {
  const w = useWords(adminWords)
  const found = useAnswer(ListCircleRoles, {})
  const [editing, setEditing] = useState<CircleRole | 'new'>()
  return (
    <>
      <PageHead
        title={w.roles}
        facts={<AsOf at={found.asOf} />}
        actions={
          <Button main icon="plus" onClick={() => setEditing('new')}>
            {w.addRole}
          </Button>
        }
      />
      <div className="stack">
        <Note icon="users">{w.rolesWhy}</Note>
        <Card>
          <Shown from={found} lines={8}>
            {({ roles }) => <RoleTable roles={roles} onEdit={setEditing} />}
          </Shown>
        </Card>
      </div>
      {editing && <RoleDialog role={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </>
  )
}

function RoleTable({ roles, onEdit }: { roles: readonly CircleRole[]; onEdit: (role: CircleRole) => void }) {
  const w = useWords(adminWords)
  const language = useLanguage()
  const other = language === 'vi' ? 'en' : 'vi'
  return (
    <Table
      label={w.roles}
      rows={roles}
      rowKey={({ id }) => id}
      rowName={(role) => role[language]}
      columns={[
        {
          key: 'role',
          title: w.role,
          cell: (role) => (
            <>
              {role[language]}
              <span className="sub" lang={other}>
                {role[other]}
              </span>
            </>
          ),
        },
        {
          key: 'state',
          title: w.state,
          width: '160px',
          cell: ({ retired }) =>
            retired ? <Status kind="outside">{w.retired}</Status> : <Status kind="met">{w.inUse}</Status>,
        },
        {
          key: 'deed',
          title: w.editRole,
          hiddenTitle: true,
          fold: false,
          width: '110px',
          align: 'right',
          cell: (role) => (
            <Button small icon="pen" onClick={() => onEdit(role)}>
              {w.editRole}
              <span className="sr"> {role[language]}</span>
            </Button>
          ),
        },
      ]}
    />
  )
}

function RoleDialog({ role, onClose }: { role: CircleRole | undefined; onClose: () => void }) {
  const w = useWords(adminWords)
  const language = useLanguage()
  const save = useCommand(SetCircleRole)
  const [value, setValue] = useState({ vi: role?.vi ?? '', en: role?.en ?? '', retired: role?.retired ?? false })
  const [id] = useState(() => role?.id ?? `role-${crypto.randomUUID().slice(0, 8)}`)
  const [tried, setTried] = useState(false)
  const needed = (text: string) => (tried && text.trim() === '' ? w.nameNeeded : undefined)
  const send = async () => {
    setTried(true)
    if (value.vi.trim() === '' || value.en.trim() === '') return
    const sent = await save.send({ id, ...value, version: role?.version ?? 0 })
    if (!sent.ok) return
    say(w.roleSaved)
    onClose()
  }
  return (
    <Dialog open title={role?.[language] ?? w.addRole} icon="users" onClose={onClose}>
      <Form onSend={() => void send()} send={w.saveRole} sending={save.sending} problem={save.problem}>
        <TextField
          label={w.nameVi}
          maxLength={80}
          value={value.vi}
          onChange={(vi) => setValue({ ...value, vi })}
          problem={needed(value.vi)}
        />
        <TextField
          label={w.nameEn}
          maxLength={80}
          value={value.en}
          onChange={(en) => setValue({ ...value, en })}
          problem={needed(value.en)}
        />
        {role && (
          <RadioField
            label={w.state}
            value={value.retired ? 'retired' : 'in-use'}
            onChange={(chosen) => setValue({ ...value, retired: chosen === 'retired' })}
            choices={[
              { value: 'in-use', label: w.inUse },
              { value: 'retired', label: w.retired },
            ]}
          />
        )}
      </Form>
    </Dialog>
  )
}
