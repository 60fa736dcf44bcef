// Roles and what each may do, as one matrix; an administrator changes a column at a time.

import './roles.css'
import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { AsOf, Num } from '../../../platform/web/components/marks.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import { ListRoles } from '../contract/roles.ts'
import { EditRoleDialog } from './edit-role.tsx'
import { PeopleTabs } from './people-tabs.tsx'
import { roleWords } from './role-words.ts'

export type RolesAnswer = OutputOf<typeof ListRoles>
export type Role = RolesAnswer['roles'][number]

export default function Roles() {
  const w = useWords(roleWords)
  const found = useAnswer(ListRoles, {})
  const [editing, setEditing] = useState<Role | 'new'>()
  return (
    <>
      <PageHead
        title={w.title}
        facts={<AsOf at={found.asOf} />}
        actions={
          found.answer?.may.change && (
            <Button main icon="plus" onClick={() => setEditing('new')}>
              {w.add}
            </Button>
          )
        }
      />
      <PeopleTabs />
      <Shown from={found} lines={10}>
        {(answer) => (
          <>
            <Card>
              <Matrix answer={answer} onEdit={setEditing} />
            </Card>
            {editing && (
              <EditRoleDialog
                role={editing === 'new' ? undefined : editing}
                permissions={answer.permissions}
                onClose={() => setEditing(undefined)}
              />
            )}
          </>
        )}
      </Shown>
    </>
  )
}

function Matrix({ answer, onEdit }: { answer: RolesAnswer; onEdit: (role: Role) => void }) {
  const w = useWords(roleWords)
  const vi = useLanguage() === 'vi'
  const groups = [...new Set(answer.permissions.map(({ name }) => name.split('.')[0] ?? ''))]
  return (
    <section className="matrix" aria-label={w.title} tabIndex={-1}>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.permission}</th>
            {answer.roles.map((role) => (
              <th key={role.id} scope="col">
                <span title={vi ? role.purposeVi : role.purposeEn}>{vi ? role.nameVi : role.nameEn}</span>
                <small>
                  <Num to={role.held > 0 ? `/people?role=${role.id}` : undefined}>{w.held(role.held)}</Num>
                </small>
                {answer.may.change && (
                  <Button small quiet icon="pen" onClick={() => onEdit(role)}>
                    {w.edit}
                    <span className="sr"> {vi ? role.nameVi : role.nameEn}</span>
                  </Button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group}>
            {answer.permissions
              .filter(({ name }) => name.startsWith(`${group}.`))
              .map((permission) => (
                <tr key={permission.name}>
                  <th scope="row">
                    {vi ? permission.vi : permission.en}
                    <small>{permission.name}</small>
                  </th>
                  {answer.roles.map((role) => (
                    <td key={role.id}>
                      {role.permissions.includes(permission.name) ? (
                        <Icon name="check" label={w.yes} />
                      ) : (
                        <span className="sr">{w.no}</span>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}
