// What an event does to the course, by its kind.

import type { EventKind, EventOf, FileEvent } from '../../events.ts'
import type { Course } from '../course.ts'

export type Movers = { [K in EventKind]?: (course: Course, event: EventOf<K> & FileEvent) => void }
export type Mover = (course: Course, event: FileEvent) => void
