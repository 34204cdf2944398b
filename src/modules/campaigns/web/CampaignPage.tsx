import { useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { Page } from '../../../ui/kit/Page.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { Guides } from '../../answers/web/index.ts'
import { Files } from '../../files/web/index.ts'
import { Thread } from '../../threads/web/index.ts'
import { Trace } from '../../trace/web/index.ts'
import { type Campaign, campaigns } from '../contract.ts'
import { levelTitles } from '../rules.ts'
import { Actions } from './Actions.tsx'
import { Approval } from './Approval.tsx'
import { BriefShown } from './BriefShown.tsx'
import { Changes } from './Changes.tsx'
import { Names } from './Names.tsx'
import { Results } from './Results.tsx'
import { campaignSlot, campaignTabs, outcomeSlot } from './slots.ts'
import { useMoreOfBrief } from './useMoreOfBrief.tsx'
import { Standing } from './words.tsx'

const GivenPage = lazy(() => import('./GivenPage.tsx'))

export default function CampaignPage() {
  const mayRead = useCan()('campaigns:read')
  const { id = '' } = useParams({ strict: false })
  if (mayRead) return <Record key={id} id={id} />
  return (
    <Suspense>
      <GivenPage />
    </Suspense>
  )
}

function Record({ id }: { id: string }) {
  const asked = useQuery(campaigns.show, { id })
  const one = asked.data
  const open = one?.changes.filter((change) => change.state === 'open').length ?? 0
  return (
    <Page
      title={one?.name ?? 'Campaign'}
      crumbs={[{ title: 'Campaigns', path: '/campaigns' }]}
      description={one && <Said one={one} />}
      actions={one && <Actions one={one} />}
      tabs={[
        { value: 'brief', label: 'Brief' },
        ...[...campaignTabs].sort((a, b) => a.place - b.place).map(({ value, label }) => ({ value, label })),
        { value: 'results', label: 'Results' },
        { value: 'approval', label: 'Approval' },
        { value: 'changes', label: 'Changes', ...(open > 0 ? { count: open } : {}) },
        { value: 'names', label: 'Names and guests' },
      ]}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={() => void asked.refetch()}
    >
      {(tab) => one && <Tab tab={tab} one={one} />}
    </Page>
  )
}

const Said = ({ one }: { one: Campaign }) => (
  <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
    {levelTitles[one.level]}
    <Standing one={one} />
    <span className="text-ink-3">{`owned by ${one.owner.name}`}</span>
  </span>
)

function Tab({ tab, one }: { tab: string; one: Campaign }) {
  const More = campaignTabs.find((more) => more.value === tab)?.component
  if (More) return <More campaign={one} />
  if (tab === 'results') return <Outcome one={one} />
  if (tab === 'approval') return <Approval one={one} />
  if (tab === 'changes') return <Changes one={one} />
  if (tab === 'names') return <Names one={one} />
  return <Brief one={one} />
}

const Outcome = ({ one }: { one: Campaign }) => (
  <>
    <Results one={one} />
    {outcomeSlot.all.map((Part, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts are added once, at start
      <Suspense key={at}>
        <Part id={one.id} />
      </Suspense>
    ))}
  </>
)

function Brief({ one }: { one: Campaign }) {
  const more = useMoreOfBrief(one.brief, one)
  return (
    <div className="grid grid-cols-[1fr_320px] items-start gap-(--gap) max-[960px]:grid-cols-1">
      <div className="flex min-w-0 flex-col gap-(--gap)">
        {one.next && <Notice tone={one.next.isLate ? 'bad' : 'info'}>{`${one.next.says}.`}</Notice>}
        {one.lacks && <Notice tone="warn">{one.lacks}</Notice>}
        <Card title="Brief">
          <BriefShown brief={one.brief} more={more} />
        </Card>
        <Guides kind="campaign" id={one.id} />
        <Files kind="campaign" id={one.id} />
        <Suspense>
          {campaignSlot.all.map((Part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the slot is filled once, at start
            <Part key={at} kind="campaign" id={one.id} />
          ))}
        </Suspense>
      </div>
      <Trace kind="campaign" id={one.id} />
      <Thread kind="campaign" id={one.id} />
    </div>
  )
}
