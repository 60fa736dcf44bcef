// One programme: where it stands, its phases, the plan with what changed, and every target with its result.

import './programme.css'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button, LinkButton } from '../../../platform/web/components/button.tsx'
import { Chip, Chips } from '../../../platform/web/components/chip.tsx'
import { useConfirm } from '../../../platform/web/components/confirm.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, Shown, TooMany } from '../../../platform/web/components/states.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { Me } from '../../access/contract.ts'
import { ClosePlan, ProgrammeOverview } from '../contract.ts'
import { DocumentsCard } from './documents-card.tsx'
import { Phases } from './phases.tsx'
import { isUnitLine } from './result.tsx'
import { type Overview, StandCard } from './stand-card.tsx'
import { TargetsCard } from './targets-card.tsx'
import { VersionsCard } from './versions-card.tsx'
import { programmeWords } from './words.ts'

export default function ProgrammePage() {
  const w = useWords(programmeWords)
  const { programme, on } = useView()
  const year = useSearch().get('year')
  const overview = useAnswer(ProgrammeOverview, { slug: programme, on, year }, { when: programme !== '', keep: true })
  const me = useAnswer(Me, {}, { when: programme === '' })
  const manages = me.answer?.permissions.some((permission) => permission.name === 'programme.manage')
  if (!programme)
    return (
      <>
        <PageHead title={w.programme} />
        <div className="card">
          <Empty
            icon="flag"
            title={w.none}
            actions={manages && <LinkButton to="/programme/new">{w.create}</LinkButton>}
          >
            {w.noneWhy}
          </Empty>
        </div>
      </>
    )
  return (
    <Shown from={overview} lines={10}>
      {(answer) => <Page overview={answer} />}
    </Shown>
  )
}

function Page({ overview }: { overview: Overview }) {
  const w = useWords(programmeWords)
  const language = useLanguage()
  const { plan, programme, lines, hidden, measuredOn, on } = overview
  return (
    <>
      <PageHead
        title={w.title(programme.name[language])}
        facts={
          <>
            {plan && <Tag icon="calendar">{plan.year}</Tag>}
            {plan?.closedOn && <Tag icon="lock">{w.closed(showDay(plan.closedOn))}</Tag>}
          </>
        }
        actions={<Actions overview={overview} />}
      />
      {overview.years.length > 1 && (
        <Chips label={w.year}>
          {overview.years.map((year) => (
            <Chip key={year} to={`/programme?year=${year}`} on={year === plan?.year}>
              {year}
            </Chip>
          ))}
        </Chips>
      )}
      <div className="stack">
        {measuredOn < on && <Note icon="calendar">{w.over(showDay(measuredOn))}</Note>}
        <div className="two">
          <StandCard overview={overview} />
          <Phases overview={overview} />
        </div>
        {plan && lines.length > 0 ? (
          <>
            <TargetsCard title={w.common} lines={lines.filter((line) => !isUnitLine(line))} measuredOn={measuredOn} />
            <div id="don-vi" className="stack">
              <TargetsCard title={w.perUnit} lines={lines.filter(isUnitLine)} measuredOn={measuredOn} />
              {hidden > 0 && <TooMany>{w.hidden(hidden)}</TooMany>}
            </div>
            <div className="two">
              <VersionsCard plan={plan} />
              <DocumentsCard documents={overview.documents} more="/documents" />
            </div>
          </>
        ) : (
          <>
            <div className="card">
              <Empty
                icon="flag"
                title={w.noPlan}
                actions={overview.may.makePlan && <LinkButton to="/programme/plan/new">{w.makePlan}</LinkButton>}
              >
                {w.noPlanWhy}
              </Empty>
            </div>
            <DocumentsCard documents={overview.documents} more="/documents" />
          </>
        )}
      </div>
    </>
  )
}

function Actions({ overview }: { overview: Overview }) {
  const w = useWords(programmeWords)
  const ask = useConfirm()
  const { on, opens } = useView()
  const closing = useCommand(ClosePlan)
  const { plan, may } = overview
  const close = async () => {
    if (!plan) return
    if (!(await ask({ title: w.closeAsk(plan.year), text: w.closeText, yes: w.close, icon: 'lock' }))) return
    const sent = await closing.send({ planId: plan.id, version: plan.version, closedOn: overview.on })
    say(sent.ok ? w.closedDone : { text: sent.problem.title, bad: true })
  }
  return (
    <>
      <Button icon="print" className="noprint" onClick={() => window.print()}>
        {w.print}
      </Button>
      {may.amend && plan && on === opens && (
        <>
          <Button icon="lock" className="noprint" busy={closing.sending} onClick={() => void close()}>
            {w.close}
          </Button>
          <LinkButton main icon="pen" className="noprint" to={`/programme/plans/${plan.id}/amend`}>
            {w.amend}
          </LinkButton>
        </>
      )}
    </>
  )
}
