import { appendFileSync, writeFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, test } from 'vitest'
import { screens } from '../../app/web/screens.ts'
import { areaId } from '../../programmes/kim-dong-2024/ids.ts'
import { type DemoKey, openSite, type Site } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())
const oneOf =
  (table: string, column = 'id', more = '') =>
  async () =>
    (
      await sql<{
        id: string
      }>`select ${sql.ref(column)} as id from ${sql.table(table)} ${sql.raw(more)} order by ${sql.ref(column)} limit 1`.execute(
        site.parts.db,
      )
    ).rows[0]!.id
const parameters: Record<string, () => Promise<string> | string> = {
  $areaId: () => areaId('12280'),
  $taskId: oneOf('task'),
  $instructionId: oneOf('instruction'),
  $obstacleId: oneOf('obstacle'),
  $meetingId: oneOf('meeting_conclusion', 'meeting_id', 'where became is null'),
  $conclusionId: oneOf('meeting_conclusion', 'id', 'where became is null'),
  $documentId: oneOf('document'),
  $decisionId: oneOf('recognition_decision'),
  $articleId: oneOf('article'),
  $entryId: oneOf('audit_entry'),
  $personId: oneOf('person'),
  $postId: oneOf('post'),
  $lineId: oneOf('target', 'line_id'),
  $planId: oneOf('plan'),
  $driveId: oneOf('commitment_drive'),
  $promiseId: oneOf('commitment_promise'),
  $communeId: oneOf('commitment_promise', 'commune_id'),
}
const out = '/tmp/crawl.jsonl'
writeFileSync(out, '')
test('crawl', { timeout: 1_500_000 }, async () => {
  for (const who of ['huyen', 'quantri', 'xa'] as DemoKey[]) {
    const page = await site.enter(who, '/app/', { size: 'wide', reducedMotion: 'reduce' })
    page.on('dialog', (d) => void d.dismiss())
    for (const screen of screens) {
      if (screen.path.startsWith('_') || ['sign-in', 'welcome'].includes(screen.path)) continue
      const parts = await Promise.all(
        screen.path.split('/').map((p) => (p.startsWith('$') ? (parameters[p]?.() ?? 'x') : p)),
      )
      const address = `/app/${parts.join('/')}`
      const open = async () => {
        await page.goto(site.url + address, { waitUntil: 'networkidle' })
      }
      try {
        await open()
      } catch {
        continue
      }
      const count = await page.locator('main button:visible:not([disabled])').count()
      const seen = new Set<string>()
      for (let at = 0; at < Math.min(count, 60); at += 1) {
        const button = page.locator('main button:visible:not([disabled])').nth(at)
        if ((await button.count()) === 0) break
        const name = ((await button.getAttribute('aria-label')) ?? (await button.innerText().catch(() => '')))
          .trim()
          .slice(0, 60)
        const type = await button.getAttribute('type')
        if (seen.has(name) || type === 'submit' || /^(Lưu|Gửi|Ghi|Xóa tên|Thoát)/.test(name)) continue
        seen.add(name)
        try {
          await button.focus()
          await page.keyboard.press('Enter')
          await page.waitForTimeout(250)
          const dialog = page.locator('dialog[open]')
          if ((await dialog.count()) > 0) {
            const title = await dialog.locator('h2').first().innerText()
            appendFileSync(out, `${JSON.stringify({ who, path: screen.path, name, title })}\n`)
            await page.keyboard.press('Escape')
            await page.waitForTimeout(100)
            if ((await page.locator('dialog[open]').count()) > 0) await open()
          } else {
            const items = await page.getByRole('menuitem').count()
            if (items > 0) {
              for (let i = 0; i < items; i += 1) {
                const item = page.getByRole('menuitem').nth(i)
                const itemName = (await item.innerText().catch(() => '')).trim()
                if (/Đăng xuất|In\b|Tải|CSV/.test(itemName)) continue
                await item.focus().catch(() => undefined)
                await page.keyboard.press('Enter')
                await page.waitForTimeout(250)
                const opened = page.locator('dialog[open]')
                if ((await opened.count()) > 0)
                  appendFileSync(
                    out,
                    `${JSON.stringify({ who, path: screen.path, name: `${name} > ${itemName}`, title: await opened.locator('h2').first().innerText() })}\n`,
                  )
                await open()
                const again = page.locator('main button:visible:not([disabled])').nth(at)
                await again.focus()
                await page.keyboard.press('Enter')
                await page.waitForTimeout(200)
              }
              await open()
            } else if (!page.url().includes(address)) await open()
          }
        } catch {
          await open().catch(() => undefined)
        }
      }
    }
    await page.context().close()
  }
})
