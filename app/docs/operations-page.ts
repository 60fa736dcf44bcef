// The reference of operations, refusals and permissions, made from the declarations themselves.

import type { Operation } from '../../platform/contract/operation.ts'
import type { RefusalKind } from '../../platform/contract/refusal.ts'
import { permissions, startingRoles } from '../../rules/roles.ts'
import { slices } from '../slices.ts'
import { code, page, table } from './markdown.ts'

const placeOf = ({ place }: Operation): string => {
  if (typeof place === 'object') return 'địa bàn trong dữ liệu gửi · area in the input'
  return {
    record: 'địa bàn của bản ghi · area of the record',
    scope: 'lọc theo địa bàn · cut to the reach',
    nowhere: 'toàn hệ thống · everywhere',
  }[place]
}

export function operationsPage(): string {
  const sections = slices.map((slice) => {
    const rows = slice.handlers.map(({ operation }) => [
      code(operation.name),
      code(`${operation.kind === 'query' ? 'GET' : 'POST'} ${operation.path}`),
      `${operation.title.vi} · *${operation.title.en}*${operation.sensitive ? ' (ghi nhật ký · audited)' : ''}`,
      code(operation.permission),
      placeOf(operation),
      (operation.refusals ?? []).map((refusal) => code(refusal.code)).join(' '),
    ])
    const heads = [
      'thao tác · operation',
      'đường dẫn · route',
      'việc · what',
      'quyền · permission',
      'nơi · where',
      'từ chối · refusals',
    ]
    return `## ${slice.module}\n\n${table(heads, rows)}`
  })
  const intro =
    'Mọi thao tác đi qua một cửa (`platform/server/door.ts`). Lệnh (POST) cần `Idempotency-Key` là UUID; gửi hai lần vẫn là một lần. Hình dạng dữ liệu: `/api/openapi.json`, đọc ở `/api/docs`.\n\nEvery operation passes one door. A command (POST) needs an `Idempotency-Key` holding a UUID; sent twice it is done once. Shapes: `/api/openapi.json`, to be read at `/api/docs`.'
  return page({ vi: 'Thao tác', en: 'Operations' }, 'modules/*/contract.ts', [intro, ...sections])
}

export function refusalsPage(refusals: readonly RefusalKind[]): string {
  const rows = refusals.map((refusal) => [code(refusal.code), String(refusal.status), refusal.vi, refusal.en])
  return page({ vi: 'Lời từ chối', en: 'Refusals' }, 'modules/*/contract.ts', [
    'Máy chủ trả lời theo RFC 9457, `type` là `/problems/<mã>`. · Answers follow RFC 9457; `type` is `/problems/<code>`.',
    table(['mã · code', 'HTTP', 'tiếng Việt', 'English'], rows),
  ])
}

export function permissionsPage(): string {
  const names = Object.entries(permissions).map(([name, title]) => [code(name), title.vi, title.en])
  const roles = startingRoles.map((role) => [
    code(role.id),
    `${role.name.vi} · *${role.name.en}*`,
    `${role.purpose.vi} · *${role.purpose.en}*`,
    role.permissions.map(code).join(' '),
  ])
  return page({ vi: 'Quyền và vai trò', en: 'Permissions and roles' }, 'rules/roles.ts', [
    '## Quyền · Permissions',
    table(['quyền · permission', 'tiếng Việt', 'English'], names),
    '## Vai trò ban đầu · Starting roles',
    'Vai trò là dữ liệu: người quản trị sửa được trên màn hình. · Roles are data: an administrator changes them on the screen.',
    table(['vai trò · role', 'tên · name', 'để làm gì · purpose', 'quyền · permissions'], roles),
  ])
}
