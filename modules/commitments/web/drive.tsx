// One drive: its coverage, its words, what is to be followed up, the pledges of the heads; and what can be done with it.

import { useState } from 'react'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button, LinkButton } from '../../../platform/web/components/button.tsx'
import { Chip, Chips } from '../../../platform/web/components/chip.tsx'
import { useConfirm } from '../../../platform/web/components/confirm.tsx'
import { Icon, type IconName } from '../../../platform/web/components/icon.tsx'
import { AsOf, Tag } from '../../../platform/web/components/marks.tsx'
import { MenuButton } from '../../../platform/web/components/menu.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { showDay, showPeriod } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useParam, useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { VerificationTab } from '../../verification/web/public.tsx'
import { CloseDrive, PublishDrive, ShowDrive } from '../contract.ts'
import { CoverageTab } from './coverage-tab.tsx'
import { FollowTab } from './follow-tab.tsx'
import { followingWords } from './following-words.ts'
import { makingWords } from './making-words.ts'
import { PledgesTab } from './pledges-tab.tsx'
import { ProlongDialog } from './prolong-dialog.tsx'
import { TextsTab } from './texts-tab.tsx'
import { commitmentWords } from './words.ts'

const tabs = ['coverage', 'texts', 'follow', 'verification', 'pledges'] as const

export default function DrivePage() {
  const [w, words] = [useWords(followingWords), useWords(commitmentWords)]
  const language = useLanguage()
  const { on } = useView()
  const driveId = useParam('driveId')
  const asked = useSearch().get('tab')
  const tab = tabs.find((each) => each === asked) ?? 'coverage'
  const shown = useAnswer(ShowDrive, { id: driveId, on })
  const drive = shown.answer
  const name = drive?.name[language] ?? words.drive
  return (
    <>
      <PageHead
        title={name}
        crumbs={[{ label: words.title, to: '/commitments' }, { label: name }]}
        facts={
          <>
            <AsOf>{words.asOf(showDay(on))}</AsOf>
            {drive && (
              <>
                <Tag icon={stateIcon[drive.state]}>{words[drive.state]}</Tag>
                <span className="muted">
                  {showPeriod(drive.opensOn, drive.closesOn, language)}
                  {drive.demo && ` · ${words.demo}`}
                </span>
              </>
            )}
          </>
        }
        actions={drive?.may.manage && <Deeds drive={drive} />}
      />
      <Chips label={w.tabs}>
        {tabs.map((each) => (
          <Chip key={each} to={`/commitments/${driveId}${each === 'coverage' ? '' : `?tab=${each}`}`} on={each === tab}>
            {w[each]}
          </Chip>
        ))}
      </Chips>
      <Shown from={shown} lines={8}>
        {(answer) => (
          <>
            {tab === 'coverage' && <CoverageTab drive={answer} />}
            {tab === 'texts' && <TextsTab drive={answer} />}
            {tab === 'follow' && <FollowTab driveId={driveId} />}
            {tab === 'verification' && <VerificationTab driveId={driveId} />}
            {tab === 'pledges' && <PledgesTab driveId={driveId} />}
          </>
        )}
      </Shown>
    </>
  )
}

const stateIcon: Record<Drive['state'], IconName> = { draft: 'pen', before: 'clock', open: 'pen', closed: 'lock' }

type Drive = NonNullable<ReturnType<typeof useAnswer<typeof ShowDrive>>['answer']>

function Deeds({ drive }: { drive: Drive }) {
  const w = useWords(makingWords)
  const ask = useConfirm()
  const publish = useCommand(PublishDrive)
  const close = useCommand(CloseDrive)
  const [prolonging, prolong] = useState(false)
  const given = { id: drive.id, version: drive.version }
  const tell = (sent: Awaited<ReturnType<typeof publish.send>>, done: string) =>
    say(sent.ok ? done : { text: `${sent.problem.title} ${sent.problem.detail ?? ''}`, bad: true })
  const publishIt = async () => {
    if (await ask({ title: w.publishAsk, text: w.publishWhy, yes: w.publish, icon: 'pen' }))
      tell(await publish.send(given), w.published)
  }
  const closeIt = async () => {
    if (await ask({ title: w.closeAsk, text: w.closeWhy, yes: w.close, icon: 'lock', danger: true }))
      tell(await close.send(given), w.closed)
  }
  if (drive.state === 'draft')
    return (
      <>
        <LinkButton icon="pen" to={`/commitments/${drive.id}/edit`}>
          {w.change}
        </LinkButton>
        <Button main busy={publish.sending} onClick={() => void publishIt()}>
          {w.publish}
        </Button>
      </>
    )
  return (
    <>
      <MenuButton
        className="btn"
        end
        label={w.more}
        items={[
          ...(drive.closedOn
            ? []
            : [
                { key: 'prolong', label: w.prolong, icon: 'calendar' as const, onPick: () => prolong(true) },
                { key: 'close', label: w.close, icon: 'lock' as const, danger: true, onPick: () => void closeIt() },
              ]),
          { key: 'renew', label: w.renew, icon: 'again', to: `/commitments/new?renews=${drive.id}` },
        ]}
      >
        <Icon name="more" />
      </MenuButton>
      {prolonging && <ProlongDialog drive={drive} onClose={() => prolong(false)} />}
    </>
  )
}
