import { Command } from 'commander'
import { sql } from 'kysely'
import { afterEach, expect, test, vi } from 'vitest'
import { readSettings } from '../../platform/settings.ts'
import { StartupRefusal } from '../../platform/startup-refusal.ts'
import { signInOffice } from '../../tests/support/sign-in-office.ts'
import { accessCommands } from './cli.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

async function machine() {
  const office = await signInOffice()
  const printed: string[] = []
  vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text))
  const run = async (...words: string[]): Promise<string> => {
    const program = new Command().exitOverride().configureOutput({ writeErr: () => {} })
    const settings = readSettings({ BINHYEN_TODAY: '2024-11-15' })
    accessCommands(program, (work) => work({ ...office.database, settings }))
    for (const command of program.commands.flatMap(({ commands }) => commands)) command.exitOverride()
    printed.length = 0
    await program.parseAsync(['node', 'cli', 'access', ...words])
    return printed.join('\n')
  }
  return { ...office, run }
}
const ask = (person: string, permission: string, area: string, ...more: string[]) =>
  ['explain', '--person', `${person}@demo.example`, '--permission', permission, '--area', area, ...more] as const

test('explain tells the verdict and every rule; a “no” is an answer, not a failure', async () => {
  const { run } = await machine()
  const yes = await run(...ask('huyen', 'tasks.assign', '12280'))
  expect(yes).toContain('được giao và sửa nhiệm vụ ở thị trấn Lương Bằng')
  expect(yes).toContain('✓ vai trò Lãnh đạo cấp huyện, huyện Kim Động / role District lead, Kim Động')
  const no = await run(...ask('xa', 'tasks.assign', '12280'))
  expect(no).toContain('✗ Vai trò không có quyền “Giao và sửa nhiệm vụ”.')
  expect(process.exitCode).toBeUndefined()
})

test('explain answers for another day, on which the code names another unit', async () => {
  const { run } = await machine()
  const later = JSON.parse(await run(...ask('xa', 'tasks.report', '12280', '--on', '2025-07-02', '--json')))
  expect([later.area.type, later.allowed]).toEqual(['xã', false])
})

test('explain and invite refuse by name what does not exist', async () => {
  const { run } = await machine()
  await expect(run(...ask('khong-co', 'tasks.assign', '12280'))).rejects.toThrow(StartupRefusal)
  await expect(run(...ask('xa', 'tasks.assign', '99999'))).rejects.toThrow(StartupRefusal)
  await expect(run(...ask('xa', 'tasks.fly', '12280'))).rejects.toThrow(/tasks\.fly/)
  await expect(run(...ask('xa', 'tasks.assign', '12280', '--on', '2024-02-30'))).rejects.toThrow(/2024-02-30/)
  await expect(run('invite', 'khong-co@demo.example')).rejects.toThrow(StartupRefusal)
})

test('invite prints one link that works, and stands in the audit', async () => {
  const { run, visitor, database } = await machine()
  const link = await run('invite', 'XA@demo.example')
  const token = new URL(link).hash.slice(1)
  expect((await visitor().post('/invitation', { token })).body.email).toBe('xa@demo.example')
  const audit = await sql`select operation, after ->> 'from' as "from" from audit_entry`.execute(database.db)
  expect(audit.rows).toEqual([{ operation: 'access.invite', from: 'command line' }])
})
