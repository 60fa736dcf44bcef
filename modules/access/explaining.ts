// "Why may she?": the rules of the door, one by one, each with what it found. The verdict is the same that the door gives.

import type { Bilingual } from '../../platform/contract/words.ts'

export type GrantFacts = {
  id: string
  role: Bilingual
  /** Whether the role holds the permission in question. */
  holdsPermission: boolean
  /** Null: everywhere. `hidden`: an area that the reader may not see. */
  areaId: string | null
  area: Bilingual
  from: string
  to: string | null
  revokedOn: string | null
  roleId: string
}
export type DelegationFacts = {
  id: string
  lender: { name: string; disabledOn: string | null }
  /** Null: all own rights. */
  roleId: string | null
  role: Bilingual | null
  post: Bilingual | null
  from: string
  to: string
  revokedOn: string | null
  lenderGrants: readonly GrantFacts[]
}
export type Facts = {
  on: string
  permission: string
  permissionName: Bilingual
  area: Bilingual
  /** The areas that hold the area in question, itself included. */
  above: ReadonlySet<string>
  person: { name: string; disabledOn: string | null }
  grants: readonly GrantFacts[]
  delegations: readonly DelegationFacts[]
}
export type Checked = { rule: string; holds: boolean; reason: Bilingual }
export type Step = {
  about: 'person' | 'grant' | 'delegation' | 'lent-grant' | 'nothing'
  subject: Bilingual
  rules: Checked[]
  allows: boolean
}
export type Explanation = { allowed: boolean; verdict: Bilingual; steps: Step[] }

const day = (iso: string): string => iso.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1')

/** Looks at every rule that the door would look at, and says what it found. */
export function explain(facts: Facts): Explanation {
  const person = stepOfPerson(facts)
  const steps = [person]
  for (const grant of facts.grants) steps.push(stepOfGrant(grant, facts, 'grant', person.allows))
  for (const delegation of facts.delegations) steps.push(...stepsOfDelegation(delegation, facts, person.allows))
  if (facts.grants.length + facts.delegations.length === 0) steps.push(nothingHeld)
  const because = steps.find((step) => step.allows && step.about !== 'person' && step.about !== 'delegation')
  return { allowed: because !== undefined, verdict: verdictOf(facts, because), steps }
}

const nothingHeld: Step = {
  about: 'nothing',
  subject: { vi: 'Quyền và ủy quyền', en: 'Rights and lent rights' },
  rules: [
    {
      rule: 'held',
      holds: false,
      reason: { vi: 'Chưa từng được cấp hay được ủy quyền gì.', en: 'Nothing was ever given or lent.' },
    },
  ],
  allows: false,
}

function verdictOf({ person, permissionName, area, on }: Facts, because: Step | undefined): Bilingual {
  const what = { vi: permissionName.vi.toLocaleLowerCase('vi'), en: permissionName.en.toLocaleLowerCase('en') }
  return because
    ? {
        vi: `Ngày ${day(on)}, ${person.name} được ${what.vi} ở ${area.vi}: ${because.subject.vi}.`,
        en: `On ${day(on)}, ${person.name} may ${what.en} in ${area.en}: ${because.subject.en}.`,
      }
    : {
        vi: `Ngày ${day(on)}, ${person.name} không được ${what.vi} ở ${area.vi}: không quy tắc nào cho phép.`,
        en: `On ${day(on)}, ${person.name} may not ${what.en} in ${area.en}: no rule allows it.`,
      }
}

const stopped = (disabledOn: string | null, on: string): boolean => disabledOn !== null && disabledOn <= on

function stepOfPerson({ person, on }: Facts): Step {
  const holds = !stopped(person.disabledOn, on)
  const reason = holds
    ? { vi: 'Đang làm việc.', en: 'Works here.' }
    : { vi: `Đã ngừng từ ${day(person.disabledOn ?? '')}.`, en: `Stopped since ${day(person.disabledOn ?? '')}.` }
  return {
    about: 'person',
    subject: { vi: person.name, en: person.name },
    rules: [{ rule: 'enabled', holds, reason }],
    allows: holds,
  }
}

/** Looks at rules in order and stops at the first that fails, as a person would. */
function lookAt(rules: readonly (() => Checked)[]): { rules: Checked[]; allows: boolean } {
  const looked: Checked[] = []
  for (const rule of rules) {
    const found = rule()
    looked.push(found)
    if (!found.holds) return { rules: looked, allows: false }
  }
  return { rules: looked, allows: true }
}

function inTime(from: string, to: string | null, on: string): Checked {
  const end =
    to === null
      ? { vi: 'không thời hạn', en: 'without an end' }
      : { vi: `đến trước ${day(to)}`, en: `until before ${day(to)}` }
  const holds = from <= on && (to === null || to > on)
  const span = { vi: `Có hiệu lực từ ${day(from)} ${end.vi}`, en: `Holds from ${day(from)} ${end.en}` }
  return {
    rule: 'dates',
    holds,
    reason: holds
      ? { vi: `${span.vi}.`, en: `${span.en}.` }
      : { vi: `${span.vi}; ngày ${day(on)} nằm ngoài.`, en: `${span.en}; ${day(on)} lies outside.` },
  }
}

function notRevoked(revokedOn: string | null, on: string): Checked {
  if (revokedOn === null)
    return { rule: 'revoked', holds: true, reason: { vi: 'Chưa bị thu hồi.', en: 'Not taken back.' } }
  const holds = revokedOn > on
  return {
    rule: 'revoked',
    holds,
    reason: holds
      ? { vi: `Mãi ${day(revokedOn)} mới thu hồi.`, en: `Taken back only on ${day(revokedOn)}.` }
      : { vi: `Đã thu hồi ngày ${day(revokedOn)}.`, en: `Taken back on ${day(revokedOn)}.` },
  }
}

function holdsPermission(grant: GrantFacts, { permissionName }: Facts): Checked {
  return {
    rule: 'permission',
    holds: grant.holdsPermission,
    reason: grant.holdsPermission
      ? { vi: `Vai trò có quyền “${permissionName.vi}”.`, en: `The role holds “${permissionName.en}”.` }
      : { vi: `Vai trò không có quyền “${permissionName.vi}”.`, en: `The role does not hold “${permissionName.en}”.` },
  }
}

function coversArea(grant: GrantFacts, { above, area }: Facts): Checked {
  const holds = grant.areaId === null || above.has(grant.areaId)
  return {
    rule: 'area',
    holds,
    reason: holds
      ? grant.areaId === null
        ? { vi: 'Cấp cho mọi địa bàn.', en: 'Given everywhere.' }
        : { vi: `${grant.area.vi} bao trùm ${area.vi}.`, en: `${grant.area.en} covers ${area.en}.` }
      : { vi: `${grant.area.vi} không bao trùm ${area.vi}.`, en: `${grant.area.en} does not cover ${area.en}.` },
  }
}

const grantRules = (grant: GrantFacts, facts: Facts): (() => Checked)[] => [
  () => inTime(grant.from, grant.to, facts.on),
  () => notRevoked(grant.revokedOn, facts.on),
  () => holdsPermission(grant, facts),
  () => coversArea(grant, facts),
]

function stepOfGrant(grant: GrantFacts, facts: Facts, about: 'grant' | 'lent-grant', possible: boolean, of = ''): Step {
  const looked = lookAt(grantRules(grant, facts))
  const lender = of ? { vi: ` của ${of}`, en: ` of ${of}` } : { vi: '', en: '' }
  return {
    about,
    subject: {
      vi: `vai trò ${grant.role.vi}${lender.vi}, ${grant.area.vi}`,
      en: `role ${grant.role.en}${lender.en}, ${grant.area.en}`,
    },
    rules: looked.rules,
    allows: looked.allows && possible,
  }
}

function stepsOfDelegation(delegation: DelegationFacts, facts: Facts, possible: boolean): Step[] {
  const { lender } = delegation
  const looked = lookAt([
    () => inTime(delegation.from, delegation.to, facts.on),
    () => notRevoked(delegation.revokedOn, facts.on),
    () => lenderWorks(lender, facts.on),
  ])
  const acting = delegation.post
    ? { vi: `, quyền ${delegation.post.vi}`, en: `, acting ${delegation.post.en}` }
    : { vi: '', en: '' }
  const head: Step = {
    about: 'delegation',
    subject: { vi: `ủy quyền của ${lender.name}${acting.vi}`, en: `lent by ${lender.name}${acting.en}` },
    rules: looked.rules,
    allows: looked.allows && possible,
  }
  const lent = delegation.lenderGrants.map((grant) => {
    const meant = delegation.roleId === null || delegation.roleId === grant.roleId
    const step = stepOfGrant(grant, facts, 'lent-grant', head.allows && meant, lender.name)
    return meant ? step : { ...step, rules: [notLent(delegation, grant)], allows: false }
  })
  return [head, ...lent]
}

function lenderWorks(lender: { name: string; disabledOn: string | null }, on: string): Checked {
  const holds = !stopped(lender.disabledOn, on)
  return {
    rule: 'lender',
    holds,
    reason: holds
      ? { vi: `${lender.name} đang làm việc.`, en: `${lender.name} works here.` }
      : {
          vi: `${lender.name} đã ngừng từ ${day(lender.disabledOn ?? '')}.`,
          en: `${lender.name} stopped on ${day(lender.disabledOn ?? '')}.`,
        },
  }
}

const notLent = (delegation: DelegationFacts, grant: GrantFacts): Checked => ({
  rule: 'lent-role',
  holds: false,
  reason: {
    vi: `Chỉ cho mượn vai trò ${delegation.role?.vi ?? ''}, không phải ${grant.role.vi}.`,
    en: `Only the role ${delegation.role?.en ?? ''} is lent, not ${grant.role.en}.`,
  },
})
