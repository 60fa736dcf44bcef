import { expect, test } from 'vitest'
import { articleHtml, isShowable, picturesIn } from './markdown.ts'

const id = '0192f0a0-0000-7000-8000-000000000001'

test('nothing that a writer types can run or load from elsewhere', () => {
  const html = articleHtml(
    [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '[bấm](javascript:alert(1))',
      '![ngoài](https://example.org/x.png)',
      '![data](data:image/png;base64,AAAA)',
      '<p style="color:red" onclick="x()">chữ</p>',
    ].join('\n\n'),
  )
  // The only tags left are ours; whatever the writer typed as HTML is there to be read.
  expect(new Set(html.match(/<\w[^>]*>/g))).toEqual(new Set(['<p>', '<a rel="noopener nofollow">']))
  expect(html).toContain('&lt;script&gt;')
})

test('text, lists, tables, links and our own pictures come through; a main heading steps down', () => {
  const html = articleHtml(
    `# Đầu\n\n**đậm** và [luật](https://vanban.chinhphu.vn)\n\n- một\n- hai\n\n![Cảnh](/media/${id})\n\n|a|b|\n|-|-|\n|1|2|`,
  )
  expect(html).toContain('<h2>Đầu</h2>')
  expect(html).toContain('<strong>đậm</strong>')
  expect(html).toContain('<a href="https://vanban.chinhphu.vn" rel="noopener nofollow">luật</a>')
  expect(html).toContain(`<img src="/media/${id}" alt="Cảnh" loading="lazy" />`)
  expect(html).toContain('<td>2</td>')
})

test('the pictures of a text are found once each', () => {
  expect(picturesIn(`![a](/media/${id}) ![b](/media/${id}) ![c](https://x/media/${id})`)).toEqual([id])
})

test('a text that would keep readers waiting, or cannot be shown at all, is known before it is kept', () => {
  const slow = [
    '_a'.repeat(25_000),
    `${'*'.repeat(25_000)}a${'*'.repeat(25_000)}`,
    '>'.repeat(5_000),
    'a@b.'.repeat(12_500),
    '1. '.repeat(10_000),
    `a\n\n${'- > '.repeat(5_000)}`,
  ]
  const asked = performance.now()
  expect(slow.map(isShowable)).toEqual(slow.map(() => false))
  expect(performance.now() - asked).toBeLessThan(2_000)
  expect(['-'.repeat(80), '* * *', '> > lời trích', '  - một\n    - hai'].every(isShowable)).toBe(true)
  const long = `${'**Tổ 1** đến _từng ngõ_, [xem](https://binhyen.example/a). '.repeat(12)}\n\n`.repeat(60)
  expect(isShowable(long)).toBe(true)
  const worst = `${'_a'.repeat(1_000)}\n\n`.repeat(24)
  expect(isShowable(worst)).toBe(true)
  const began = performance.now()
  articleHtml(worst)
  expect(performance.now() - began).toBeLessThan(2_000)
})

test('a long table is made once, not for each reader', () => {
  const table = `|a|b|\n|-|-|\n${'|x|y|\n'.repeat(5_000)}`
  const timed = (): number => {
    const began = performance.now()
    articleHtml(table)
    return performance.now() - began
  }
  const first = timed()
  expect(timed()).toBeLessThan(first / 5)
})
