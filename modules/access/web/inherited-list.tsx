// Open work that belongs to a post; what is late was late before the hand-over too, and says so.

import './account.css'
import { Status } from '../../../platform/web/components/status.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { Go } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import type { PostAnswer } from './post.tsx'
import { postWords } from './post-words.ts'

export function InheritedList({ items }: { items: PostAnswer['inherited'] }) {
  const w = useWords(postWords)
  return (
    <ul className="acc-list acc-in">
      {items.map((item) => (
        <li key={`${item.kind}-${item.id}`}>
          <span className="grow">
            {item.to ? <Go to={item.to}>{item.title}</Go> : item.title}
            {item.due && <small>{w.due(showDay(item.due))}</small>}
          </span>
          {item.late && <Status kind="late">{w.late}</Status>}
        </li>
      ))}
    </ul>
  )
}
