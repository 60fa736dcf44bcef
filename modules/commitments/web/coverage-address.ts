// Where coverage stands: of a drive in a unit and of a group, or of the entries of a place; parts not named are left out.

type Parts = Readonly<Record<string, string | undefined>>

const withParts = (path: string, parts: Parts): string => {
  const query = new URLSearchParams(Object.entries(parts).filter((pair): pair is [string, string] => Boolean(pair[1])))
  return query.size > 0 ? `${path}?${query}` : path
}

export const coverageAddress = (
  driveId: string,
  view: { within?: string | undefined; group?: string | undefined },
): string => withParts(`/commitments/${driveId}`, view)

export const entriesAddress = (
  driveId: string,
  communeId: string,
  view: {
    hamlet?: string | undefined
    body?: string | undefined
    group?: string | undefined
    state?: string | undefined
  } = {},
): string => withParts(`/commitments/${driveId}/areas/${communeId}`, view)

/** Where those of a place sign at a meeting. */
export const atMeetingAddress = (
  driveId: string,
  communeId: string,
  view: { hamlet?: string | undefined; body?: string | undefined; group?: string | undefined },
): string => withParts(`/commitments/${driveId}/areas/${communeId}/meeting`, view)
