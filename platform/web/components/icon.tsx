// One of the product's icons. Decoration by default; give `label` where it stands alone and carries meaning.

import { type IconName, icons } from '../icons.ts'

export type { IconName } from '../icons.ts'

export function Icon({ name, label, className }: { name: IconName; label?: string; className?: string }) {
  const classes = className ? `i ${className}` : 'i'
  if (label) {
    return (
      <svg className={classes} viewBox="0 0 24 24" role="img" aria-label={label}>
        <path d={icons[name]} />
      </svg>
    )
  }
  return (
    <svg className={classes} viewBox="0 0 24 24" aria-hidden="true">
      <path d={icons[name]} />
    </svg>
  )
}
