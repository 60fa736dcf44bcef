// Whether a page speaks the language that its reader chose. In English no Vietnamese word may be left over, but in what was
// typed in by people: names, titles of documents and tasks, texts. What people typed is known from the database.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../db/schema.generated.ts'
import type { Page } from '../../platform/testing/browser.ts'

type Language = 'vi' | 'en'

/** A word in letters that only Vietnamese has; those with a capital are names of people and places, which keep theirs in English. */
const onlyVietnamese = /(?<!\p{L})\p{Ll}*[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/u

/** Columns of words that the product has in both languages; on an English page their Vietnamese is left over. */
const inBothLanguages = /(_vi|^type|^sentence)$/

export type Typed = {
  /** Of several words each, the longest first. */
  texts: readonly string[]
  /** What a result is counted in: “5/7 thôn”. */
  units: readonly string[]
}

/** What people typed in, as the database keeps it. */
export async function typedByPeople(db: Kysely<DB>): Promise<Typed> {
  const columns = await sql<{ table: string; column: string }>`
    select format('%I.%I', table_schema, table_name) as table, column_name as column from information_schema.columns
    join information_schema.tables using (table_schema, table_name)
    where table_schema in ('public', 'auth') and table_type = 'BASE TABLE' and (data_type in ('text', 'jsonb') or udt_name = '_text')`.execute(
    db,
  )
  const found = new Set<string>()
  for (const { table, column } of columns.rows) {
    if (inBothLanguages.test(column)) continue
    const values = await sql<{ value: unknown }>`
      select distinct to_jsonb(${sql.ref(column)}) as value from ${sql.raw(table)}`.execute(db)
    for (const { value } of values.rows) for (const text of textsIn(value)) found.add(text.normalize('NFC').trim())
  }
  const matters = [...found].filter((text) => /\s/.test(text) && onlyVietnamese.test(text))
  const units = await sql<{ unit: string }>`select distinct result_unit as unit from task`.execute(db)
  return {
    texts: matters.sort((one, other) => other.length - one.length),
    units: units.rows.map(({ unit }) => unit.normalize('NFC')).filter(Boolean),
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value, ...value.split(/\n+|\*\*/)]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => (/^vi$|Vi$/.test(key) ? [] : textsIn(inner)))
}

/** What the reader of the page is told, seen or read aloud, in a language that is not said to be another. */
const told = (page: Page, within: string): Promise<string[]> =>
  page.evaluate((root) => {
    const texts = new Set<string>()
    const isTold = (element: Element | null) =>
      element?.checkVisibility({ visibilityProperty: true }) &&
      !element.closest('script, style') &&
      element.closest('[lang]')?.getAttribute('lang') === document.documentElement.lang
    for (const top of document.querySelectorAll(root)) {
      const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT)
      while (walker.nextNode())
        if (isTold(walker.currentNode.parentElement)) texts.add(walker.currentNode.nodeValue ?? '')
      for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
        for (const element of top.querySelectorAll(`[${name}]`))
          if (isTold(element)) texts.add(element.getAttribute(name) ?? '')
    }
    return [...texts].map((text) => text.normalize('NFC').trim())
  }, within)

type Spoken = {
  language: Language
  typed: Typed
  /** The part of the page that is read. */
  within?: string
}

/** What is wrong with the language of the page as it stands. */
export async function wrongTongue(page: Page, { language, typed, within = 'body' }: Spoken): Promise<string[]> {
  const faults: string[] = []
  const lang = await page.getAttribute('html', 'lang')
  if (lang !== language) faults.push(`says that it is in ${lang}`)
  if (language === 'vi') return faults
  for (const text of await told(page, within)) {
    if (!onlyVietnamese.test(text)) continue
    if (typed.units.some((unit) => text === unit || new RegExp(`\\d ${unit}$`).test(text))) continue
    const rest = typed.texts.reduce((left, known) => left.replaceAll(known, ''), text)
    if (onlyVietnamese.test(rest)) faults.push(`“${text.slice(0, 160)}” is not English`)
  }
  return faults
}
