// What goes over with a post. Other modules know their open work; this one only asks, by what was wired in at the start.

import type * as z from 'zod/mini'
import type { Db } from '../../../platform/server/slice.ts'
import type { InheritedItem } from '../contract/posts.ts'

export type Inherited = z.output<typeof InheritedItem>
/** Open work of a post on a day, late work first. */
export type InheritedWork = (db: Db, question: { postId: string; on: string }) => Promise<readonly Inherited[]>

const sources: InheritedWork[] = []

/** Called by the wiring of the application, once for each kind of work that a post can hold. */
export function provideInheritedWork(source: InheritedWork): void {
  sources.push(source)
}

export async function inheritedWork(db: Db, question: { postId: string; on: string }): Promise<Inherited[]> {
  const found = await Promise.all(sources.map((source) => source(db, question)))
  return found.flat()
}
