// The fields of a right: role, area, dates, and the reason that stands on the record.

import { useAnswer } from '../../../platform/web/answer.ts'
import { CheckField } from '../../../platform/web/components/choice-field.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { SelectField, TextField } from '../../../platform/web/components/field.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { fieldProblem, type Problem } from '../../../platform/web/problem.ts'
import { defineWords, useWords } from '../../../platform/web/words.ts'
import { ListRoles } from '../contract/roles.ts'
import { AreaPick } from './area-pick.tsx'

const words = defineWords({
  role: { vi: 'Vai trò', en: 'Role' },
  chooseRole: { vi: 'Chọn vai trò', en: 'Choose a role' },
  everywhere: { vi: 'Trên mọi địa bàn', en: 'Everywhere' },
  everywhereWhat: { vi: 'Chỉ dành cho việc của toàn hệ thống.', en: 'For work that concerns the whole system only.' },
  area: { vi: 'Địa bàn', en: 'Area' },
  areaWhy: {
    vi: 'Quyền có hiệu lực ở đây và mọi đơn vị bên dưới.',
    en: 'The right holds here and in every unit below.',
  },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến trước ngày', en: 'Until before' },
  toWhy: { vi: 'Bỏ trống: cho đến khi thu hồi.', en: 'Left empty: until it is taken back.' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonWhy: {
    vi: 'Ví dụ số quyết định phân công; ghi vào nhật ký.',
    en: 'For example the number of a decision; it stands in the audit.',
  },
})

export type GrantTyped = {
  roleId: string
  everywhere: boolean
  areaId: string
  from: string
  to: string
  reason: string
}

export const emptyGrant = (today: string): GrantTyped => ({
  roleId: '',
  everywhere: false,
  areaId: '',
  from: today,
  to: '',
  reason: '',
})

export const grantInput = ({ roleId, everywhere, areaId, from, to, reason }: GrantTyped) => ({
  roleId,
  areaId: everywhere ? null : areaId,
  from,
  to: to || null,
  reason,
})

export function GrantFields({
  value,
  onChange,
  problem,
  prefix = '',
}: {
  value: GrantTyped
  onChange: (part: Partial<GrantTyped>) => void
  problem: Problem | undefined
  prefix?: string
}) {
  const w = useWords(words)
  const vi = useLanguage() === 'vi'
  const roles = useAnswer(ListRoles, {})
  const wrong = (path: string) => fieldProblem(problem, prefix + path) ?? fieldProblem(problem, path)
  return (
    <>
      <SelectField
        label={w.role}
        empty={w.chooseRole}
        value={value.roleId}
        onChange={(roleId) => onChange({ roleId })}
        choices={(roles.answer?.roles ?? []).map((role) => ({
          value: role.id,
          label: vi ? role.nameVi : role.nameEn,
        }))}
        reason={(() => {
          const role = roles.answer?.roles.find(({ id }) => id === value.roleId)
          return role ? (vi ? role.purposeVi : role.purposeEn) : undefined
        })()}
        problem={wrong('roleId')}
      />
      {roles.answer?.may.change && (
        <CheckField
          label={w.everywhere}
          note={w.everywhereWhat}
          value={value.everywhere}
          onChange={(everywhere) => onChange({ everywhere })}
        />
      )}
      {!value.everywhere && (
        <AreaPick
          label={w.area}
          reason={w.areaWhy}
          value={value.areaId}
          onChange={(areaId) => onChange({ areaId })}
          problem={wrong('areaId')}
        />
      )}
      <DateField label={w.from} value={value.from} onChange={(from) => onChange({ from })} problem={wrong('from')} />
      <DateField
        label={w.to}
        optional
        reason={w.toWhy}
        value={value.to}
        onChange={(to) => onChange({ to })}
        problem={wrong('to')}
      />
      <TextField
        label={w.reason}
        reason={w.reasonWhy}
        maxLength={300}
        value={value.reason}
        onChange={(reason) => onChange({ reason })}
        problem={wrong('reason')}
      />
    </>
  )
}
