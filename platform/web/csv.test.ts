import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test('no cell runs as a formula, none breaks out of its place, and the letters are known as UTF-8', () => {
  const text = csvOf([
    ['Đơn vị', 'ghi chú'],
    ['=HYPERLINK("http://x")', '+1'],
    ['a\r=1+1', 'b\n@x'],
    ['-5', '\tx'],
  ])
  expect(text.startsWith('\uFEFFĐơn vị,ghi chú\r\n')).toBe(true)
  expect(text).toContain(`"'=HYPERLINK(""http://x"")",'+1\r\n`)
  expect(text).toContain('"a\r=1+1","b\n@x"\r\n')
  expect(text).toContain("'-5,'\tx\r\n")
})
