// What the frame shows around every screen: who is at work, what waits, where the palette looks.

import { useCallback, useMemo } from 'react'
import { Me } from '../../modules/access/contract.ts'
import { MyReminders, SeeReminders, WatchWaiting } from '../../modules/cases/contract.ts'
import { CountWaiting } from '../../modules/handover/contract.ts'
import { ShowWaiting } from '../../modules/home/contract.ts'
import { waitingKindWords, waitingWords } from '../../modules/home/web/waiting.ts'
import { ListProgrammes } from '../../modules/programme/contract.ts'
import { ListNotices, ListTasks, SeeNotices } from '../../modules/tasks/contract.ts'
import { unitTitle } from '../../platform/contract/unit-name.ts'
import { type Answer, useAnswer } from '../../platform/web/answer.ts'
import { useCommand } from '../../platform/web/command.ts'
import type { ShellFeed } from '../../platform/web/components/shell.tsx'
import { useLanguage } from '../../platform/web/language.ts'
import { useView, type ViewDefaults } from '../../platform/web/view.tsx'
import { defineWords, useWords } from '../../platform/web/words.ts'
import { emergencyItems, fileItems, fileNoticeWords, noticeItems, noticeWords, waitingItems } from './notices.ts'
import { paletteSources } from './palette-sources.ts'
import { signOut } from './sign-out.ts'

const words = defineWords({
  foot: { vi: 'Bình Yên 0.1', en: 'Bình Yên 0.1' },
  demo: { vi: 'Dữ liệu minh họa.', en: 'Demonstration data.' },
  demoWhy: {
    vi: 'Danh sách xã, chỉ tiêu và số văn bản lấy từ Kế hoạch 60/KH-UBND ngày 07/3/2024; tình trạng, nhiệm vụ và hạn là giả định.',
    en: 'Communes, targets and papers come from Plan 60/KH-UBND of 07/3/2024; statuses, tasks and deadlines are invented.',
  },
  late: { vi: (n: number) => `${n} việc trễ hạn`, en: (n: number) => `${n} late ${n === 1 ? 'task' : 'tasks'}` },
  comingIn: {
    vi: (n: number) => `${n} hồ sơ chuyển đến chờ trả lời`,
    en: (n: number) => `${n} ${n === 1 ? 'file waits' : 'files wait'} for an answer`,
  },
  notices: {
    vi: (n: number) => `${n} thông báo nơi ở chờ xác nhận`,
    en: (n: number) => `${n} ${n === 1 ? 'notice of stay waits' : 'notices of stay wait'} to be acknowledged`,
  },
  watched: {
    vi: (n: number) => `${n} việc giám sát đang chờ`,
    en: (n: number) => `${n} ${n === 1 ? 'thing' : 'things'} to look into`,
  },
  emergency: { vi: 'Mở hồ sơ khẩn cấp', en: 'A file opened in an emergency' },
  profile: { vi: 'Tài khoản của tôi', en: 'My account' },
  delegations: { vi: 'Ủy quyền của tôi', en: 'My delegations' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
})

/** The day and the programmes that every screen starts from. */
export function useViewDefaults(): Answer<ViewDefaults> {
  const language = useLanguage()
  const me = useAnswer(Me, {})
  const listed = useAnswer(ListProgrammes, {})
  const answer = me.answer &&
    listed.answer && {
      today: me.answer.today,
      programmes: listed.answer.programmes.map((programme) => ({
        slug: programme.slug,
        name: programme.name[language],
        day: programme.opensOn ?? undefined,
      })),
    }
  const again = () => {
    me.again()
    listed.again()
  }
  return { ...listed, answer, loading: !answer, problem: me.problem ?? listed.problem, again }
}

/** `known`: it has been answered what the reader holds. `filesWithheld`: more of it comes with a second factor. */
export function useShellFeed(): ShellFeed & { known: boolean; filesWithheld: boolean } {
  const w = useWords(words)
  const kinds = useWords(noticeWords)
  const fileWords = useWords(fileNoticeWords)
  const language = useLanguage()
  const { on, programme } = useView()
  const me = useAnswer(Me, {}).answer
  const listed = useAnswer(ListProgrammes, {}).answer
  const held = useMemo(() => new Set(me?.permissions.map((permission) => permission.name)), [me])
  const inView = listed?.programmes.find((each) => each.slug === programme)
  const title = language === 'vi' ? 'titleVi' : 'titleEn'
  const post = me?.posts.find((each) => each.from <= on && (each.to === null || each.to > on))
  const role = me?.roles[0]?.role[language === 'vi' ? 'nameVi' : 'nameEn']
  const seesTasks = programme !== '' && held.has('tasks.read')
  const notices = useAnswer(ListNotices, { programme, on }, { when: seesTasks }).answer
  const late = useAnswer(ListTasks, { programme, on, limit: 1 }, { when: seesTasks }).answer?.counts.late ?? 0
  const waiting = useAnswer(CountWaiting, {}, { when: held.has('cases.police'), everySeconds: 120 }).answer
  const [comingIn, stayNotices] = [waiting?.in ?? 0, waiting?.notices ?? 0]
  // An emergency is told at once, also while somebody only looks at another screen.
  const watch = useAnswer(WatchWaiting, {}, { when: held.has('cases.review'), everySeconds: 30 }).answer
  const watched = (watch?.waiting ?? 0) + (watch?.questions ?? 0)
  const ofFiles = useAnswer(MyReminders, {}, { when: held.has('cases.read'), everySeconds: 120 }).answer
  const inDrives = useAnswer(ShowWaiting, {}, { when: held.has('commitments.read'), everySeconds: 300 }).answer
  const [drivesWords, drivesKinds] = [useWords(waitingWords), useWords(waitingKindWords)]
  const seeing = useCommand(SeeNotices)
  const seeingFiles = useCommand(SeeReminders)
  const seen = () => {
    if (notices?.fresh) void seeing.send({})
    for (const communeId of ofFiles?.freshIn ?? []) void seeingFiles.send({ communeId })
  }
  const fresh = (notices?.fresh ?? 0) + (ofFiles?.fresh ?? 0)
  const holds = useCallback((permission: string) => held.has(permission), [held])
  const sources = useMemo(() => paletteSources(programme, on, holds), [programme, on, holds])
  return {
    known: me !== undefined,
    filesWithheld: me?.signIn.filesWithheld === true,
    notice: inView?.demo ? { lead: w.demo, text: w.demoWhy } : undefined,
    who: me ? { post: post?.[title] ?? me.person.name, duty: post ? me.person.name : role } : undefined,
    unit: inView ? unitTitle(inView.area, language) : '',
    whoItems: [
      { key: 'profile', label: w.profile, icon: 'user', to: '/profile' },
      { key: 'delegations', label: w.delegations, icon: 'swap', to: '/delegations' },
      { key: 'sign-out', label: w.signOut, icon: 'x', onPick: () => void signOut() },
    ],
    counts: {
      ...(late ? { tasks: { count: late, words: w.late(late) } } : {}),
      ...(watched ? { 'files/watch': { count: watched, words: w.watched(watched) } } : {}),
      ...(comingIn + stayNotices > 0
        ? {
            'hand-overs': {
              count: comingIn + stayNotices,
              words: [comingIn && w.comingIn(comingIn), stayNotices && w.notices(stayNotices)]
                .filter(Boolean)
                .join(', '),
            },
          }
        : {}),
    },
    alerts: fresh + (watch?.waiting ?? 0),
    onAlertsSeen: fresh > 0 ? seen : undefined,
    alertItems: [
      ...emergencyItems(watch, w.emergency),
      ...fileItems(ofFiles, fileWords),
      ...waitingItems(inDrives, drivesKinds, drivesWords),
      ...(notices ? noticeItems(notices, on, kinds) : []),
    ],
    foot: w.foot,
    holds,
    sources,
  }
}
