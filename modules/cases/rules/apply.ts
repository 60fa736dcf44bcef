// How each event moves the course of a life on. What has no paper where the law wants one gives no status.

import type { EventKind, FileEvent } from '../events.ts'
import { onAfter } from './apply/after.ts'
import { onDetermination } from './apply/determination.ts'
import { onDossier } from './apply/dossier.ts'
import { onFinding } from './apply/finding.ts'
import { onManagement } from './apply/management.ts'
import { onMeanwhile } from './apply/meanwhile.ts'
import { onMonitoring, unwatch } from './apply/monitoring.ts'
import type { Mover, Movers } from './apply/mover.ts'
import { onTreatment } from './apply/treatment.ts'
import type { Course } from './course.ts'
import { closeBy } from './duties.ts'
import { passTo } from './pass.ts'

const movers: Movers = {
  ...onFinding,
  ...onDetermination,
  ...onManagement,
  ...onTreatment,
  ...onDossier,
  ...onMonitoring,
  ...onAfter,
  ...onMeanwhile,
}

/** After a death or a declaration of absence only what closes the file is still read. */
const afterTheEnd: readonly EventKind[] = ['management-stopped', 'management-ended', 'monitoring-ended', 'off-list']

export function apply(course: Course, event: FileEvent): void {
  passTo(course, event.at)
  unwatch(course, event, event.at)
  closeBy(course, event)
  if (!course.over || afterTheEnd.includes(event.kind)) (movers[event.kind] as Mover | undefined)?.(course, event)
  unwatch(course, event, event.at)
}
