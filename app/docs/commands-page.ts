// The reference of the command line, made from the program itself.

import type { Command } from 'commander'
import { commandLine } from '../cli.ts'
import { code, page, table } from './markdown.ts'

/** Every command that does something, with the words that lead to it. */
export function allCommands(program: Command = commandLine(), before = ''): { words: string; command: Command }[] {
  return program.commands.flatMap((command) => {
    const words = `${before}${command.name()}`
    const below = allCommands(command, `${words} `)
    return below.length === 0 || command.registeredArguments.length > 0 ? [{ words, command }, ...below] : below
  })
}

export function commandsPage(): string {
  const sections = allCommands().map(({ words, command }) => {
    const given = command.registeredArguments.map((each) => (each.required ? `<${each.name()}>` : `[${each.name()}]`))
    const usage = code(['npm run cli --', words, ...given].join(' '))
    const rows = [
      ...command.registeredArguments.map((each) => [code(each.name()), each.description]),
      ...command.options.map((option) => [code(option.flags), option.description]),
    ]
    return [
      `## ${words}`,
      `${usage}: ${command.description()}`,
      ...(rows.length > 0 ? [table(['', ''], rows)] : []),
    ].join('\n\n')
  })
  return page({ vi: 'Lệnh', en: 'Commands' }, 'app/cli.ts', [
    'Mỗi lệnh chạy được cả khi máy chủ đang chạy lẫn khi không. · Each works whether or not the server is running.',
    ...sections,
  ])
}
