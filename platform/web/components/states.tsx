// The five states that every screen draws on purpose: empty, loading, refused, offline, too many; and a defect of our own.

import './states.css'
import { type ReactNode, useEffect, useState } from 'react'
import type { Answer } from '../answer.ts'
import { showTime } from '../format.ts'
import type { Problem } from '../problem.ts'
import { defineWords, useWords } from '../words.ts'
import { Bar } from './bar.tsx'
import { Button, LinkButton } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'
import { PageHead } from './page.tsx'

const words = defineWords({
  loading: { vi: 'Đang tải', en: 'Loading' },
  loadingFor: { vi: (s: number) => `Đang tải, ${s} giây`, en: (s: number) => `Loading, ${s} seconds` },
  stop: { vi: 'Dừng', en: 'Stop' },
  again: { vi: 'Thử lại', en: 'Try again' },
  noNet: { vi: 'Không có mạng.', en: 'No connection.' },
  figuresOf: { vi: (at: string) => `Số liệu lúc ${at}`, en: (at: string) => `Figures of ${at}` },
  waiting: { vi: (n: number) => `${n} thay đổi chờ gửi`, en: (n: number) => `${n} changes wait to be sent` },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  goesOn: {
    vi: 'Đóng trang vẫn chạy; xong sẽ báo.',
    en: 'It goes on when this page is closed, and tells you when done.',
  },
  notFound: { vi: 'Không có trang này', en: 'There is no such page' },
  notFoundWhy: {
    vi: 'Đường dẫn có thể đã đổi, hoặc bản ghi nằm ngoài địa bàn của bạn.',
    en: 'The address may have changed, or the record lies outside your areas.',
  },
  noRight: { vi: 'Trang này không thuộc việc của bạn', en: 'This page is not part of your work' },
  noRightWhat: { vi: 'Bạn chưa có quyền mở trang này', en: 'You have no right to open this page' },
  noRightWhy: {
    vi: 'Nếu công việc cần đến, hãy nhờ người quản lý quyền ở địa bàn của bạn.',
    en: 'If your work needs it, ask whoever manages rights in your area.',
  },
  home: { vi: 'Về trang chủ', en: 'To the home page' },
  broken: { vi: 'Trang này gặp lỗi', en: 'This page failed' },
  brokenWhy: {
    vi: 'Lỗi ở phần mềm, không phải ở bạn. Nội dung đã lưu không mất. Tải lại trang; nếu vẫn vậy, báo người quản trị.',
    en: 'The software failed, not you. What was saved is safe. Reload; if it stays so, tell the administrator.',
  },
  missing: { vi: 'Trang này chưa tải được hết', en: 'A part of this page did not arrive' },
  missingWhy: {
    vi: 'Mạng bị ngắt, hoặc phần mềm vừa được nâng cấp. Nội dung đã lưu không mất. Tải lại trang.',
    en: 'The network broke off, or the software was just upgraded. What was saved is safe. Reload the page.',
  },
  reload: { vi: 'Tải lại', en: 'Reload' },
})

type MiddleProps = { icon: IconName; title: string; children?: ReactNode; actions?: ReactNode }

function Middle({ icon, title, children, actions }: MiddleProps) {
  return (
    <div className="mid">
      <Icon name={icon} />
      <b>{title}</b>
      {children && <p>{children}</p>}
      {actions && <div className="btns">{actions}</div>}
    </div>
  )
}

/** Nothing here, and what that means; say what comes next rather than "no data". */
export function Empty({ icon = 'tasks', title, children, actions }: Partial<MiddleProps> & { title: string }) {
  return (
    <Middle icon={icon} title={title} actions={actions}>
      {children}
    </Middle>
  )
}

/** Grey lines where the content will stand; after a second it counts, and it can be stopped. */
export function Loading({ lines = 4, onStop }: { lines?: number; onStop?: () => void }) {
  const w = useWords(words)
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((now) => now + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <div className="ld">
      <div className="sk" aria-hidden="true">
        {Array.from({ length: lines }, (_, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
          <div key={line}>
            <i className="c" />
            <i className={`w${(line % 3) + 1}`} />
            <i />
          </div>
        ))}
      </div>
      <p className="line" role="status">
        <Icon name="clock" />
        {seconds > 0 ? w.loadingFor(seconds) : w.loading}
        <span className="grow" />
        {onStop && (
          <Button small onClick={onStop}>
            {w.stop}
          </Button>
        )}
      </p>
    </div>
  )
}

/** The server said no, by name and with its reason; `actions` offers the way onward ("Xin quyền"). */
export function Refused({
  problem,
  onAgain,
  actions,
}: {
  problem: Problem
  onAgain?: () => void
  actions?: ReactNode
}) {
  const w = useWords(words)
  const locked = problem.status === 403 || problem.status === 404
  return (
    <Middle
      icon={locked ? 'lock' : problem.status === 0 ? 'wifi-off' : 'alert'}
      title={problem.title}
      actions={
        <>
          {actions}
          {onAgain && !locked && (
            <Button small icon="again" onClick={onAgain}>
              {w.again}
            </Button>
          )}
        </>
      }
    >
      {problem.detail}
    </Middle>
  )
}

/** What is shown is older than it seems, because there is no connection. */
export function Offline({ asOf, waiting }: { asOf?: Date; waiting?: number }) {
  const w = useWords(words)
  const facts = [asOf && w.figuresOf(showTime(asOf)), waiting ? w.waiting(waiting) : undefined].filter(Boolean)
  return (
    <div className="offb" role="status">
      <Icon name="wifi-off" />
      <span>
        <b>{w.noNet}</b> {facts.join(', ')}
      </span>
    </div>
  )
}

/** A very long list says how to make it short. */
export function TooMany({ children }: { children: ReactNode }) {
  return (
    <p className="line">
      <Icon name="filter" />
      {children}
    </p>
  )
}

export type LongWorkProps = {
  title: string
  icon?: IconName
  /** 0 to 1; undefined while it is not known. */
  share?: number
  /** "42%, còn 6 giây" */
  left?: string
  /** "539.282 dòng đã ghi" */
  done?: string
  onCancel?: () => void
  /** The finished result: a button that opens it. */
  result?: ReactNode
}

/** Import, export, report: how far it is, how to stop it, and the result when it is there. */
export function LongWork({ title, icon = 'download', share, left, done, onCancel, result }: LongWorkProps) {
  const w = useWords(words)
  return (
    <div className="work">
      <p className="line">
        <Icon name={icon} />
        <b className="semi">{title}</b>
        <span className="grow" />
        {left}
      </p>
      <Bar share={result ? 1 : share} label={title} busy={!result && share === undefined} />
      <p className="line">
        <span>{done ?? w.goesOn}</span>
        <span className="grow" />
        {result}
        {onCancel && !result && (
          <Button small onClick={onCancel}>
            {w.cancel}
          </Button>
        )}
      </p>
    </div>
  )
}

/** The usual way to show an answer: loading, refused, offline banner over the last figures, or the content. */
export function Shown<T>({
  from,
  lines,
  children,
}: {
  from: Answer<T>
  lines?: number
  children: (answer: T) => ReactNode
}) {
  if (from.answer !== undefined) {
    return (
      <>
        {from.problem?.status === 0 && <Offline asOf={from.asOf} />}
        {children(from.answer)}
      </>
    )
  }
  if (from.problem) return <Refused problem={from.problem} onAgain={from.again} />
  return <Loading lines={lines} />
}

export function NotFound() {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.notFound} />
      <div className="card">
        <Middle icon="search" title={w.notFound} actions={<LinkButton to="/">{w.home}</LinkButton>}>
          {w.notFoundWhy}
        </Middle>
      </div>
    </>
  )
}

/** The screen is there, and not for this reader: said once, instead of a lock on each part of it. */
export function NoRight() {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.noRight} />
      <div className="card">
        <Middle icon="lock" title={w.noRightWhat} actions={<LinkButton to="/">{w.home}</LinkButton>}>
          {w.noRightWhy}
        </Middle>
      </div>
    </>
  )
}

/** A part of the application that did not arrive, which every browser says in words of its own, is no fault of the page. */
export function Broken({ error }: { error?: unknown }) {
  const w = useWords(words)
  const missing = error instanceof Error && /import\w* (a )?module|preload CSS/i.test(error.message)
  return (
    <div className="card">
      <Middle
        icon={missing ? 'wifi-off' : 'alert'}
        title={missing ? w.missing : w.broken}
        actions={<Button onClick={() => window.location.reload()}>{w.reload}</Button>}
      >
        {missing ? w.missingWhy : w.brokenWhy}
      </Middle>
    </div>
  )
}
