// "Of what", in words, wherever a share is shown: from the lists or as declared, of which paper and day; where the two differ
// both are said.

import './rosters.css'
import { defineWords } from '../../../platform/contract/words.ts'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { showDay, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import type { Papers } from '../contract/of-what.ts'
import { PaperName } from './paper-name.tsx'

const words = defineWords({
  counted: { vi: (day: string) => `theo danh sách, đến ${day}`, en: (day: string) => `from the lists, to ${day}` },
  declared: { vi: 'theo số khai:', en: 'as declared:' },
  declaredMany: {
    vi: (n: string, value: string, day: string) => `gồm ${n} số khai, cộng ${value}, mới nhất ${day}`,
    en: (n: string, value: string, day: string) =>
      `with ${n} declared figures, ${value} together, the latest of ${day}`,
  },
  declaredPart: { vi: (n: string) => `gồm số khai ${n}:`, en: (n: string) => `with a declared figure of ${n}:` },
  listsSay: { vi: (n: string) => `danh sách có ${n}`, en: (n: string) => `the lists have ${n}` },
  paperSays: { vi: (n: string) => `số khai là ${n}:`, en: (n: string) => `declared were ${n}:` },
  /** Of a sum, where a paper speaks of one part alone: both figures of that part. */
  paperOfPart: {
    vi: (listed: string, n: string) => `trong đó một nhóm ở một nơi: danh sách ${listed}, số khai ${n}:`,
    en: (listed: string, n: string) => `one group of one place within: listed ${listed}, declared ${n}:`,
  },
  papersOfParts: {
    vi: (count: string, listed: string, n: string) =>
      `trong đó ${count} chỗ có số khai: danh sách ${listed}, số khai ${n}`,
    en: (count: string, listed: string, n: string) =>
      `${count} parts have declared figures: listed ${listed}, declared ${n}`,
  },
  papersSay: {
    vi: (count: string, n: string) => `${count} số khai cho cùng nơi cộng ${n}`,
    en: (count: string, n: string) => `${count} declared figures of the same places come to ${n}`,
  },
  agrees: { vi: 'khớp số khai:', en: 'agrees with what was declared:' },
  agreesMany: { vi: (n: string) => `khớp ${n} số khai`, en: (n: string) => `agrees with ${n} declared figures` },
})

export type OfWhatProps = { of: number | null; countedOn: string | null; papers: Papers | null }

/** Nothing where nobody knows of how many: then no share is drawn either. */
export function OfWhat({ of, countedOn, papers }: OfWhatProps) {
  const w = useWords(words)
  const language = useLanguage()
  if (of === null) return null
  const n = (value: number) => showNumber(value, language)
  const counted = countedOn && w.counted(showDay(countedOn))
  if (!papers) return counted ? <small className="of-what">{counted}</small> : null
  const { value, count, used } = papers
  const one = papers.source !== null
  const day = showDay(papers.asOf)
  const differs = papers.counted !== null && papers.counted !== value
  const paper = (
    <>
      <PaperName source={papers.source ?? ''} documentId={papers.documentId} />, {day}
    </>
  )
  const named = (words: string) => (
    <>
      {words} {paper}
    </>
  )
  const rests = one
    ? named(of > value ? w.declaredPart(n(value)) : w.declared)
    : w.declaredMany(n(count), n(value), day)
  // What papers say of a part is not to be read as if it were of the whole.
  const listed = papers.counted !== null && papers.counted < of ? n(papers.counted) : undefined
  const onePaper = listed ? w.paperOfPart(listed, n(value)) : w.paperSays(n(value))
  const manyPapers = listed ? w.papersOfParts(n(count), listed, n(value)) : w.papersSay(n(count), n(value))
  const beside = one ? named(onePaper) : manyPapers
  const agrees = one ? named(w.agrees) : w.agreesMany(n(count))
  const other = used ? w.listsSay(n(papers.counted ?? 0)) : beside
  return (
    <small className="of-what">
      <span>{used ? rests : counted}</span>
      {differs ? (
        <span className="of-differs">
          <Icon name="info" />
          {other}
        </span>
      ) : (
        papers.counted !== null && <span>{agrees}</span>
      )}
    </small>
  )
}
