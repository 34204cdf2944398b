import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { DetailPage } from '../../../ui/kit/DetailPage.tsx'
import { Badge, Notice } from '../../../ui/parts/Badge.tsx'
import { useQuery } from '../../../ui/query.ts'
import { type Agency, agencies } from '../contract.ts'
import { AgencyForm } from './AgencyForm.tsx'
import { Deliverables } from './Deliverables.tsx'
import { GivenCampaigns } from './GivenCampaigns.tsx'
import { Rates } from './Rates.tsx'
import { SpendingTab } from './SpendingTab.tsx'
import { agreementTitles, spanWords } from './words.tsx'

export default function AgencyPage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useQuery(agencies.show, { id })
  const [isChanging, setChanging] = useState(false)
  const one = asked.data
  return (
    <>
      <DetailPage
        title={one?.name ?? 'Agency'}
        crumbs={[{ title: 'Agencies', path: '/agencies' }]}
        description={one?.standing.says}
        tabs={tabsOf(one)}
        {...(one?.can.change ? { onEdit: () => setChanging(true) } : {})}
        {...(one ? { properties: propertiesOf(one) } : {})}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={() => void asked.refetch()}
      >
        {(tab) => one && <Tab key={one.id} tab={tab} one={one} />}
      </DetailPage>
      {isChanging && one && <AgencyForm agency={one} onClose={() => setChanging(false)} />}
    </>
  )
}

const tabsOf = (one: Agency | undefined) => [
  { value: 'deliverables', label: 'Deliverables' },
  { value: 'campaigns', label: 'Campaigns' },
  ...(one?.can.rates ? [{ value: 'rates', label: 'Rates' }] : []),
  ...(one?.can.spending ? [{ value: 'spending', label: 'Ordered and invoiced' }] : []),
]

function Tab({ tab, one }: { tab: string; one: Agency }) {
  if (tab === 'campaigns') return <GivenCampaigns agency={one} />
  if (tab === 'rates' && one.can.rates) return <Rates agency={one} />
  if (tab === 'spending' && one.can.spending) return <SpendingTab agency={one} />
  return (
    <>
      {one.state === 'over' && (
        <Notice tone="warn">{`The agreement ended on ${one.untilOn}: its people can deliver nothing any more.`}</Notice>
      )}
      {one.note && <p className="max-w-180 break-words whitespace-pre-line">{one.note}</p>}
      <Deliverables
        items={one.deliverables}
        {...(one.can.change ? { agree: { agencyId: one.id, campaigns: one.campaigns } } : {})}
        empty={
          one.campaigns.length === 0
            ? 'Give it a campaign first; then agree on what it delivers, and by when.'
            : 'Nothing is agreed yet. Say what it delivers, and by when.'
        }
        file={{ agencyId: one.id }}
      />
    </>
  )
}

const propertiesOf = (one: Agency) => [
  {
    label: 'Agreement',
    value: <Badge tone={one.state === 'running' ? 'good' : 'neutral'}>{agreementTitles[one.state]}</Badge>,
  },
  { label: 'From – until', value: spanWords(one) },
  { label: 'Its people', value: one.people.map((person) => person.name).join(', ') || 'Nobody yet' },
  { label: 'Campaigns', value: String(one.campaigns.length) },
]
