// What a person does with the phone application in a journey: begins with a PIN, pulls, signs with a finger, comes back in reach.

import type { Page } from '../../platform/testing/browser.ts'

export const pin = '482915'

export async function beginPhone(page: Page, name = 'Máy của tôi'): Promise<void> {
  await page.getByLabel('Mã PIN', { exact: true }).fill(pin)
  await page.getByLabel('Nhập lại mã PIN').fill(pin)
  await page.getByLabel('Tên máy').fill(name)
  await page.getByRole('button', { name: 'Bắt đầu dùng máy này' }).click()
  await page.getByRole('button', { name: 'Khóa máy bằng mã PIN' }).waitFor()
}
export const pulled = (page: Page) => page.locator('a.ham').first()

export async function pull(page: Page): Promise<void> {
  await page.locator('button.ham').first().click()
  await pulled(page).waitFor()
  // The application itself has to lie on the phone too before anybody goes out of reach.
  await page.getByText('Đang cất ứng dụng vào máy').waitFor({ state: 'hidden' })
}

/** A name, as a hand writes it: three strokes. */
export async function draw(page: Page): Promise<void> {
  const box = await page.locator('.pad canvas').boundingBox()
  if (!box) throw new Error('there is no pad')
  for (let stroke = 0; stroke < 3; stroke += 1) {
    const left = box.x + box.width * (0.2 + stroke * 0.2)
    await page.mouse.move(left, box.y + box.height * 0.5)
    await page.mouse.down()
    for (let at = 1; at <= 12; at += 1)
      await page.mouse.move(left + at * 5, box.y + box.height * (0.5 + 0.15 * Math.sin(at)))
    await page.mouse.up()
  }
}

export async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Mã PIN', { exact: true }).fill(pin)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Khóa máy bằng mã PIN' }).waitFor()
}

export async function backInReach(page: Page): Promise<void> {
  await page.context().setOffline(false)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
}

/** Opens the first household that has not signed. */
export async function openFirst(page: Page): Promise<void> {
  await pulled(page).click()
  await page.locator('a.row:not(.signed)').first().click()
  await page.locator('.pad canvas').waitFor()
}

export async function sign(page: Page): Promise<void> {
  await draw(page)
  await page.getByRole('button', { name: 'Lưu, sang hộ kế tiếp' }).click()
  await page.getByText('Mã kiểm tra').waitFor()
}

/** How many rows lie in each part of the phone's store. */
export const storeCounts = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(async () => {
    const open = indexedDB.open('binh-yen-field')
    const database = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result)
    })
    const counts: Record<string, number> = {}
    for (const name of database.objectStoreNames) {
      const asked = database.transaction(name).objectStore(name).count()
      counts[name] = await new Promise<number>((resolve) => {
        asked.onsuccess = () => resolve(asked.result)
      })
    }
    database.close()
    return counts
  })

/** How many bundles of others lie on the phone. */
export const carriedLeft = async (page: Page): Promise<number> => (await storeCounts(page)).carried ?? 0

/** Everything that the browser keeps of the phone application, as text: its database, and whatever lies anywhere else. */
export async function lyingOn(page: Page): Promise<{ store: string; elsewhere: string }> {
  const lying = await page.evaluate(async () => {
    const reader = new TextDecoder('utf-8', { fatal: false })
    const words: string[] = []
    const tell = (value: unknown): void => {
      if (value instanceof ArrayBuffer) words.push(reader.decode(value))
      else if (ArrayBuffer.isView(value)) words.push(reader.decode(value.buffer))
      else if (value && typeof value === 'object') for (const pair of Object.entries(value)) pair.forEach(tell)
      else words.push(String(value))
    }
    for (const { name: databaseName = '' } of await indexedDB.databases()) {
      const open = indexedDB.open(databaseName)
      const database = await new Promise<IDBDatabase>((resolve) => {
        open.onsuccess = () => resolve(open.result)
      })
      for (const name of database.objectStoreNames) {
        const asked = database.transaction(name).objectStore(name).getAll()
        await new Promise((resolve) => {
          asked.onsuccess = resolve
        })
        tell(asked.result)
      }
      database.close()
    }
    const others = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie]
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys())
        others.push(request.url, (await (await cache.match(request))?.text()) ?? '')
    }
    return { store: words.join(' '), elsewhere: others.join(' ') }
  })
  const cookies = await page.context().cookies()
  return { ...lying, elsewhere: `${lying.elsewhere} ${JSON.stringify(cookies)} ${page.url()}` }
}
