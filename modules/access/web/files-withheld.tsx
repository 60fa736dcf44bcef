// Said once to whoever holds rights to files of persons, in a session that was opened with one factor: how they get there.

import './account.css'
import { useAnswer } from '../../../platform/web/answer.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { defineWords, useWords } from '../../../platform/web/words.ts'
import { Me } from '../contract/me.ts'
import type { MeAnswer } from './me-answer.ts'

const words = defineWords({
  title: { vi: 'Hồ sơ người cần xác thực hai lớp', en: 'Files of persons need two factors' },
  why: {
    vi: 'Bạn có quyền về hồ sơ người, nhưng phiên đăng nhập này mới qua một lớp xác thực nên chưa dùng được các quyền ấy. Những việc khác vẫn làm như thường.',
    en: 'You hold rights to files of persons, but this session was opened with one factor, so they wait. All other work goes on as usual.',
  },
  setUp: {
    vi: 'Hãy bật ứng dụng xác thực: bật xong là mở được hồ sơ. Hoặc thêm khóa truy cập, rồi đăng xuất và đăng nhập bằng khóa đó.',
    en: 'Switch on the authenticator app, and they are there at once. Or add a passkey, then sign out and sign in with it.',
  },
  addKey: {
    vi: 'Hãy thêm khóa truy cập, rồi đăng xuất và đăng nhập bằng khóa đó.',
    en: 'Add a passkey, then sign out and sign in with it.',
  },
  again: {
    vi: 'Hãy đăng xuất, rồi đăng nhập bằng mật khẩu kèm mã của ứng dụng xác thực, hoặc bằng khóa truy cập.',
    en: 'Sign out, then sign in by password and the code of your authenticator app, or with a passkey.',
  },
  withKey: {
    vi: 'Hãy đăng xuất, rồi đăng nhập bằng khóa truy cập.',
    en: 'Sign out, then sign in with your passkey.',
  },
  account: { vi: 'Mở Tài khoản của tôi', en: 'Open My account' },
})

/** Beside other cards, on the page of one's account, or in place of a page about files. */
export default function FilesWithheld({ on = 'home' }: { on?: 'home' | 'account' | 'files' }) {
  const w = useWords(words)
  const me = useAnswer(Me, {}).answer
  if (!me?.signIn.filesWithheld) return null
  return (
    <>
      {on === 'files' && <PageHead title={w.title} />}
      <Card title={on === 'files' ? undefined : w.title} icon="lock" padded>
        <p>{w.why}</p>
        <p className="acc-how">{w[howOf(me.signIn)]}</p>
        {on !== 'account' && (
          <p className="btns acc-btns">
            <LinkButton main to="/profile" icon="user">
              {w.account}
            </LinkButton>
          </p>
        )}
      </Card>
    </>
  )
}

/** Whoever has a factor already only comes in anew; the app needs a password. */
function howOf({ password, authenticator, passkeys }: MeAnswer['signIn']): 'setUp' | 'addKey' | 'again' | 'withKey' {
  if (authenticator) return 'again'
  if (passkeys.length > 0) return 'withKey'
  return password ? 'setUp' : 'addKey'
}
