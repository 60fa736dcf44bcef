// The gallery of the kit: every component in every state, to be looked at while developing.

import { Card } from '../../../platform/web/components/card.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'

export default function Gallery() {
  return (
    <>
      <PageHead title="Bộ giao diện" />
      <Card title="Trống" padded>
        …
      </Card>
    </>
  )
}
