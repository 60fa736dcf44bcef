// A command that is typed wrong is refused in one sentence of each language.
import { expect, test, vi } from 'vitest'
import { commandLine } from './cli.ts'

test.each([
  [['bay'], 'Không có lệnh bay', 'There is no command bay'],
  [['access', 'invite'], 'Thiếu email', 'email is missing'],
  [['areas', 'boundaries', 'x'], 'Thiếu --on <date>', '--on <date> is missing'],
  [['areas', 'import', '--units'], 'Sau --units <file> còn thiếu giá trị', 'A value is missing after --units <file>'],
  [['audit', 'verify', '--la'], 'Không có lựa chọn --la', 'There is no option --la'],
  [['backup', 'a', 'b'], 'Thừa từ trong lệnh', 'There are too many words'],
  [['audit', 'export', 'x', '--from', '30/02/2024'], 'Không có ngày 30/02/2024', 'There is no day 30/02/2024'],
])('%j is refused', async (words, vi, en) => {
  await expect(commandLine().parseAsync(words, { from: 'user' })).rejects.toMatchObject({
    refusal: 'command-wrong',
    sentence: { vi: `${vi}: xem npm run cli -- --help.`, en: `${en}: see npm run cli -- --help.` },
  })
})

test.each([[[]], [['audit']]])('%j shows what commands there are, and says nothing more', async (words) => {
  const printed = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  try {
    await expect(commandLine().parseAsync(words, { from: 'user' })).rejects.toMatchObject({
      code: 'commander.help',
      exitCode: 1,
    })
    expect(printed.mock.calls.join('')).toMatch(/Usage: binhyen.*Commands:/s)
  } finally {
    printed.mockRestore()
  }
})
