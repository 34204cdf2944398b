import { useState } from 'react'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useQuery } from '../../../ui/query.ts'
import type { Campaign } from '../../campaigns/contract.ts'
import { contingencies } from '../contract.ts'
import { BackUpCard } from './BackUpCard.tsx'
import { EditBackUp } from './EditBackUp.tsx'

/** On a campaign: its back-up plans. */
export default function BackUpTab({ campaign }: { campaign: Campaign }) {
  const asked = useQuery(contingencies.list, { campaignId: campaign.id })
  const [edited, setEdited] = useState<string | null>(null)
  const { items = [], people = [], can } = asked.data ?? {}
  const write = can?.change && campaign.state !== 'stopped' && (
    <Button look="primary" onClick={() => setEdited('new')}>
      Write a back-up plan
    </Button>
  )
  const open = items.find((one) => one.id === edited) ?? null
  return (
    <>
      <FaceOf
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={() => void asked.refetch()}
        empty={
          items.length === 0 && {
            children: 'No back-up plan: nobody has said what is done when it does not go as planned.',
            action: write,
          }
        }
      >
        {() => (
          <>
            {items.map((one) => (
              <BackUpCard
                key={one.id}
                one={one}
                mayChange={can?.change ?? false}
                onEdit={() => setEdited(one.id)}
              />
            ))}
            <span>{write}</span>
          </>
        )}
      </FaceOf>
      {edited && (
        <EditBackUp
          key={edited}
          one={open}
          campaignId={campaign.id}
          people={people}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  )
}
