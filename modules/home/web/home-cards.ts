// The slot for what other modules say on the first screen that home itself may not ask for: each registers a lazy card in
// app/web/home-cards.ts, for those who hold one of its permissions. A card draws itself, or nothing while it has nothing to say.

import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

export type HomeCard = {
  key: string
  /** For whoever may open this place. */
  screen: string
  load: () => Promise<{ default: ComponentType }>
}
type Ready = HomeCard & { Card: LazyExoticComponent<ComponentType> }

let registered: readonly Ready[] = []

/** Called once, before the first screen is drawn. */
export function provideHomeCards(cards: readonly HomeCard[]): void {
  registered = cards.map((card) => ({ ...card, Card: lazy(card.load) }))
}

export const homeCards = (): readonly Ready[] => registered
