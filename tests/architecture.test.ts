// Holds the tree to its picture in ARCHITECTURE.md: arrows of imports, sizes, names, owners of tables, one place for settings.

import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { cruise, type ICruiseResult, type IRegularForbiddenRuleType } from 'dependency-cruiser'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { beforeAll, describe, expect, test } from 'vitest'
import { arrows, reading, resolving } from './support/import-arrows.ts'

const root = path.resolve(import.meta.dirname, '..')
const folders = ['app', 'bench', 'modules', 'platform', 'programmes', 'rules', 'tests'].filter((folder) =>
  existsSync(path.join(root, folder)),
)
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const files = (pattern: string): string[] =>
  globSync(pattern, { cwd: root }).filter((file) => !/^(node_modules|dist|var)\/|\.generated\./.test(file))
const modules = readdirSync(path.join(root, 'modules'))
const code = files(`{${folders.join(',')}}/**/*.{ts,tsx,mjs}`)
const styles = files('{app,modules,platform}/**/*.css')
const migrations = files('db/migrations/*.sql')
const isTest = (file: string) => file.endsWith('.test.ts') || file.endsWith('.test.tsx')

describe('imports', () => {
  let result: ICruiseResult
  beforeAll(async () => {
    const tsConfig = extractTsConfig(path.join(root, 'tsconfig.json'))
    const outcome = await cruise(
      folders,
      { ...reading, ruleSet: { forbidden: arrows }, validate: true, baseDir: root },
      resolving,
      { tsConfig },
    )
    if (typeof outcome.output === 'string') throw new Error(outcome.output)
    result = outcome.output
  })

  test('every file is looked at', () => {
    const seen = new Set(result.modules.map((module) => module.source))
    expect(code.filter((file) => !seen.has(file))).toEqual([])
  })

  test.each(arrows.map((rule) => rule.name ?? ''))('%s', (name) => {
    const wrong = result.summary.violations
      .filter((violation) => violation.rule.name === name)
      .map((violation) => `${violation.from} → ${violation.to}`)
    expect(wrong).toEqual([])
  })

  test('the wall between the two worlds is there before the second world is built', () => {
    const rule = arrows.find(
      (each) => each.name === 'participation never reaches into person files',
    )! as IRegularForbiddenRuleType
    expect('modules/commitments/server/slice.ts').toMatch(new RegExp(rule.from.path as string))
    expect('modules/cases/server/public.ts').toMatch(new RegExp(rule.to.path as string))
  })
})

describe('files', () => {
  const linesOf = (file: string) => read(file).split('\n').length - 1
  const sized = [...code, ...styles, ...migrations].map((file) => ({ file, lines: linesOf(file) }))

  test('none is longer than 400 lines', () => {
    expect(sized.filter(({ lines }) => lines > 400)).toEqual([])
  })

  test('few are longer than 300 lines, which is a smell', () => {
    const smelly = sized.filter(({ lines }) => lines > 300)
    if (smelly.length > 0) console.info('Over 300 lines:', smelly)
    expect(smelly.length).toBeLessThanOrEqual(Math.ceil(sized.length / 50))
  })

  test('none has a name that says nothing', () => {
    const vague = /(^|\/)(utils?|helpers?|misc|commons?|shared)(\/|\.)|(^|\/)(types|constants)\.tsx?$/
    expect(code.filter((file) => vague.test(file))).toEqual([])
  })

  test('each opens by saying what it decides', () => {
    const silent = [...code.filter((file) => !isTest(file)), ...migrations].filter(
      (file) => !/^(#!.*\n)?(\/\/|\/\*|--)/.test(read(file)),
    )
    expect(silent).toEqual([])
  })

  test('no test is skipped, alone or empty', () => {
    const hollow = /\b(test|it|describe)\.(skip|only|todo|fails)\b|expect\(true\)|toBe[T]ruthy\(\)/
    expect(code.filter((file) => isTest(file) && hollow.test(read(file)))).toEqual([])
  })

  test('nothing is left for later', () => {
    const later = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'HA' + 'CK', '@ts-' + 'ignore', ': an' + 'y\\b'].join('|'))
    expect([...code, ...styles, ...migrations].filter((file) => later.test(read(file)))).toEqual([])
  })

  test('the environment is read in one place', () => {
    const ours = code.filter(
      (file) =>
        /^(app|modules|platform|programmes|rules)\//.test(file) &&
        !isTest(file) &&
        !/^(platform\/testing|app\/(check|launch|docs))/.test(file),
    )
    // A program that is started in a process of its own inherits what this one has.
    const allowed = /readSettings\(process\.env\)|process\.env\.PATH|\.\.\.process\.env/g
    expect(ours.filter((file) => read(file).replaceAll(allowed, '').includes('process.env'))).toEqual([])
  })
})

test('no style sheet gives a height of line to a size that has one, for the browser would drop the whole typeface', () => {
  expect(styles.filter((file) => /var\(--t-\d+\)\s*\//.test(read(file)))).toEqual([])
})

test('a unit is called by one rule: nothing else puts its kind before its name', () => {
  const byHand = /\btype\}? (\$\{[\w.]*name\}|\|\| ' ' \|\|)/i
  const ours = code.filter((file) => /^(app|modules|platform)\//.test(file) && !isTest(file))
  expect(ours.filter((file) => byHand.test(read(file)))).toEqual(['platform/contract/unit-name.ts'])
})

describe('modules', () => {
  test.each(modules)('%s has a README and a contract', (module) => {
    const has = (name: string) => existsSync(path.join(root, 'modules', module, name))
    expect([has('README.md'), has('contract.ts') || has('contract/index.ts')]).toEqual([true, true])
  })

  test.each(modules)('the README of %s is short and names its tables', (module) => {
    const text = read(`modules/${module}/README.md`)
    expect(text.split('\n').length).toBeLessThanOrEqual(60)
    expect(tables.filter(({ owner, table }) => owner === module && !text.includes(table))).toEqual([])
  })
})

/** Each table with the module that its migration names as the owner; one that a later migration drops is a table no more. */
const tables = migrations.flatMap((file, at) => {
  const owner = /^-- Owner: (\w+)/.exec(read(file))?.[1] ?? 'nobody'
  const later = migrations
    .slice(at + 1)
    .map(read)
    .join('\n')
  return [...read(file).matchAll(/create table (?:if not exists )?(\w+)/gi)].flatMap(([, table = '']) =>
    new RegExp(`drop table ${table}\\b`, 'i').test(later) ? [] : [{ owner, table }],
  )
})

describe('tables', () => {
  test('each migration names its owner, which is a module or the platform', () => {
    const owners = new Set([...modules, 'platform'])
    expect(tables.filter(({ owner }) => !owners.has(owner))).toEqual([])
  })

  test('each table is written only by its owner', () => {
    const ownerOf = new Map(tables.map(({ owner, table }) => [table, owner]))
    const sqlWrite = /\b(?:insert into|update|delete from|truncate(?: table)?|copy)\s+"?([a-z_]+)"?/gi
    const builderWrite = /\b(?:insertInto|updateTable|deleteFrom)\('([a-z_]+)/g
    const wrong = code
      .filter(
        (file) => /^(app|modules|platform)\//.test(file) && !isTest(file) && !file.startsWith('platform/testing/'),
      )
      .flatMap((file) => {
        const [folder, name] = file.split('/')
        const writer = folder === 'modules' ? name : 'platform'
        return [...read(file).matchAll(sqlWrite), ...read(file).matchAll(builderWrite)]
          .map((match) => match[1]!)
          .filter((table) => ownerOf.has(table) && ownerOf.get(table) !== writer)
          .map((table) => `${file} writes ${table} of ${ownerOf.get(table)}`)
      })
    expect(wrong).toEqual([])
  })
})
