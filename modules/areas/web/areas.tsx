// The areas screen: the tree at the left; the map of a day and the list of what lies in the chosen unit beside it.

import { useLanguage } from '../../../platform/web/language.ts'
import './areas.css'
import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { AsOf, Tag } from '../../../platform/web/components/marks.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { AreaMap, AreaTree } from '../contract.ts'
import { AreaList } from './area-list.tsx'
import { MapCard } from './map-card.tsx'
import { UnitTree } from './tree.tsx'
import { areaWords } from './words.ts'

export default function Areas() {
  const w = useWords(areaWords)
  const language = useLanguage()
  const { on } = useView()
  const search = useSearch()
  const roots = useAnswer(AreaTree, { on }, { keep: true })
  const chosen = search.get('in') ?? roots.answer?.start.at(-1)
  const map = useAnswer(AreaMap, { within: chosen ?? '', on }, { when: chosen !== undefined, keep: true })
  const choose = (id: string) => search.set({ in: id, q: undefined }, { keepStep: true })
  const about = map.answer?.within
  return (
    <>
      <PageHead
        title={w.areas}
        tab={w.areasTab}
        facts={
          <>
            {about && <Tag>{unitTitle(about, language)}</Tag>}
            <AsOf>{showDay(on)}</AsOf>
          </>
        }
        actions={
          roots.answer?.may.import && (
            <LinkButton to="/areas/import" icon="upload">
              {w.importAreas}
            </LinkButton>
          )
        }
      />
      <Shown from={roots} lines={10}>
        {(answer) =>
          answer.units.length === 0 && !chosen ? (
            <Card>
              <Empty
                icon="map"
                title={w.noTree}
                actions={
                  answer.may.import && (
                    <LinkButton main to="/areas/import">
                      {w.importAreas}
                    </LinkButton>
                  )
                }
              >
                {w.noTreeWhy}
              </Empty>
            </Card>
          ) : (
            <div className="with-tree areas-map">
              <Card title={w.tree} className="side-tree">
                <UnitTree units={answer.units} start={answer.start} chosen={chosen} onChoose={choose} />
              </Card>
              <div className="stack">
                <Shown from={map} lines={8}>
                  {(shown) => <MapCard map={shown} />}
                </Shown>
                {chosen && <AreaList within={chosen} map={map.answer} />}
              </div>
            </div>
          )
        }
      </Shown>
    </>
  )
}
