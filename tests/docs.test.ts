// Documentation is held to the code: what is undocumented, stale or leads nowhere fails here.

import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allCommands } from '../app/docs/commands-page.ts'
import { declared } from '../app/docs/declared.ts'
import { routeMeanings } from '../app/docs/route-meanings.ts'
import { otherRoutes } from '../app/docs/routes-page.ts'
import { referencePages } from '../app/docs.ts'
import { buildSite } from '../app/server.ts'
import { screens } from '../app/web/screens.ts'
import { openLog } from '../platform/server/log.ts'
import { settingTable } from '../platform/setting-table.ts'
import { readSettings } from '../platform/settings.ts'
import { freshDatabase, type TestDatabase } from '../platform/testing/database.ts'

const root = path.resolve(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const modules = readdirSync(path.join(root, 'modules'))
const pages = globSync('{*.md,docs/**/*.md,modules/*/README.md,platform/**/README.md,bench/*.md,db/*.md}', {
  cwd: root,
})

let database: TestDatabase
let site: Awaited<ReturnType<typeof buildSite>>['site']
beforeAll(async () => {
  database = await freshDatabase()
  const product = {
    settings: readSettings({}),
    secret: 'x'.repeat(32),
    database: { ...database, embedded: undefined, migrated: [] },
  }
  site = (await buildSite(product, openLog('silent'))).site
})
afterAll(() => database.drop())

describe('the reference', () => {
  test('is what the code says', async () => {
    const wanted = await referencePages(site)
    const written = Object.fromEntries(Object.keys(wanted).map((name) => [name, read(`docs/reference/${name}`)]))
    expect(written, 'run npm run docs').toEqual(wanted)
  })

  test('every route has its meaning, and no meaning is left over', () => {
    expect(otherRoutes(site).filter((route) => !(route in routeMeanings))).toEqual([])
    expect(Object.keys(routeMeanings).filter((route) => !otherRoutes(site).includes(route))).toEqual([])
  })

  test('every setting, command and refusal is in it', async () => {
    const { refusals } = await declared()
    const missing = [
      ...settingTable.map((row) => ['docs/reference/settings.md', row.name]),
      ...settingTable.map((row) => ['docs/operations.md', row.name]),
      ...allCommands().map(({ words }) => ['docs/reference/commands.md', words]),
      ...refusals.map((refusal) => ['docs/reference/refusals.md', refusal.code]),
    ].filter(([file, word]) => !read(file!).includes(word!))
    expect(missing).toEqual([])
  })
})

describe('ARCHITECTURE.md', () => {
  const text = read('ARCHITECTURE.md')
  test('every folder and every module has its line in the tree', () => {
    const folders = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !/^(\.|node_modules$|dist$|var$)/.test(entry.name))
      .map((entry) => `\n${entry.name}/ `)
    const lines = [...folders, ...modules.map((module) => `\n  ${module} `)]
    expect(lines.filter((line) => !text.includes(line))).toEqual([])
  })

  test('every benchmark is told there and has its measured figures', () => {
    const benches = globSync('bench/*.ts', { cwd: root })
      .map((file) => path.basename(file, '.ts'))
      .filter((name) => !/^(run|figure)|\.test$/.test(name))
    const told = /`npm run bench -- NAME`: ([^.]+)\./.exec(text)?.[1]?.split(', ') ?? []
    expect(told.toSorted()).toEqual(benches.toSorted())
    expect(benches.filter((name) => !read('docs/measurements.md').includes(`| \`${name}\` |`))).toEqual([])
  })
})

describe('the README', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

  test.each(pages)('the npm commands in %s exist', (file) => {
    const told = [...read(file).matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1]!)
    expect(told.filter((name) => !(name in scripts))).toEqual([])
  })

  test('the commands of the command line that are told anywhere exist', () => {
    const known = allCommands().map(({ words }) => words)
    const wrong = pages.flatMap((file) =>
      [...read(file).matchAll(/npm run cli -- ([a-z][a-z -]*[a-z])/g)]
        .map((match) => match[1]!)
        .filter((told) => !known.some((words) => told === words || told.startsWith(`${words} `)))
        .map((told) => `${file}: ${told}`),
    )
    expect(wrong).toEqual([])
  })

  test('it tells the two commands, and the licence is whole', () => {
    expect(read('README.md')).toMatch(/npm run up[\s\S]*npm run check/)
    expect(read('LICENSE')).toMatch(/Apache License\s+Version 2\.0[\s\S]*END OF TERMS AND CONDITIONS/)
    expect(JSON.parse(read('package.json'))).toMatchObject({ license: 'Apache-2.0' })
  })
})

describe('guides', () => {
  test.each(['vi', 'en'])('every module that people see has its guide in %s, and the index leads to it', (language) => {
    const index = read(`docs/guide/${language}/README.md`)
    const missing = modules.filter(
      (module) =>
        !existsSync(path.join(root, `docs/guide/${language}/${module}.md`)) || !index.includes(`${module}.md`),
    )
    expect(missing).toEqual([])
  })

  test.each(['vi', 'en'])('what the guides in %s print in bold is called so on a screen', (language) => {
    const screens = globSync('{modules,platform,app,rules,programmes}/**/*.{ts,tsx}', { cwd: root })
      .filter((file) => !file.includes('.test.'))
      .map(read)
      .join('\n')
    const said = plain(screens)
    const names = readdirSync(path.join(root, 'docs/guide', language)).flatMap((file) =>
      [...read(`docs/guide/${language}/${file}`).matchAll(/\*\*([^*]+)\*\*(:?)/g)]
        // "**Two tabs**: ..." and "**A time that does not count.**" head what follows; they are no names.
        .filter(([, bold = '', colon]) => !colon && !/[.:?]$/.test(bold))
        .map(([, bold = '']) => `${file}: ${bold}`),
    )
    const unknown = names.filter(
      (name) => !partsOf(name.slice(name.indexOf(':') + 2)).every((part) => said.includes(part)),
    )
    expect(unknown).toEqual([])
    expect(names.length).toBeGreaterThan(200)
  })

  test('both languages tell of the same things', () => {
    const of = (language: string) => readdirSync(path.join(root, 'docs/guide', language)).toSorted()
    expect(of('vi')).toEqual(of('en'))
  })
})

describe('the glossary', () => {
  const table = read('GLOSSARY.md').split('## ')[1] ?? ''
  const rows = [...table.matchAll(/^\| (.+?) \| (.+?) \| .+ \|$/gm)].slice(1)
  const termsOf = (language: 'vi' | 'en') =>
    rows.flatMap(([, vi = '', en = '']) =>
      plain(language === 'vi' ? vi : en)
        .replaceAll(/\([^)]*\)/g, '')
        .split(',')
        .map((term) => term.trim()),
    )
  const screenWords = (language: 'vi' | 'en') =>
    plain(
      globSync('{modules,platform,app,rules}/**/*.{ts,tsx}', { cwd: root })
        .filter((file) => !file.includes('.test.'))
        .flatMap((file) => [
          ...read(file).matchAll(
            new RegExp(`\\b${language}:[^'"\`\\n]*\\n? *(?:'([^'\\n]*)'|\`([^\`\\n]*)\`|"([^"\\n]*)")`, 'g'),
          ),
        ])
        .flatMap((match) => match.slice(1))
        .join('\n'),
    )

  test.each(['vi', 'en'] as const)('every term of it is said on a screen in %s', (language) => {
    const said = screenWords(language)
    const terms = termsOf(language)
    expect(terms.length).toBeGreaterThan(80)
    expect(terms.filter((term) => !said.includes(term))).toEqual([])
  })

  test.each(['vi', 'en'] as const)('every entry of the menu in %s has its term there', (language) => {
    const terms = termsOf(language)
    const menu = screens.flatMap(({ nav }) => (nav ? [plain(nav.label[language])] : []))
    expect(menu.length).toBeGreaterThan(12)
    expect(menu.filter((label) => !terms.some((term) => label.includes(term)))).toEqual([])
  })
})

const plain = (text: string): string => text.replaceAll(/\\'|’/g, "'").replaceAll(/\s+/g, ' ').toLowerCase()
/** "Areas → Import" are two names, and what stands for a number ("Read … files", "All 17 communes") is any. */
const partsOf = (name: string): string[] =>
  plain(name)
    .split(/→|…|\b\d+\b/)
    .map((part) => part.trim())
    .filter((part) => part.length > 1)

test.each(pages)('every link in %s leads somewhere', (file) => {
  const text = read(file).replace(/```[\s\S]*?```/g, '')
  const lost = [...text.matchAll(/!?\[[^\]]*\]\(([^)\s]+)\)/g)]
    .map((match) => match[1]!)
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [target = '', anchor] = link.split('#')
      const place = target === '' ? file : path.join(path.dirname(file), target)
      if (!existsSync(path.join(root, place))) return true
      return anchor !== undefined && !headings(read(place)).includes(anchor)
    })
  expect(lost).toEqual([])
})

/** The anchors that a page offers, made from its headings as the usual viewers make them. */
function headings(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map((match) =>
    match[1]!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  )
}

test('every dependency has its reason in one line', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >
  const reasons = read('docs/decisions/dependencies.md')
  const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
  const told = [...reasons.matchAll(/`([^`]+)`/g)].map((match) => match[1]!)
  expect(names.filter((name) => !told.includes(name))).toEqual([])
  const rows = reasons.split('\n').filter((line) => line.startsWith('| `'))
  const listed = rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!))
  expect(listed.filter((name) => !names.includes(name))).toEqual([])
})

test('every decision is short, and the index leads to it', () => {
  const decisions = readdirSync(path.join(root, 'docs/decisions')).filter((name) => name !== 'README.md')
  const index = read('docs/decisions/README.md')
  expect(decisions.filter((name) => !index.includes(`(${name})`))).toEqual([])
  expect(
    decisions.filter((name) => name !== 'dependencies.md' && read(`docs/decisions/${name}`).split('\n').length > 60),
  ).toEqual([])
})
