// What waits for me today: decisions, due work, questions to answer, meetings; and what waits in the signing of commitments.

import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card, More } from '../../../platform/web/components/card.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { Empty } from '../../../platform/web/components/states.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { showWeekday } from '../../../platform/web/format.ts'
import type { IconName } from '../../../platform/web/icons.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import type { HomeAnswer } from './standing-card.tsx'
import { waitingWords } from './waiting.ts'
import { useWaiting, WaitingList } from './waiting-card.tsx'
import { homeWords, mineActions, mineWords } from './words.ts'

type Mine = HomeAnswer['mine']['rows'][number]

const icons: Record<Mine['kind'], IconName> = {
  'decide-extension': 'stamp',
  'decide-result': 'stamp',
  'due-task': 'tasks',
  'answer-obstacle': 'talk',
  meeting: 'calendar',
  'visit-lot': 'users',
  'follow-lot': 'flag',
  'answer-question': 'help',
}
const places: Record<Mine['kind'], (id: string) => string> = {
  'decide-extension': (id) => `/tasks/${id}`,
  'decide-result': (id) => `/tasks/${id}`,
  'due-task': (id) => `/tasks/${id}`,
  'answer-obstacle': (id) => `/obstacles/${id}`,
  meeting: (id) => `/meetings/${id}`,
  'visit-lot': (id) => `/verification/visits/${id}`,
  'follow-lot': (id) => `/verification/lots/${id}`,
  'answer-question': (id) => `/verification/questions/${id}`,
}

/** Lines of work where something else waits beside it. */
const fewer = 3

export function MineCard({ home }: { home: HomeAnswer }) {
  const w = useWords(homeWords)
  const language = useLanguage()
  const { mine } = home
  const [waiting, waits] = [useWaiting(), useWords(waitingWords)]
  // One line less: home fits a small desk without a scroll, and the rest is one click away.
  const rows = mine.rows.slice(0, waiting.length > 0 ? fewer : undefined)
  return (
    <Card
      title={w.mine}
      beside={mine.count > 0 && <Tag>{w.mineCount(mine.count)}</Tag>}
      end={
        <>
          <span className="asof">{showWeekday(home.on, language)}</span>
          {mine.count > rows.length && <More to="/tasks?mine=true">{w.allMine}</More>}
        </>
      }
    >
      {mine.rows.length === 0 ? <Empty icon="check-c" title={w.nothingMine} /> : <MineList rows={rows} />}
      {waiting.length > 0 && (
        <div className="mine-waits">
          <h3>{waits.title}</h3>
          <WaitingList rows={waiting} />
        </div>
      )}
    </Card>
  )
}

function MineList({ rows }: { rows: readonly Mine[] }) {
  const w = useWords(homeWords)
  const actions = useWords(mineActions)
  return (
    <ul className="mine">
      {rows.map((row, index) => (
        <li key={`${row.kind}${row.id}`}>
          <Icon name={icons[row.kind]} />
          <span className="what">
            <Said kind={row.kind} title={row.title} /> {row.note && <small>· {row.note}</small>}
          </span>
          {row.kind === 'due-task' && row.daysLeft !== null && (
            <Status kind={row.daysLeft < 0 ? 'late' : row.daysLeft <= 7 ? 'soon' : 'ontime'}>
              {row.daysLeft < 0 ? w.daysLate(-row.daysLeft) : w.daysLeft(row.daysLeft)}
            </Status>
          )}
          <LinkButton
            small
            main={index === 0}
            to={places[row.kind](row.id)}
            label={`${actions[row.kind]}: ${row.title}`}
          >
            {actions[row.kind]}
          </LinkButton>
        </li>
      ))}
    </ul>
  )
}

/** A meeting says by its title what it is; other lines begin with what they ask for. */
function Said({ kind, title }: Pick<Mine, 'kind' | 'title'>) {
  const kinds = useWords(mineWords)
  if (kind === 'meeting') return <b>{title}</b>
  return (
    <>
      <b>{kinds[kind]}</b> {title}
    </>
  )
}
