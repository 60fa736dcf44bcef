// Tables and heads of the generated reference pages.

import type { Bilingual } from '../../platform/contract/words.ts'

export const code = (text: string): string => `\`${text}\``
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A page that says that it is generated, and from what. */
export function page(title: Bilingual, source: string, parts: readonly string[]): string {
  const note = `Sinh ra từ ${source} bằng \`npm run docs\`, đừng sửa tay. · Generated from ${source} by \`npm run docs\`; do not edit.`
  return `${[`# ${title.vi} · ${title.en}`, note, ...parts].join('\n\n')}\n`
}
