// Who may open a file in an emergency: data. Whoever only has counts, or runs the machine, or watches, never does.

const needs = ['cases.police', 'cases.health'] as const
const never = ['cases.count', 'cases.watch', 'audit.read', 'access.manage', 'settings.manage'] as const

export const hoursOpen = 3
/** Until when somebody else has looked at it: the next working days are theirs, the emergency may have been at night. */
export const hoursToReview = 72

export type EmergencyVerdict = { ok: true } | { ok: false; because: 'lent' | 'profession' | 'watcher' }

type Held = { permission: string; actingFor?: unknown }

/** Lent rights open nothing in an emergency: who stands there answers with their own name and duty. */
export function mayOpenInEmergency(rights: readonly Held[]): EmergencyVerdict {
  const own = rights.filter(({ actingFor }) => !actingFor)
  const holds = (names: readonly string[]) => own.some(({ permission }) => names.includes(permission))
  if (rights.some(({ permission }) => (never as readonly string[]).includes(permission)))
    return { ok: false, because: 'watcher' }
  if (!holds(['cases.emergency'])) return { ok: false, because: 'lent' }
  return holds(needs) ? { ok: true } : { ok: false, because: 'profession' }
}
