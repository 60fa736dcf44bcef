import { expect, test } from 'vitest'
import { articleHtml, picturesIn } from './markdown.ts'

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
