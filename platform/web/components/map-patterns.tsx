// The hatched fills of maps: on the way (teal lines), and to be assessed again (grey lines on warm paper).

export const patternedStatuses = ['working', 'again'] as const

export function MapPatterns({ id }: { id: string }) {
  return (
    <defs>
      {patternedStatuses.map((status) => (
        <pattern
          key={status}
          id={`${id}-${status}`}
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
          className={`hp-${status}`}
        >
          <rect width="7" height="7" className="hp-ground" />
          <rect width="1.6" height="7" className="hp-line" />
        </pattern>
      ))}
    </defs>
  )
}

/** The fill of a status that has a pattern; the others are filled by the style sheet. */
export function patternFill(id: string, status: string): { fill: string } | undefined {
  return patternedStatuses.some((one) => one === status) ? { fill: `url(#${id}-${status})` } : undefined
}
