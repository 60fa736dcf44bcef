// The first screen: where we stand, what is late and who answers for it, what I must do today.

import './home.css'
import { Suspense, useEffect } from 'react'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { useMayOpen } from '../../../platform/web/may-open.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ShowHome } from '../contract.ts'
import { CoverageCard } from './coverage-card.tsx'
import { homeCards } from './home-cards.ts'
import { LateCard } from './late-card.tsx'
import { MineCard } from './mine-card.tsx'
import { StandingCard } from './standing-card.tsx'
import { WaitingCard } from './waiting-card.tsx'
import { homeWords } from './words.ts'

export default function Home() {
  const w = useWords(homeWords)
  const { programme, programmes, on } = useView()
  const name = programmes.find((each) => each.slug === programme)?.name ?? ''
  const home = useAnswer(ShowHome, { programme, on }, { when: programme !== '', keep: true })
  useEffect(() => {
    document.title = `${w.title} · Bình Yên`
  }, [w.title])
  // Where no programme runs there may still be work that presses.
  if (!programme)
    return (
      <div className="stack">
        <h1 className="sr">{w.title}</h1>
        <WaitingCard />
        <OtherCards />
        <Empty icon="flag" title={w.noProgramme}>
          {w.noProgrammeWhy}
        </Empty>
      </div>
    )
  return (
    <>
      <h1 className="sr on-paper">{w.paper(name)}</h1>
      <Shown from={home} lines={12}>
        {(answer) => (
          <div className="home">
            <StandingCard home={answer} />
            <div className="home-col">
              {answer.late && <LateCard late={answer.late} on={answer.on} />}
              <MineCard home={answer} />
              <OtherCards />
              <CoverageCard home={answer} />
            </div>
          </div>
        )}
      </Shown>
    </>
  )
}

/** What other modules have to say today; a card that is not there yet takes no room. */
function OtherCards() {
  const mayOpen = useMayOpen()
  return homeCards()
    .filter(({ screen }) => mayOpen(screen))
    .map(({ key, Card }) => (
      <Suspense key={key}>
        <Card />
      </Suspense>
    ))
}
