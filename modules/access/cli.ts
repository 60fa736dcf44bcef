// `npm run cli -- access …`: why somebody may or may not do a thing, and a one-time link for somebody who cannot come in.

import { type Command, InvalidArgumentError } from 'commander'
import { type Kysely, sql } from 'kysely'
import type { DB } from '../../db/schema.generated.ts'
import type { WithDatabase } from '../../platform/command-line.ts'
import { machineClock } from '../../platform/server/clock.ts'
import { everything } from '../../platform/server/rights.ts'
import { StartupRefusal } from '../../platform/startup-refusal.ts'
import { type KnownPermission, permissions } from '../../rules/roles.ts'
import { recordAudit } from '../audit/server/public.ts'
import type { Explanation } from './explaining.ts'
import { type Explained, explainFor } from './server/explanation.ts'
import { makeInvitation } from './server/sign-in/invitations.ts'
import { nobody } from './server/sign-in/notice.ts'

/** Adds `access explain` and `access invite` to the program. */
export function accessCommands(program: Command, withDatabase: WithDatabase): void {
  const access = program.command('access').description('người và quyền / people and rights')
  access
    .command('explain')
    .description('vì sao một người được hay không được làm một việc / why somebody may or may not do something')
    .requiredOption('--person <email>', 'địa chỉ của người đó / their address')
    .requiredOption(
      '--permission <name>',
      'quyền, ví dụ tasks.assign / the permission, such as tasks.assign',
      permission,
    )
    .requiredOption('--area <code>', 'mã địa bàn / the code of the area')
    .option('--on <date>', 'tại ngày, NĂM-THÁNG-NGÀY / on this day, YYYY-MM-DD', calendarDay)
    .option('--json', 'in kết quả dạng JSON / print the result as JSON')
    .action((asked: { person: string; permission: KnownPermission; area: string; on?: string; json?: true }) =>
      withDatabase(async ({ db, settings }) => {
        const on = asked.on ?? machineClock(settings.today).today()
        const question = { permission: asked.permission, on }
        const found = await explainFor(
          db,
          { ...question, personId: await personWith(db, asked.person), areaId: await areaWith(db, asked.area, on) },
          everything,
        )
        if (!found) throw new Error('person and area vanished while they were looked at')
        console.log(asked.json ? JSON.stringify({ ...question, ...found }) : written(found))
      }),
    )
  access
    .command('invite')
    .description('tạo liên kết đặt mật khẩu dùng một lần / make a one-time link to set a password')
    .argument('<email>', 'địa chỉ của người đó / their address')
    .action((email: string) =>
      withDatabase(async ({ db, settings }) => {
        const clock = machineClock(settings.today)
        const personId = await personWith(db, email)
        const link = await db.transaction().execute(async (inside) => {
          const made = await makeInvitation(inside, { personId, purpose: 'invite', madeBy: null, now: clock.now() })
          await recordAudit(inside, [
            {
              operation: 'access.invite',
              personId: nobody,
              actingForId: null,
              commandId: null,
              at: clock.now(),
              subject: `person:${personId}`,
              after: { expiresAt: made.expiresAt, from: 'command line' },
            },
          ])
          return made
        })
        console.log(`${settings.publicUrl}${link.path}`)
      }),
    )
}

function permission(text: string): KnownPermission {
  if (text in permissions) return text as KnownPermission
  const known = Object.keys(permissions).join(', ')
  throw new InvalidArgumentError(`Không có quyền ${text} / There is no permission ${text}: ${known}`)
}

function calendarDay(text: string): string {
  const day = new Date(`${text}T00:00:00Z`)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text))
    return text
  throw new InvalidArgumentError(`Không có ngày ${text} / There is no day ${text}`)
}

async function personWith(db: Kysely<DB>, email: string): Promise<string> {
  const found = await sql<{ id: string }>`select id from person where email = ${email.trim().toLowerCase()}`.execute(db)
  const person = found.rows[0]
  if (person) return person.id
  throw new StartupRefusal('no-such-person', {
    vi: `Không có người nào mang địa chỉ ${email}.`,
    en: `Nobody has the address ${email}.`,
  })
}

async function areaWith(db: Kysely<DB>, code: string, on: string): Promise<string> {
  const found = await sql<{ id: string }>`
    select id from area_unit where code = ${code} and valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)
    order by valid_from desc limit 1`.execute(db)
  const area = found.rows[0]
  if (area) return area.id
  const day = on.split('-').reverse().join('/')
  throw new StartupRefusal('no-such-area', {
    vi: `Ngày ${day} không có đơn vị nào mang mã ${code}.`,
    en: `On ${day} no unit has the code ${code}.`,
  })
}

/** The explanation as text: the verdict, then each thing that was looked at with its rules. */
function written({ verdict, steps }: Explained | Explanation): string {
  const lines = [verdict.vi, `  ${verdict.en}`]
  for (const step of steps) {
    lines.push(`${step.allows ? '✓' : '✗'} ${step.subject.vi} / ${step.subject.en}`)
    for (const rule of step.rules) lines.push(`    ${rule.holds ? '✓' : '✗'} ${rule.reason.vi} / ${rule.reason.en}`)
  }
  return lines.join('\n')
}
