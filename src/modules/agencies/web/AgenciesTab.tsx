import { Link } from '@tanstack/react-router'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useQuery } from '../../../ui/query.ts'
import type { Campaign } from '../../campaigns/contract.ts'
import { agencies } from '../contract.ts'
import { Deliverables } from './Deliverables.tsx'

/** On a campaign: the agencies that have it, and what each delivers. */
export default function AgenciesTab({ campaign }: { campaign: Campaign }) {
  const asked = useQuery(agencies.list, {})
  const found = useQuery(agencies.deliverables, { campaignId: campaign.id })
  const items = found.data?.items ?? []
  const own = (asked.data?.items ?? []).filter(
    (one) =>
      one.campaigns.some((each) => each.id === campaign.id) ||
      items.some((each) => each.agency.id === one.id),
  )
  return (
    <FaceOf
      isLoading={asked.isPending || found.isPending}
      error={asked.error ?? found.error}
      onRetry={() => void Promise.all([asked.refetch(), found.refetch()])}
      empty={
        own.length === 0 && {
          children: 'No agency works on it. Give it to one on the page of the agency.',
          action: <Button to="/agencies">Agencies</Button>,
        }
      }
    >
      {() =>
        own.map((one) => (
          <div key={one.id} className="flex flex-col gap-1">
            <Deliverables
              title={`What ${one.name} delivers`}
              items={items.filter((each) => each.agency.id === one.id)}
              empty="Nothing is agreed yet for this campaign."
              file={{ agencyId: one.id, campaignId: campaign.id }}
              {...(asked.data?.can.change && one.campaigns.some((each) => each.id === campaign.id)
                ? { agree: { agencyId: one.id, campaigns: [{ id: campaign.id, name: campaign.name }] } }
                : {})}
            />
            <Link to={`/agencies/${one.id}`} className="text-accent-ink hover:underline">
              {`Open ${one.name}`}
            </Link>
          </div>
        ))
      }
    </FaceOf>
  )
}
