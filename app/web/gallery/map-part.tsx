// The map with boundaries: invented boxes around the real positions, to see fills, icons and marks.

import { BoundaryMap } from '../../../platform/web/components/boundary-map.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { communes } from './sample.ts'

const box = (lat: number, lon: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [lon - 0.012, lat - 0.008],
      [lon + 0.01, lat - 0.009],
      [lon + 0.012, lat + 0.007],
      [lon - 0.009, lat + 0.009],
      [lon - 0.012, lat - 0.008],
    ],
  ],
})
const units = communes.map((one, at) => ({
  ...one,
  status: at === 3 ? ('again' as const) : at === 4 ? ('lost' as const) : at === 6 ? ('converted' as const) : one.status,
  to: `/areas/${one.id}`,
  shape: box(one.lat, one.lon),
}))

export function MapPart() {
  return (
    <>
      <PageHead title="Bản đồ ranh giới" />
      <Card padded>
        <BoundaryMap
          units={units}
          label="Bản đồ 17 xã, thị trấn"
          source="Ranh giới minh họa, không phải ranh giới thật"
        />
      </Card>
    </>
  )
}
