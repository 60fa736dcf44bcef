// Twenty households sign in a row, with a finger: how many touches one takes besides its ink, and how much of its fifteen seconds
// the phone takes for itself, from the touch that saves until the pad of the next one stands clean.

import type { Page } from '../../platform/testing/browser.ts'

const households = 20
const strokes = 3
const points = 12

export async function signInARow(page: Page): Promise<{ touches: number; milliseconds: number[] }> {
  await page.locator('.rows a.row:not(.signed)').first().tap()
  await page.locator('.pad canvas').waitFor()
  await page.evaluate(() => {
    window.addEventListener(
      'pointerdown',
      ({ target }) => target instanceof HTMLCanvasElement || performance.mark('touched'),
      { capture: true },
    )
    window.addEventListener('click', () => performance.mark('saved'), { capture: true })
  })
  const milliseconds: number[] = []
  for (let at = 0; at < households; at += 1) {
    await write(page)
    const next = page.evaluate(untilNext, await page.locator('h1').textContent())
    await page.locator('button.big').click()
    milliseconds.push(await next)
  }
  const touched = await page.evaluate(() => performance.getEntriesByName('touched').length)
  const kept = await page.evaluate(countKept)
  if (kept !== households) throw new Error(`${kept} of ${households} signatures are on the phone`)
  return { touches: touched / households, milliseconds }
}

/** A name as a finger writes it. */
async function write(page: Page): Promise<void> {
  const box = await page.locator('.pad canvas').boundingBox()
  if (!box) throw new Error('there is no pad')
  const session = await page.context().newCDPSession(page)
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    const left = box.x + box.width * (0.2 + stroke * 0.2)
    const touchPoints = (at: number) => [{ x: left + at * 5, y: box.y + box.height * (0.5 + 0.15 * Math.sin(at)) }]
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: touchPoints(0) })
    for (let at = 1; at <= points; at += 1)
      await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: touchPoints(at) })
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  await session.detach()
}

/** In the page: from the touch that saved until another household is painted. */
function untilNext(title: string | null): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const look = () => {
      if (performance.now() - began > 30_000) return reject(new Error(document.body.innerText))
      if (document.querySelector('h1')?.textContent === title) return requestAnimationFrame(look)
      const saved = performance.getEntriesByName('saved').at(-1)?.startTime ?? 0
      return requestAnimationFrame(() => resolve(performance.now() - saved))
    }
    look()
  })
}

/** In the page. */
function countKept(): Promise<number> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('binh-yen-field')
    open.onerror = () => reject(open.error)
    open.onsuccess = () => {
      const asked = open.result.transaction('outbox').objectStore('outbox').count()
      asked.onsuccess = () => {
        open.result.close()
        resolve(asked.result)
      }
    }
  })
}
