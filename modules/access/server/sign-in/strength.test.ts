import fc from 'fast-check'
import { expect, test } from 'vitest'
import { passwordRefusal } from './strength.ts'

const about = ['Phạm Thu Hòa', 'phamthuhoa@xa.example']
const reason = (password: string) => passwordRefusal(password, about)?.kind.code

test.each([
  ['ngắn quá', 'access.password_short'],
  ['x'.repeat(129), 'access.password_long'],
  ['anhyeuem123456', 'access.password_common'],
  ['Anh yêu em nhiều', 'access.password_common'],
  ['mật khẩu mới', 'access.password_common'],
  ['Password123456!', 'access.password_common'],
  ['vietnamvodich', 'access.password_common'],
  ['aaaaaaaaaaaaaaaa', 'access.password_pattern'],
  ['PhamThuHoa1985', 'access.password_personal'],
  ['phạm thu hòa 12', 'access.password_personal'],
])('“%s” is refused: %s', (password, code) => {
  expect(reason(password)).toBe(code)
})

test.each(['trăng rằm soi bến đò 41', 'gom-tau-dua-bong-que-214', 'Hòa bình trong vườn quýt chín', 'k9#Lm2$vQx8!'])(
  '“%s” may be used',
  (password) => {
    expect(reason(password)).toBeUndefined()
  },
)

test('letters typed as marks apart are counted as people count them', () => {
  const twelve = 'ớộữẩậểợởẫỡềệ'
  expect(passwordRefusal(twelve.normalize('NFD'), about)?.kind.code).not.toBe('access.password_short')
  expect(passwordRefusal(twelve.slice(0, 11).normalize('NFD'), about)?.kind.code).toBe('access.password_short')
})

test('whatever is typed, it is judged in reasonable time and never breaks', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), (password) => {
      const began = performance.now()
      passwordRefusal(password, about)
      return performance.now() - began < 2_000
    }),
    { numRuns: 60 },
  )
})
