// `npm run cli -- audit …`: check the chain, write it to a file.

import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Command, InvalidArgumentError } from 'commander'
import type { WithDatabase } from '../../platform/command-line.ts'
import { StartupRefusal } from '../../platform/startup-refusal.ts'
import { exportLog } from './server/export-log.ts'
import { sealAudit } from './server/seal.ts'
import { openSigner } from './server/signer.ts'
import { type Verification, verifyAudit } from './server/verify.ts'
import { readPublicKey, sentenceOf } from './verify-export.mjs'

/** Adds `audit verify` and `audit export` to the program. */
export function auditCommands(program: Command, withDatabase: WithDatabase): void {
  const audit = program.command('audit').description('nhật ký truy vết / the audit')
  audit
    .command('verify')
    .description(
      'kiểm tra chuỗi niêm phong, nêu tên mục bị sửa, xóa, đổi thứ tự / check the chain and name what is wrong',
    )
    .option('--json', 'in kết quả dạng JSON / print the result as JSON')
    .option(
      '--key <publicKey...>',
      'tin thêm khóa công khai này, hoặc khóa trong tệp này / also believe this public key, or the one in this file',
    )
    .action(({ json, key = [] }: { json?: true; key?: string[] }) =>
      withDatabase(async ({ db, settings }) => {
        const signer = openSigner(settings)
        const outcome = await verifyAudit(db, {
          trustedKeys: [signer.publicKey, ...key.map(publicKey)],
          keptHead: signer.keptHead(),
        })
        console.log(json ? JSON.stringify(outcome) : verdict(outcome))
        if (outcome.findings.length > 0) process.exitCode = 1
      }),
    )
  audit
    .command('export')
    .description(
      'ghi nhật ký đã niêm phong ra tệp, một dòng một mục / write the sealed log to a file, one entry a line',
    )
    .argument('<file>', 'tệp để ghi / the file to write')
    .option('--from <date>', 'từ ngày, NĂM-THÁNG-NGÀY / from this day, YYYY-MM-DD', calendarDay)
    .option('--to <date>', 'đến hết ngày / to the end of this day', calendarDay)
    .action((file: string, range: { from?: string; to?: string }) =>
      withDatabase(async ({ db, settings }) => {
        const signer = openSigner(settings)
        const now = new Date()
        await sealAudit(db, signer, now)
        let lines = 0
        const text = async function* () {
          for await (const line of exportLog(db, signer, now, range)) {
            lines += 1
            yield `${line}\n`
          }
        }
        await pipeline(Readable.from(text()), createWriteStream(file))
        console.log(`${file}: ${lines} dòng / lines\nkhóa / key ${signer.publicKey}`)
      }),
    )
}

function publicKey(typed: string): string {
  const read = readPublicKey(typed)
  if ('key' in read) return read.key
  throw new StartupRefusal('public-key-wrong', read)
}

function calendarDay(text: string): string {
  const day = new Date(`${text}T00:00:00Z`)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text))
    return text
  throw new InvalidArgumentError(`Không có ngày ${text} / There is no day ${text}`)
}

function verdict(outcome: Verification): string {
  const lines = outcome.findings.map((finding) => {
    const { vi, en } = sentenceOf(finding)
    return `${vi}\n  ${en}`
  })
  if (outcome.more > 0) lines.push(`… và ${outcome.more} chỗ khác / and ${outcome.more} more`)
  const faults = outcome.findings.length + outcome.more
  lines.push(
    `Đã kiểm tra ${outcome.checked} mục, niêm phong đến mục ${outcome.sealedUntil}, chưa niêm phong ${outcome.unsealed}: ${faults === 0 ? 'nguyên vẹn' : `${faults} chỗ sai`}.`,
    `  ${outcome.checked} ${outcome.checked === 1 ? 'entry' : 'entries'} checked, sealed to entry ${outcome.sealedUntil}, ${outcome.unsealed} not sealed yet: ${faults === 0 ? 'intact' : `${faults} ${faults === 1 ? 'fault' : 'faults'}`}.`,
  )
  return lines.join('\n')
}
