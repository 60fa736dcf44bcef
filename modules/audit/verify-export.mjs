#!/usr/bin/env node
// Checks the chain of an exported audit log: needs this one file and Node 20 or newer, nothing of the product.
//   node verify-export.mjs LOG.jsonl [--key PUBLIC_KEY]
// The product checks its own database with the same functions, so that "intact" has one meaning.
import { createHash, createPrivateKey, createPublicKey, verify } from 'node:crypto'
import { createReadStream, readFileSync, realpathSync, statSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export const genesis = '0'.repeat(64)
/** How far a re-ordered entry is looked for at once; farther moves are found at the end, among what is missing. */
const nearby = 64
/** How much of a wholly broken log is explained one by one. */
const most = 1000

/** JSON with sorted keys and no spaces: the same value always gives the same text. */
export function canonical(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}

/** SHA-256, hexadecimal, of the previous hash (32 bytes) and the canonical JSON of the entry with its position. */
export function entryHash(previous, entry) {
  return createHash('sha256').update(Buffer.from(previous, 'hex')).update(canonical(entry)).digest('hex')
}

/** The bytes that the signature of a head covers: the last entry of a day. */
export function headStatement({ day, position, hash, previousDay, signedAt }) {
  return Buffer.from(`binhyen-audit-head-1\n${canonical({ day, position, hash, previousDay, signedAt })}`)
}

/** The bytes that the signature at the end of an export covers. */
export function endStatement({ from, entries, hash, heads, exportedAt }) {
  return Buffer.from(`binhyen-audit-export-1\n${canonical({ from, entries, hash, heads, exportedAt })}`)
}

/** Whether `signature` (base64) over `statement` was made with the Ed25519 key behind `publicKey` (base64 of SPKI). */
export function signedBy(publicKey, statement, signature) {
  const key = attempt(() => createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' }))
  const fits = () => verify(null, statement, key, Buffer.from(signature, 'base64'))
  return key?.asymmetricKeyType === 'ed25519' && attempt(fits) === true
}

/** What comes of it, or undefined where it throws. */
function attempt(work) {
  try {
    return work()
  } catch {
    return undefined
  }
}

// A key that was typed may be longer than any name of a file, which the system refuses to look for.
const isFile = (place) => attempt(() => statSync(place))?.isDirectory() === false

/** The public key that was typed, or that the file named holds (base64 of SPKI, or PEM); else a sentence why it is none. */
export function readPublicKey(typed) {
  const inFile = isFile(typed)
  const text = inFile ? readFileSync(typed, 'utf8').trim() : typed
  const as = (type) =>
    text.startsWith('-----BEGIN ') ? text : { key: Buffer.from(text, 'base64'), format: 'der', type }
  const key = attempt(() => createPrivateKey(as('pkcs8'))) ?? attempt(() => createPublicKey(as('spki')))
  if (!key && inFile)
    return { vi: `Tệp ${typed} không chứa khóa công khai.`, en: `The file ${typed} holds no public key.` }
  if (!key)
    return {
      vi: `“${typed}” không phải khóa công khai, cũng không có tệp nào tên như vậy.`,
      en: `“${typed}” is no public key, and there is no file of that name.`,
    }
  const kind = `${key.asymmetricKeyType}, ${key.type}`
  // What was typed is not repeated here: it may be the secret one.
  if (kind !== 'ed25519, public')
    return {
      vi: `Khóa này khác loại (${kind}): cần khóa công khai Ed25519.`,
      en: `This key is of another kind (${kind}): a public Ed25519 key is needed.`,
    }
  return { key: key.export({ format: 'der', type: 'spki' }).toString('base64') }
}

/**
 * Takes sealed entries in the order of their positions, and tells at the end what is wrong with them.
 * An entry proves its content and its *home*, the position it was sealed at, by its own hash; and its predecessor by the
 * previous hash it carries. So a fault is laid at the entry that has it, and not at all those that follow.
 */
export function chainCheck({ from = 1, previousHash = genesis, heads = [] } = {}) {
  const findings = []
  const headAt = new Map(heads.map((head) => [head.position, head]))
  const furthestHead = heads.reduce((furthest, head) => Math.max(furthest, head.position), 0)
  /** Stretches of entries whose place now and home differ by the same number. */
  const runs = []
  const strays = []
  let checked = 0
  let steps = 0
  let before = { home: from - 1, hash: previousHash, position: from - 1, id: undefined }

  const fits = ({ entry, previous, hash }, home) => entryHash(previous, { ...entry, position: home }) === hash

  const homeOf = (sealed) => {
    const { position } = sealed.entry
    if (fits(sealed, position + steps)) return position + steps
    for (let far = 0; far <= nearby; far += 1)
      for (const home of [position + far, position - far]) if (home > 0 && fits(sealed, home)) return home
    return undefined
  }

  const join = ({ position, id }, home) => {
    const current = runs.at(-1)
    if (current && current.end === position - 1 && current.home + current.end - current.start === home - 1) {
      current.end = position
      current.lastId = id
      return
    }
    // Something inserted with a hash of its own stands where the following entries have their home: set it apart.
    const overlap = current ? home - current.home : -1
    if (overlap > 0 && overlap <= current.end - current.start) {
      runs.push({ ...current, start: current.start + overlap, home, firstId: current.lastId })
      Object.assign(current, { end: current.start + overlap - 1, lastId: undefined })
    }
    runs.push({ start: position, end: position, home, firstId: id, lastId: id })
    steps = home - position
  }

  const follow = ({ position, id, previous }, home) => {
    join({ position, id }, home)
    if (before.home === home - 1 && before.hash !== previous)
      findings.push({ kind: 'replaced', position: before.position, id: before.id, next: id })
  }

  const leave = ({ position, id, hash }, home) => {
    const head = headAt.get(home)
    if (head && head.hash !== hash) findings.push({ kind: 'not-the-signed', position, id, day: head.day })
    before = { home, hash, position, id }
  }

  const take = (sealed) => {
    checked += 1
    const home = homeOf(sealed)
    if (home === undefined) strays.push(sealed)
    else follow({ ...sealed.entry, previous: sealed.previous }, home)
    leave({ ...sealed.entry, hash: sealed.hash }, home)
  }

  /** Entries that fit where they stand, each after the one before it; a head is signed at most at the last one. */
  const takeSound = ({ first, last }) => {
    checked += last.position - first.position + 1
    follow(first, first.position)
    Object.assign(runs.at(-1), { end: last.position, lastId: last.id })
    leave(last, last.position)
  }

  const finish = () => {
    for (const sealed of strays.splice(0)) {
      const home = missingHomes(runs, from, furthestHead).find((missing) => fits(sealed, missing))
      if (home === undefined || runs.length > most) strays.push(sealed)
      else {
        const { position, id } = sealed.entry
        const place = runs.findIndex((run) => run.start > position)
        const run = { start: position, end: position, home, firstId: id, lastId: id }
        runs.splice(place < 0 ? runs.length : place, 0, run)
      }
    }
    findings.push(...explain({ runs, strays, from, furthestHead }))
    findings.sort((one, other) => one.position - other.position)
    return {
      checked,
      until: before.position,
      hash: before.hash,
      findings: findings.slice(0, most),
      more: Math.max(0, findings.length - most),
    }
  }
  return { take, takeSound, finish }
}

const lastHome = (run) => run.home + run.end - run.start

function missingHomes(runs, from, furthestHead) {
  const missing = []
  let next = from
  const inOrder = [...runs].sort((one, other) => one.home - other.home)
  for (const run of [...inOrder, { home: Math.max(furthestHead + 1, next), start: 0, end: -1 }]) {
    for (; next < run.home && missing.length < most; next += 1) missing.push(next)
    next = Math.max(next, lastHome(run) + 1)
  }
  return missing
}

/** Which runs stand in their right order, by weight: all others are re-ordered or inserted. */
function inRightOrder(runs) {
  const best = []
  runs.slice(-2 * most).forEach((run, index, all) => {
    best[index] = { run, weight: run.end - run.start + 1, earlier: undefined }
    for (let other = 0; other < index; other += 1) {
      const weight = best[other].weight + run.end - run.start + 1
      if (lastHome(all[other]) < run.home && weight > best[index].weight)
        best[index] = { run, weight, earlier: best[other] }
    }
  })
  const kept = []
  let link = best.reduce((heaviest, each) => (each.weight > (heaviest?.weight ?? 0) ? each : heaviest), undefined)
  for (; link; link = link.earlier) kept.unshift(link.run)
  // Of two exchanged neighbours each could be the one in its place; both are named.
  const shift = (run) => (run ? run.home - run.start : 0)
  return kept.filter((run, index) => {
    const around = shift(kept[index - 1])
    const alone = run.start === run.end && index + 1 < kept.length
    return !alone || around !== shift(kept[index + 1]) || shift(run) === around
  })
}

function explain({ runs, strays, from, furthestHead }) {
  const findings = []
  const kept = inRightOrder(runs)
  const covers = (home) => kept.some((run) => run.home <= home && home <= lastHome(run))
  const elsewhere = new Set()
  for (const run of runs.filter((each) => !kept.includes(each)))
    for (let position = run.start; position <= run.end && findings.length < most; position += 1) {
      const was = run.home + position - run.start
      const id = position === run.start ? run.firstId : position === run.end ? run.lastId : undefined
      if (covers(was)) findings.push({ kind: 'inserted', position, id })
      else {
        elsewhere.add(was)
        findings.push({ kind: 'moved', position, id, was })
      }
    }
  const end = Math.max(furthestHead, kept.length > 0 ? lastHome(kept.at(-1)) : from - 1) + 1
  let earlier = { home: from - 1, start: from - 1, end: from - 1, after: Number.NEGATIVE_INFINITY }
  for (const run of [...kept, { home: end, start: Number.MAX_SAFE_INTEGER, end: Number.MAX_SAFE_INTEGER }]) {
    const isBetween = (position) => position > (earlier.after ?? earlier.end) && position < run.start
    const between = strays.filter(({ entry }) => isBetween(entry.position))
    const gap = { first: lastHome(earlier) + 1, last: run.home - 1 }
    const renumbered = run.home < end && run.home - run.start !== earlier.home - earlier.start
    const reasons = explainGap(gap, between, elsewhere, { after: earlier.lastId, renumbered })
    findings.push(...reasons)
    // Nothing is missing and nothing is strange, and still the numbers were shifted.
    if (renumbered && reasons.length === 0 && !findings.some(({ position }) => isBetween(position)))
      findings.push({ kind: 'moved', position: run.start, id: run.firstId, was: run.home })
    earlier = run
  }
  return findings
}

/** Entries that fit nowhere were changed where a home is missing, and inserted where none is; other homes are removed. */
function explainGap({ first, last }, strays, elsewhere, about) {
  const findings = []
  const taken = new Set(strays.map(({ entry }) => entry.position).filter((home) => home >= first && home <= last))
  const movedAway = [...elsewhere].filter((home) => home >= first && home <= last).length
  let free = last - first + 1 - taken.size - movedAway
  for (const { entry } of strays) {
    const changed = taken.has(entry.position) || free-- > 0
    findings.push({ kind: changed ? 'changed' : 'inserted', position: entry.position, id: entry.id })
  }
  let changedElsewhere = strays.filter(({ entry }) => !taken.has(entry.position)).length
  let removedFrom
  const close = (until) => {
    if (removedFrom === undefined) return
    findings.push({ kind: 'removed', position: removedFrom, until, ...about })
    removedFrom = undefined
  }
  if (last - first > 100 * most) return [...findings, { kind: 'removed', position: first, until: last, ...about }]
  for (let home = first; home <= last; home += 1) {
    const gone = !taken.has(home) && !elsewhere.has(home) && changedElsewhere-- <= 0
    if (gone) removedFrom ??= home
    else close(home - 1)
  }
  close(last)
  return findings
}

/** What is wrong with the signed heads themselves, in the order of their days. */
export function headFaults(heads, trustedKeys, firstHasNone = true) {
  let previousDay = firstHasNone ? null : (heads[0]?.previousDay ?? null)
  return heads.flatMap((head) => {
    const about = { position: head.position, day: head.day }
    const faults = []
    if (!signedBy(head.publicKey, headStatement(head), head.signature)) faults.push({ kind: 'head-forged', ...about })
    else if (!trustedKeys.includes(head.publicKey)) faults.push({ kind: 'head-by-stranger', ...about })
    if (head.previousDay !== previousDay) faults.push({ kind: 'head-removed', ...about })
    previousDay = head.day
    return faults
  })
}

const entry = {
  vi: (f) => `Mục ${f.position}${f.id ? ` (${f.id})` : ''}`,
  en: (f) => `Entry ${f.position}${f.id ? ` (${f.id})` : ''}`,
}
const head = {
  vi: (f) => `Chữ ký ngày ${f.day} (mục ${f.position})`,
  en: (f) => `The head signed on ${f.day} (entry ${f.position})`,
}
const several = (f) => f.until > f.position
const sentences = {
  changed: (f) => [`${entry.vi(f)} đã bị sửa sau khi niêm phong.`, `${entry.en(f)} was changed after it was sealed.`],
  inserted: (f) => [`${entry.vi(f)} đã bị chèn vào sau.`, `${entry.en(f)} was inserted afterwards.`],
  moved: (f) => [
    `${entry.vi(f)} đã bị đổi thứ tự: khi niêm phong nó là mục ${f.was}.`,
    `${entry.en(f)} was re-ordered: it was sealed as entry ${f.was}.`,
  ],
  replaced: (f) => [
    `${entry.vi(f)} đã bị thay cùng với mã băm: mục sau (${f.next}) không nối tiếp nó.`,
    `${entry.en(f)} was replaced together with its hash: the next one (${f.next}) does not follow it.`,
  ],
  removed: (f) => [
    `${several(f) ? `Các mục từ ${f.position} đến ${f.until}` : `Mục ${f.position}`} đã bị xóa${f.after ? `, ngay sau ${f.after}` : ''}${f.renumbered ? '; các mục sau bị đánh số lại' : ''}.`,
    `${several(f) ? `Entries ${f.position} to ${f.until} were` : `Entry ${f.position} was`} removed${f.after ? `, right after ${f.after}` : ''}${f.renumbered ? '; those that follow were renumbered' : ''}.`,
  ],
  'not-the-signed': (f) => [
    `${entry.vi(f)} không phải mục đã ký ngày ${f.day}: chuỗi trước đó đã bị làm lại.`,
    `${entry.en(f)} is not the one signed on ${f.day}: the chain before it was made anew.`,
  ],
  'head-forged': (f) => [`${head.vi(f)} không đúng.`, `${head.en(f)} has a wrong signature.`],
  'head-by-stranger': (f) => [`${head.vi(f)} do khóa lạ tạo ra.`, `${head.en(f)} was signed with a strange key.`],
  'head-removed': (f) => [
    `${head.vi(f)} không nối tiếp ngày đã ký trước nó.`,
    `${head.en(f)} does not follow the day signed before it.`,
  ],
  'head-lost': (f) => [
    `${head.vi(f)} có trong thư mục dữ liệu nhưng không còn trong cơ sở dữ liệu.`,
    `${head.en(f)} is kept in the data folder and is gone from the database.`,
  ],
  'file-cut': () => [
    'Tệp bị cắt hoặc bị sửa: dòng kết có chữ ký không khớp với các dòng trên.',
    'The file was cut or changed: its signed closing line does not fit the lines above.',
  ],
  'file-unreadable': (f) => [`Dòng ${f.line} không đọc được.`, `Line ${f.line} cannot be read.`],
}

/** A finding as a sentence in both languages. */
export function sentenceOf(finding) {
  const [vi, en] = sentences[finding.kind](finding)
  return { vi, en }
}

/** Checks the lines of an export. `trustedKey` undefined trusts the key that the log itself names. */
export async function verifyExport(lines, trustedKey) {
  const findings = []
  const heads = []
  let number = 0
  let opening
  let end
  let check
  for await (const line of lines) {
    number += 1
    if (line.trim() === '') continue
    const record = recordOf(line)
    if (number === 1 && record?.kind === 'log') opening = record
    else if (record?.kind === 'head' && !check) heads.push(record)
    else if (record?.kind === 'entry' && !end) {
      check ??= chainCheck({ from: opening?.from, previousHash: opening?.previousHash, heads })
      check.take(record)
    } else if (record?.kind === 'end' && !end) end = record
    else findings.push({ kind: 'file-unreadable', position: 0, line: number })
  }
  check ??= chainCheck({ from: opening?.from, previousHash: opening?.previousHash, heads })
  const outcome = check.finish()
  const key = trustedKey ?? opening?.publicKey ?? ''
  const closes =
    end &&
    signedBy(key, endStatement(end), end.signature) &&
    end.from === opening?.from &&
    end.hash === outcome.hash &&
    end.entries === outcome.checked &&
    end.heads === heads.length
  if (!closes) findings.push({ kind: 'file-cut', position: outcome.until })
  findings.push(...outcome.findings, ...headFaults(heads, [key], opening?.from === 1))
  return { ...outcome, findings, publicKey: key }
}

function recordOf(line) {
  const record = attempt(() => JSON.parse(line))
  const sealed = typeof record?.entry?.position === 'number' && typeof record.previous === 'string'
  return record?.kind !== 'entry' || sealed ? record : undefined
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [file, option, typed, ...more] = process.argv.slice(2)
  const refuse = (...sentences) => {
    console.error(sentences.join('\n'))
    process.exit(2)
  }
  if (!file || more.length > 0 || (option && (option !== '--key' || !typed)))
    refuse('node verify-export.mjs LOG.jsonl [--key PUBLIC_KEY]')
  if (!isFile(file)) refuse(`Không có tệp ${file}.`, `There is no file ${file}.`)
  const { key, vi, en } = typed ? readPublicKey(typed) : {}
  if (vi) refuse(vi, en)
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })
  const outcome = await verifyExport(lines, key)
  for (const each of outcome.findings.map(sentenceOf)) console.log(`${each.vi}\n  ${each.en}`)
  const whole = outcome.findings.length === 0
  console.log(
    `${outcome.checked} mục · entries; khóa · key ${outcome.publicKey}${key ? '' : ' (của chính tệp · its own)'}`,
  )
  console.log(whole ? 'Nguyên vẹn · Intact' : `${outcome.findings.length + outcome.more} chỗ sai · faults`)
  process.exit(whole ? 0 : 1)
}
