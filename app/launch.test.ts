// The product as a process: refused starts, the two commands as they are typed, stopping in order, and being killed.
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { enterOverNetwork, type Machine, openMachine, type Started } from '../tests/support/machine.ts'

// Whole programs are started here, perhaps on a slow and busy machine.
vi.setConfig({ testTimeout: 300_000 })

describe('refused', () => {
  let machine: Machine
  beforeEach(async () => {
    machine = await openMachine()
  })
  afterEach(() => machine.close())

  test('a command that does not exist', async () => {
    const { code, complaint } = await machine.launch(['fly'])
    expect(code).toBe(1)
    expect(complaint).toMatch(/Không có lệnh "fly".*\n.*up, serve, cli, check, bench/)
  })

  test('a setting that is wrong, before anything is written', async () => {
    const { code, complaint } = await machine.launch(['serve'], { BINHYEN_PORT: 'tám mươi' })
    expect(code).toBe(1)
    expect(complaint).toContain('BINHYEN_PORT')
    expect(readdirSync(machine.data)).toEqual([])
  })

  test('a data folder that cannot be, in one sentence and at once', async () => {
    const { code, complaint } = await machine.launch(['serve'], { BINHYEN_DATA: '/proc/khong-co/du-lieu' })
    expect(code).toBe(1)
    expect(complaint).toMatch(/^Không ghi được vào thư mục dữ liệu .*\nThe data folder .* cannot be written .*\n$/)
  })

  test('a word that is misspelt, which would load a demonstration otherwise', async () => {
    expect((await machine.launch(['up', '--emtpy'])).complaint).toMatch(/^Không hiểu "--emtpy".*--empty.*\n.*\n$/)
    expect(readdirSync(machine.data)).toEqual([])
  })

  test('a DATABASE_URL where nobody answers', async () => {
    const { code, complaint } = await machine.launch(['serve'], {
      DATABASE_URL: 'postgresql://an:matkhau@127.0.0.1:1/x',
    })
    expect(code).toBe(1)
    expect(complaint.trim().split('\n')).toHaveLength(2)
    expect(complaint).not.toContain('matkhau')
  })

  test('a port that is taken: one sentence, and the database is stopped again', async () => {
    const stranger = net.createServer().listen(machine.port, '127.0.0.1')
    await once(stranger, 'listening')
    const { code, complaint } = await machine.launch(['serve'])
    stranger.close()
    expect(code).toBe(1)
    expect(complaint).toContain(`Cổng ${machine.port} đang có chương trình khác dùng`)
    expect(complaint.trim().split('\n')).toHaveLength(2)
    expect(machine.databaseRuns()).toBe(false)
  })
})

// On one data folder, as on a machine that is used for long: whatever happens to it, the next start finds it whole.
describe('npm run up', () => {
  let machine: Machine
  let up: Started
  const file = (name: string, ...lines: string[]): string => {
    const place = path.join(machine.data, name)
    writeFileSync(place, lines.join('\n'))
    return place
  }
  /** The sign-ins that were printed: address and password, and below them the role and its place. */
  const signIns = (said: string) =>
    [...said.matchAll(/^ {2}(\S+@demo\.example) {2}(\S+)\n +(.*) · (.*)$/gm)].map(
      ([, email = '', password = '', ...roles]) => ({
        email,
        password,
        roles: roles.join(' · '),
      }),
    )
  const secrets = () => readFileSync(path.join(machine.data, 'secrets.json'), 'utf8')
  const office = { nameVi: 'Ban Chỉ đạo của phép thử', nameEn: 'Committee of the test', address: '' }
  let printed: ReturnType<typeof signIns>
  let secret: string

  beforeAll(async () => {
    machine = await openMachine()
  })
  afterAll(() => machine.close())

  test('makes a database, and prints the address and a sign-in for each role', async () => {
    up = await machine.start('npm', ['run', 'up'])
    await expect.poll(up.said).toContain(`: ${up.url}  (Ctrl-C`)
    await expect.poll(() => signIns(up.said()).length).toBeGreaterThan(6)
    printed = signIns(up.said())
    secret = secrets()
    expect(up.said()).toContain('Made a new database')
    const roles = Object.fromEntries(printed.map((each) => [each.email.split('@')[0], each.roles]))
    expect(roles).toMatchObject({
      tinh: 'Lãnh đạo cấp tỉnh, Hưng Yên · Province lead',
      huyen: 'Lãnh đạo cấp huyện, Kim Động · District lead',
      xa: 'Công chức cấp xã, Lương Bằng · Commune officer',
      thon: 'Trưởng thôn, Ngọc Thanh · Hamlet head',
      coquan: 'Thủ trưởng cơ quan, trường học, Lương Bằng · Agency or school head',
      kiemtra: 'Kiểm tra, giám sát · Auditor',
      quantri: 'Quản trị hệ thống · Administrator',
    })
  })

  test('with a sign-in that was printed one comes in, and changes a record', async () => {
    const administrator = await enterOverNetwork(up.url, printed.find(({ email }) => email.startsWith('quantri'))!)
    await administrator('settings/organisation', { version: 0, value: office })
    expect(await administrator('settings/show')).toMatchObject({ organisation: { value: office, version: 1 } })
  })

  const header = 'code,name,type,level,parent_code,valid_from,valid_to'
  const importing = () => [
    ...['areas', 'import', '--units'],
    file(
      'u.csv',
      header,
      'TA,Thôn A,thôn,village,12280,2025-08-01,2025-10-01',
      'TB,Thôn B,thôn,village,12280,2025-10-01,',
    ),
    '--successions',
    file('s.csv', 'date,document,kind,from_code,to_code,share', '2025-10-01,NQ 5,rename,TA,TB,1'),
  ]
  const may = ['access', 'explain', '--person', 'huyen@demo.example', '--permission', 'tasks.assign', '--area', '12322']
  /** A command that ends well; answers what it said. */
  const runs = async (...words: string[]): Promise<string> => {
    const { code, said, complaint } = await machine.launch(['cli', ...words])
    expect([code, complaint], words.join(' ')).toEqual([0, ''])
    return said
  }
  const became = async () => {
    const answer = await fetch(`${up.url}/api/public/areas/lineage?code=TA&on=2025-08-15`)
    return answer.ok
      ? ((await answer.json()) as { became: { code: string }[] }).became.map(({ code }) => code)
      : answer.status
  }

  test('every kind of command works meanwhile', async () => {
    expect(await runs('database')).toContain('PostgreSQL 18')
    expect(await runs('areas', 'import', '--help')).toMatch(/--units <file>.*--successions <file>.*--dry-run/s)
    const dry = await runs(...importing(), '--dry-run')
    expect(dry).toMatch(/nothing was written.*units: 2 added, 0 changed.*successions: 1 added/s)
    expect(await became()).toBe(404)
    expect(await runs(...importing())).toMatch(/Imported.*units: 2 added, 0 changed.*successions: 1 added/s)
    expect(await became()).toEqual(['TB'])
    expect(await runs('audit', 'verify')).toContain('intact')
    expect(await runs(...may, '--on', '2024-11-15')).toContain('✓ vai trò Lãnh đạo cấp huyện, huyện Kim Động')
    expect(await machine.isHealthy()).toBe(true)
  })

  test('SIGTERM to npm stops server and database in order', async () => {
    up.child.kill('SIGTERM')
    expect(await up.gone).toEqual([0, null])
    expect(up.said()).toContain('Stopped, the data is safe.')
    expect(await machine.isHealthy()).toBe(false)
    expect(machine.databaseRuns()).toBe(false)
  })

  test('every kind of command works by itself, and leaves no database running', async () => {
    expect(await runs('database')).toContain('PostgreSQL 18')
    expect(machine.databaseRuns()).toBe(false)
    const again = /units: 0 added, 0 changed, 2 unchanged.*successions: 0 added, 0 changed, 1 unchanged/s
    expect(await runs(...importing(), '--dry-run')).toMatch(again)
    expect(await runs(...importing())).toMatch(again)
    expect(await runs('audit', 'verify')).toContain('intact')
    expect(await runs(...may, '--on', '2024-11-15')).toContain('✓ vai trò Lãnh đạo cấp huyện, huyện Kim Động')
    expect(machine.databaseRuns()).toBe(false)
  })

  test('a second start keeps the data, the secrets and the sign-ins', async () => {
    up = await machine.start('npm', ['run', 'up'])
    await expect.poll(() => signIns(up.said())).toEqual(printed)
    expect(up.said()).not.toContain('Made a new database')
    expect(secrets()).toBe(secret)
    const administrator = await enterOverNetwork(up.url, printed.find(({ email }) => email.startsWith('quantri'))!)
    expect(await administrator('settings/show')).toMatchObject({ organisation: { value: office, version: 1 } })
    expect(await became()).toEqual(['TB'])
  })

  test('a killed database is started again under the running server, and SIGINT stops both', async () => {
    const pid = Number(readFileSync(path.join(machine.data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 'SIGKILL')
    await pause(500)
    await expect.poll(() => machine.isHealthy(), { timeout: 30_000 }).toBe(true)
    up.child.kill('SIGINT')
    expect(await up.gone).toEqual([0, null])
    expect(machine.databaseRuns()).toBe(false)
  })

  test.each([
    ['a killed launcher', undefined],
    ['a killed npm', ['run', 'start']],
  ])('%s takes server and database along', async (_, npm?: string[]) => {
    const { child, gone } = await (npm ? machine.start('npm', npm) : machine.start())
    child.kill('SIGKILL')
    expect(await gone).toEqual([null, 'SIGKILL'])
    expect(await machine.allStopped()).toBe(true)
  })
})

test('npm run up -- --empty: no demonstration, and one link that makes the first administrator once', async () => {
  const machine = await openMachine()
  try {
    const { child, gone, said, url } = await machine.start('npm', ['run', 'up', '--', '--empty'])
    await expect.poll(said).toContain('Make the first administrator')
    expect(said()).not.toContain('@demo.example')
    const links = [...new Set(said().match(/http\S+\/app\/welcome#\S+/g))]
    expect(links).toHaveLength(1)
    const token = new URL(links[0]!).hash.slice(1)
    const person = { name: 'Đặng Thị Lành', email: 'lanh@tinh.example', password: 'trăng rằm soi bến đò 41' }
    const open = async (path: string, body: object) =>
      fetch(`${url}/api/auth/${path}`, {
        method: 'POST',
        headers: { origin: url, 'content-type': 'application/json' },
        body: JSON.stringify({ token, ...body }),
      })
    expect((await open('invitation', {})).status).toBe(200)
    expect((await open('invitation/accept', person)).status).toBe(200)
    expect((await open('invitation/accept', person)).status).toBe(410)
    const administrator = await enterOverNetwork(url, person)
    expect(await administrator('settings/show')).toMatchObject({ organisation: { version: 0 } })
    child.kill('SIGTERM')
    expect(await gone).toEqual([0, null])
    expect(machine.databaseRuns()).toBe(false)
  } finally {
    await machine.close()
  }
})
